import type { Analysis } from '../analysis/analyse';
import type { System, SystemMember } from '../framework/types';
import { isSaid, systemHits, wordsInQuestion } from './said';

/** A situation the question puts, with the branches it asks for. */
export interface AskedSituation {
  readonly system: System;
  /** Branches the answer tells apart. */
  readonly found: readonly SystemMember[];
  /** Branches the question asks for that the answer does not have. */
  readonly lacking: readonly SystemMember[];
}

/**
 * The situations the question puts, known by their words in it: of `all`, with every branch; of `each`, with the
 * branches whose own words stand in the question too. Branches that belong to sections of frameworks are judged there.
 */
export function askedSituations(
  analysis: Analysis,
  systems: readonly System[] = analysis.rubrics.systems ?? [],
): AskedSituation[] {
  const asked = systems
    .filter(({ kind }) => kind === 'situation')
    .map((system) => ({ system, branches: askedBranches(analysis, system) }))
    .filter(({ branches }) => branches.length > 0);
  // The answer is only searched when the question asks for something.
  const hits = asked.length === 0 ? [] : systemHits(analysis);
  return asked.map(({ system, branches }) => ({
    system,
    found: branches.filter((member) => isSaid(hits, member)),
    lacking: branches.filter((member) => !isSaid(hits, member)),
  }));
}

/** Branches the question asks for that a section of the chosen framework should have and the answer lacks. */
export function lackingBranches(analysis: Analysis, section: string): SystemMember[] {
  const place = `${analysis.choice?.framework.id ?? ''}/${section}`;
  const { rubrics } = analysis;
  const all = rubrics.situations ?? rubrics.systems ?? [];
  const systems = all.filter(({ sections }) => sections.includes(place));
  return askedSituations(analysis, systems).flatMap(({ lacking }) => lacking);
}

function askedBranches(analysis: Analysis, system: System): SystemMember[] {
  const branches = system.members.filter(({ at, avoid }) => at.length === 0 && avoid.length === 0);
  if (wordsInQuestion(analysis, system.whenCues).length === 0) return [];
  return system.use === 'each'
    ? branches.filter((member) => wordsInQuestion(analysis, member.whenCues).length > 0)
    : branches;
}
