import type { Range } from '../../text/range';
import { cutEach } from '../lines';
import type { Step } from '../types';

/** What the forum software writes: a character of 32-59, a space that copies may lose, a character of 63-126. */
const UNIT = /[\x20-\x3b] ?[\x3f-\x7e]/g;
const RUN = /[\x20-\x7e]{5,}/g;
const WORD = /[A-Za-z]{3}/;
/** Runs up to this length need two units only. */
const SHORT_RUN = 14;
/** Share of the run that units must make up. */
const COVERAGE = 0.75;

/**
 * Cuts out the random characters that Discuz forums mix into posts against copying (function `jammer()`: 5 to 15
 * units at the end of a line), also where they are glued to the text. English words, numbers and codes have no such
 * units side by side. Source: domain.md C2; on document 004 these are 27 runs of 799 characters.
 */
export const discuzJammer: Step = (lines) => cutEach(lines, jammed, 'jammer');

function jammed(text: string): Range[] {
  const spans: Range[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (WORD.test(run)) continue;
    const units = run.match(UNIT) ?? [];
    const covered = units.reduce((sum, unit) => sum + unit.length, 0);
    if (units.length >= (run.length <= SHORT_RUN ? 2 : 3) && covered > run.length * COVERAGE)
      spans.push({ from: index, to: index + run.length });
  }
  return spans;
}
