import type { SectionCoverage } from '../analysis/coverage';
import type { Point } from '../framework/types';

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
 * in words the points do not list would seem to lack them all.
 */
export function pointsToTell({ points, status }: SectionCoverage): number | undefined {
  const covered = points.filter((point) => point.covered).length;
  return points.length === 0 || (covered === 0 && status === 'full') ? undefined : covered;
}
