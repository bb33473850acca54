import type { Analysis } from '../analysis/analyse';
import { isOwnVoice } from '../analysis/guards';
import type { System, SystemMember } from '../framework/types';
import { isSaid, type PlacedHit, systemHits, wordsInQuestion } from './said';

/** A list to check the answer against, with what it has and what it lacks. */
export interface SelfCheck {
  readonly system: System;
  readonly found: readonly SystemMember[];
  readonly lacking: readonly SystemMember[];
}

/** A writer takes in one or two at a time. */
const LIMIT = 2;

/** The checklists the question calls for and the answer does not fully meet, those with most words first. */
export function selfChecks(
  analysis: Analysis,
  hits: readonly PlacedHit[] = systemHits(analysis),
  limit = LIMIT,
): SelfCheck[] {
  const framework = analysis.choice?.framework.id ?? '';
  return (analysis.rubrics.systems ?? [])
    .filter(({ kind }) => kind === 'checklist')
    .flatMap((system) => {
      const words = wordsInQuestion(analysis, system.whenCues).length;
      const here = system.sections.some((place) => place.startsWith(`${framework}/`)) ? 1 : 0;
      // A list to pick from is shown only where much speaks for it.
      if (words === 0 || words + here < (system.use === 'any' ? 2 : 1)) return [];
      const items = system.members.filter(
        // What a rule watches need not be checked by eye; what only some questions ask, only there.
        ({ rule, avoid, whenCues }) =>
          rule === undefined &&
          avoid.length === 0 &&
          (whenCues.length === 0 || wordsInQuestion(analysis, whenCues).length > 0),
      );
      const found = items.filter((member) => isSaid(hits, member));
      const lacking = items.filter((member) => !found.includes(member));
      // Of a list to pick from, two are enough.
      const met = system.use === 'any' ? found.length >= 2 : lacking.length === 0;
      return met ? [] : [{ system, found, lacking, score: words + here }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ system, found, lacking }) => ({ system, found, lacking }));
}

/** Sets of expressions (四个一样) of which the answer has two or more, but not all. */
export function brokenSets(
  analysis: Analysis,
  hits: readonly PlacedHit[] = systemHits(analysis),
): SelfCheck[] {
  return (analysis.rubrics.systems ?? [])
    .filter(({ kind, use }) => kind === 'saying' && use === 'all')
    .flatMap((system) => {
      const sayings = system.members.filter(({ phrases }) => phrases.length > 0);
      const found = sayings.filter((member) =>
        hits.some((hit) => hit.member === member && hit.strength === 'phrase' && isOwnVoice(hit.guard)),
      );
      return found.length < 2 || found.length === sayings.length
        ? []
        : [{ system, found, lacking: sayings.filter((member) => !found.includes(member)) }];
    });
}
