import type { SectionCoverage } from '../analysis/coverage';
import { COUNTED_KINDS } from '../analysis/sectionTotals';
import type { Point } from '../framework/types';
import { type Locale, messages } from '../messages/messages';

/**
 * The points a section does not have yet, most wanted first: required ones, then cases to be told apart, then the
 * rest; each in the order of the framework.
 */
export function lackingPoints({ section, points }: SectionCoverage): Point[] {
  const lacking = section.points.filter(
    ({ id }) => !points.some((point) => point.id === id && point.covered),
  );
  const required = lacking.filter(({ need, branch }) => need === 'required' && branch === undefined);
  const cases = lacking.filter(({ branch }) => branch !== undefined);
  return [...required, ...cases, ...lacking.filter((one) => !required.includes(one) && !cases.includes(one))];
}

/**
 * How many points a section has, where that tells something. One without points has none to count, and one that is full
 * with few of them would seem to lack the others.
 */
export function pointsToTell(coverage: SectionCoverage): number | undefined {
  const { points } = coverage;
  return points.length === 0 || isFullWithFew(coverage) ? undefined : countCovered(coverage);
}

/**
 * Why a section counts as full in which less than half of the points are found: it is long and concrete enough, in words
 * the points do not list.
 * @returns undefined for any other section
 */
export function fullBecause(coverage: SectionCoverage, locale: Locale): string | undefined {
  if (!isFullWithFew(coverage)) return undefined;
  const text = messages(locale);
  const { lines, hanzi, concrete } = coverage.totals;
  const kinds = COUNTED_KINDS.filter((_, at) => (concrete[at] ?? 0) > 0).map(
    (kind) => text.countedKind[kind],
  );
  return text.fullBecause(lines, hanzi, kinds.join(text.listSeparator));
}

function isFullWithFew(coverage: SectionCoverage): boolean {
  return coverage.status === 'full' && countCovered(coverage) * 2 < coverage.points.length;
}

function countCovered({ points }: SectionCoverage): number {
  return points.filter((point) => point.covered).length;
}
