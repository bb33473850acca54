import { keyOf } from '../phrases/units';
import type { DocumentUnits } from './documentUnits';
import { GRAM, type GramTable, rolled } from './gramTable';

/** Runs that are followed at one time; more places for the same words add nothing. */
const MOST_FOLLOWED = 8;
/** Steps back from where a run was noticed: so many at the start, and so many for each unit of the text. */
const STEPS_BACK = { first: 4096, each: 4 };

/** The word units of a text with their offsets in it. */
export interface TextUnits {
  readonly units: Uint16Array;
  readonly offsets: Uint32Array;
}

/** A run of a text's word units that stands in a document; cannot be longer on either side. */
export interface Run {
  readonly document: DocumentUnits;
  /** First unit of the text, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Unit of the document at which it begins. */
  readonly at: number;
}

/** Reads the word units of a text. */
export function readUnits(text: string): TextUnits {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = keyOf(text.charCodeAt(i));
    if (unit === 0) continue;
    units[size] = unit;
    offsets[size++] = i;
  }
  return { units: units.subarray(0, size), offsets: offsets.subarray(0, size) };
}

/**
 * Finds the runs of at least `least` word units that stand in documents. Runs of 12 and more are all noticed, unless
 * more than 8 documents go on with the same words. Time grows with the text only, whatever is in it or in the
 * documents: a fixed number of runs is followed through the text at one time, a fixed number of places is looked at
 * for each unit, and the steps back are counted.
 * @param except id of a document that is not looked into
 */
export function findRuns({ units }: TextUnits, table: GramTable, least: number, except?: string): Run[] {
  const runs: Run[] = [];
  let followed: { readonly document: DocumentUnits; readonly from: number; next: number }[] = [];
  let stepsBack = STEPS_BACK.first;
  let hash = 0;
  let start = 0;
  /** Follows the run of a gram that begins at `start`, unless it is followed. One function for all of them. */
  const follow = (document: DocumentUnits, at: number): boolean => {
    if (document.document.id === except) return false;
    const next = at + GRAM;
    for (const run of followed) if (run.document === document && run.next === next) return false;
    for (let k = 0; k < GRAM; k++) if (units[start + k] !== document.units[at + k]) return false;
    let back = 0;
    while (back < start && stepsBack > 0 && isBefore(units, document, start, at, back)) {
      back++;
      stepsBack--;
    }
    followed.push({ document, from: start - back, next });
    return followed.length >= MOST_FOLLOWED;
  };
  for (let i = 0; i < units.length; i++) {
    stepsBack += STEPS_BACK.each;
    const unit = units[i] ?? 0;
    let ended = false;
    for (const run of followed) {
      if (run.document.units[run.next] === unit) {
        run.next++;
        continue;
      }
      if (i - run.from >= least) runs.push(toRun(run, i));
      run.next = -1;
      ended = true;
    }
    if (ended) followed = followed.filter(({ next }) => next >= 0);
    hash = rolled(hash, i < GRAM ? 0 : (units[i - GRAM] ?? 0), unit);
    if (i < GRAM - 1 || followed.length >= MOST_FOLLOWED) continue;
    start = i - GRAM + 1;
    table.forPlaces(hash, follow);
  }
  for (const run of followed) if (units.length - run.from >= least) runs.push(toRun(run, units.length));
  return runs;
}

function isBefore(
  units: Uint16Array,
  document: DocumentUnits,
  start: number,
  at: number,
  back: number,
): boolean {
  return back < at && units[start - back - 1] === document.units[at - back - 1];
}

function toRun(
  { document, from, next }: { document: DocumentUnits; from: number; next: number },
  to: number,
): Run {
  return { document, from, to, at: next - (to - from) };
}
