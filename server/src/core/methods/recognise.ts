import type { Analysis } from '../analysis/analyse';
import { isOwnVoice } from '../analysis/guards';
import type { System, SystemMember } from '../framework/types';
import { groupBy } from '../text/groupBy';
import type { Range } from '../text/range';
import { type PlacedHit, systemHits, withoutCovered } from './said';

/** A member of a method found in the answer. */
export interface MemberUse {
  readonly member: SystemMember;
  /** Called by its name or a fixed expression, not only done. */
  readonly named: boolean;
  /** Absolute, in order. */
  readonly ranges: readonly Range[];
}

/** A method the answer uses. */
export interface MethodUse {
  readonly system: System;
  /** The whole, or a member of a family, is called by its name. */
  readonly named: boolean;
  /** In the order of the method. */
  readonly members: readonly MemberUse[];
}

/** Of the steps of a method that is a whole, this share has to be there. */
const WHOLE = 0.75;

/**
 * The methods an answer uses, the named ones first. A method counts when it is named, or done: two different deeds
 * in one paragraph (for a family: of one member), or most of the steps of a whole; the fixed expression of one step
 * names that step only. Weak cues never count alone.
 */
export function recogniseMethods(analysis: Analysis): MethodUse[] {
  const methods = analysis.rubrics.systems?.filter(({ kind }) => kind === 'method') ?? [];
  const hits = groupBy(
    systemHits(analysis).filter((hit) => hit.system.kind === 'method' && isOwnVoice(hit.guard)),
    ({ system }) => system,
  );
  return methods
    .flatMap((system) => {
      const own = hits.get(system);
      if (!own) return [];
      const whole = own.some(({ strength }) => strength === 'name');
      const members = usedMembers(system, own, whole);
      const named = whole || (system.use === 'family' && members.some((use) => use.named));
      return whole || members.length > 0 ? [{ system, members, named }] : [];
    })
    .sort((a, b) => Number(b.named) - Number(a.named) || b.members.length - a.members.length);
}

function usedMembers(system: System, hits: readonly PlacedHit[], whole: boolean): MemberUse[] {
  const family = system.use === 'family';
  const byMember = groupBy(hits, ({ member }) => member);
  const done = family ? doneMembers(byMember) : doneTogether(system, hits, whole);
  return system.members.flatMap((member) => {
    const own = byMember.get(member) ?? [];
    const named = own.some(({ strength }) => strength === 'phrase');
    if (!(family && named) && !done.has(member)) return [];
    return [{ member, named, ranges: withoutCovered(own.filter(({ strength }) => strength !== 'weak')) }];
  });
}

/** Members of which one paragraph has two different words, one of them strong. */
function doneMembers(
  byMember: ReadonlyMap<SystemMember | undefined, readonly PlacedHit[]>,
): Set<SystemMember | undefined> {
  return new Set(
    [...byMember]
      .filter(([, own]) =>
        paragraphs(own).some((paragraph) => distinct(paragraph) >= 2 && paragraph.some(isStrong)),
      )
      .map(([member]) => member),
  );
}

/** Members with a deed, when together they are enough: two deeds in a paragraph, or most steps of a whole. */
function doneTogether(
  system: System,
  hits: readonly PlacedHit[],
  whole: boolean,
): Set<SystemMember | undefined> {
  const strong = hits.filter(isStrong);
  const members = new Set(strong.flatMap(({ member }) => member ?? []));
  const enough =
    whole ||
    (system.use === 'all'
      ? members.size >= Math.max(2, Math.ceil(system.members.length * WHOLE))
      : paragraphs(strong).some((own) => distinct(own) >= 2));
  return enough ? members : new Set();
}

function isStrong({ strength }: PlacedHit): boolean {
  return strength === 'phrase' || strength === 'cue';
}

function paragraphs(hits: readonly PlacedHit[]): PlacedHit[][] {
  return [...groupBy(hits, ({ block }) => block).values()];
}

/** Different words, those inside others left out. */
function distinct(hits: readonly PlacedHit[]): number {
  return new Set(withoutCovered(hits).map(({ word }) => word)).size;
}
