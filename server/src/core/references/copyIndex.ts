import { countHanzi } from '../text/count';
import { compareTexts } from '../text/compareTexts';
import { isHigh, isLow } from '../text/surrogates';
import { u16At } from '../text/typedArrays';
import { DocumentUnits } from './documentUnits';
import { GramTable } from './gramTable';
import { findRuns, readUnits, type Run, type TextUnits } from './runs';
import type { Copy, ReferenceDocument } from './types';

/**
 * Finds what of a text stands word for word in the documents. Words are compared without regard to punctuation,
 * width, case and script; documents come and go one by one. About 1.5 times the size of the documents' text in memory.
 */
export class CopyIndex {
  readonly #table = new GramTable();

  /** Takes a document in, in place of the one with its id. Time grows with the document only. */
  add(document: ReferenceDocument): void {
    this.remove(document.id);
    this.#table.add(new DocumentUnits(document));
  }

  /** Takes a document out. @returns whether it was there */
  remove(id: string): boolean {
    return this.#table.remove(id);
  }

  /**
   * The longest runs of a text that stand in documents, in order, not overlapping. A run goes on from one paragraph
   * of a document to the next. Of two runs that overlap, the shorter one loses what they share.
   * @param leastHanzi 字 of the shortest run wanted; runs of less than 12 are not all found
   * @param except id of a document that is not looked into
   */
  copies(text: string, leastHanzi: number, except?: string): Copy[] {
    const least = Math.max(1, leastHanzi);
    const read = readUnits(text);
    const found = findRuns(read, this.#table, least, except).filter(
      (run) => hanziOf(text, read, run) >= least,
    );
    const taken = new Uint8Array(read.units.length);
    const kept: Run[] = [];
    for (const run of found.sort(longestFirst)) {
      const rest = trimmed(run, read, taken);
      taken.fill(1, run.from, run.to);
      if (hanziOf(text, read, rest) >= least) kept.push(rest);
    }
    return kept
      .sort((a, b) => a.from - b.from)
      .map((run) => ({
        from: read.offsets[run.from] ?? 0,
        to: (read.offsets[run.to - 1] ?? 0) + 1,
        hanzi: hanziOf(text, read, run),
        place: run.document.placeOf(run.at, run.at + run.to - run.from),
      }));
  }
}

/** The longest first; among equals the order does not depend on that of the documents. */
function longestFirst(a: Run, b: Run): number {
  return (
    b.to - b.from - (a.to - a.from) ||
    a.from - b.from ||
    compareTexts(a.document.document.id, b.document.document.id) ||
    a.at - b.at
  );
}

/**
 * What of a run no longer run has taken, on borders of characters. Longer ones take from its ends only, so one piece
 * is left.
 */
function trimmed(run: Run, { units, offsets }: TextUnits, taken: Uint8Array): Run {
  let { from, to } = run;
  while (from < to && taken[from] === 1) from++;
  while (from < to && taken[to - 1] === 1) to--;
  /** Whether a border would part the two halves of an astral character. */
  const parts = (border: number): boolean =>
    isHigh(u16At(units, border - 1)) &&
    isLow(u16At(units, border)) &&
    offsets[border] === (offsets[border - 1] ?? 0) + 1;
  if (from < to && parts(from)) from++;
  if (from < to && parts(to)) to--;
  return { ...run, from, to, at: run.at + from - run.from };
}

function hanziOf(text: string, { offsets }: TextUnits, { from, to }: Run): number {
  return from < to ? countHanzi(text, offsets[from], (offsets[to - 1] ?? 0) + 1) : 0;
}
