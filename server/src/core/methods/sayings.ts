import { GAP } from '../analysis/lexicon';
import type { Analysis } from '../analysis/analyse';
import type { System } from '../framework/types';
import { fold } from '../text/fold';
import { kindsOf, wordsInQuestion } from './said';

/** Set expressions that fit the question, of one system. */
export interface SayingAdvice {
  readonly system: System;
  /** Fixed expressions and lines to say, those in the draft left out. */
  readonly phrases: readonly string[];
  readonly because: readonly string[];
}

/**
 * Set expressions the question calls for, the best fit first. What a wording list flags is never offered, nor wording
 * of the past: facts are no sayings.
 * @param limit of systems
 */
export function adviseSayings(analysis: Analysis, limit: number): SayingAdvice[] {
  const { rubrics, draft } = analysis;
  const text = fold(draft.text);
  const kinds = kindsOf(analysis);
  const flagged = rubrics.wording.flatMap(({ entries }) =>
    entries.flatMap(({ match }) => match.filter((form) => !GAP.test(form)).map(fold)),
  );
  return (rubrics.systems ?? [])
    .filter(({ kind }) => kind === 'saying')
    .flatMap((system) => {
      const because = wordsInQuestion(analysis, system.whenCues);
      if (because.length === 0) return [];
      const phrases = system.members
        .flatMap(({ phrases: own, scaffold }) => (scaffold === undefined ? own.slice(0, 1) : [scaffold]))
        .filter((phrase) => {
          const folded = fold(phrase);
          return !text.includes(folded) && !flagged.some((form) => folded.includes(form));
        });
      const fits = system.kinds.some((kind) => kinds.includes(kind)) ? 1 : 0;
      return phrases.length === 0 ? [] : [{ system, phrases, because, score: because.length + fits }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ system, phrases, because }) => ({ system, phrases, because }));
}
