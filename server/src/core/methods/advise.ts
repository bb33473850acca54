import type { Analysis } from '../analysis/analyse';
import type { System, SystemMember } from '../framework/types';
import { type MethodUse, recogniseMethods } from './recognise';
import { kindsOf, wordsInQuestion } from './said';

/** A method the question calls for and the answer does not use. */
export interface MethodAdvice {
  readonly system: System;
  /** Of a family: the one that fits; of another method: undefined, it is meant as a whole. */
  readonly member?: SystemMember;
  /** Words of the question that speak for it. */
  readonly because: readonly string[];
}

interface Candidate {
  readonly advice: MethodAdvice;
  readonly score: number;
}

/** A writer takes in one or two at a time. */
const LIMIT = 2;

/** The one or two other methods that fit the question best, with the words that speak for them; best first. */
export function adviseMethods(
  analysis: Analysis,
  uses: readonly MethodUse[] = recogniseMethods(analysis),
  limit = LIMIT,
): MethodAdvice[] {
  const kinds = kindsOf(analysis);
  const candidates: Candidate[] = (analysis.rubrics.systems ?? [])
    .filter(({ kind }) => kind === 'method')
    .flatMap((system): Candidate[] => {
      const use = uses.find((found) => found.system === system);
      const fits = system.kinds.some((kind) => kinds.includes(kind)) ? 1 : 0;
      if (system.use !== 'family') {
        const because = use ? [] : wordsInQuestion(analysis, system.whenCues);
        return because.length === 0 ? [] : [{ advice: { system, because }, score: because.length + fits }];
      }
      const used = new Set(use?.members.map(({ member }) => member));
      return system.members
        .filter((member) => !used.has(member))
        .flatMap((member): Candidate[] => {
          const because = wordsInQuestion(analysis, member.whenCues);
          // What one member alone is called for by is closer than what calls for a whole method.
          return because.length === 0
            ? []
            : [{ advice: { system, member, because }, score: because.length * 2 + fits }];
        });
    })
    .sort((a, b) => b.score - a.score);
  const chosen: MethodAdvice[] = [];
  for (const { advice } of candidates) {
    if (chosen.length >= limit) break;
    // One of each family, so that the two are different in kind.
    if (!chosen.some(({ system }) => system === advice.system)) chosen.push(advice);
  }
  return chosen;
}
