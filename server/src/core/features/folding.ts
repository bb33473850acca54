import type { Analysis } from '../analysis/analyse';
import type { Range } from '../text/range';
import { runs } from './outline';

/** Stretches of the answer that fold: each run of a section. Those on a single line are for the caller to drop. */
export function foldingRanges(analysis: Analysis): Range[] {
  return runs(analysis)
    .filter(({ section }) => section >= 0)
    .map(({ from, to }) => ({ from, to }));
}
