import { u16At, u32At, u8At } from '../text/typedArrays';
import { type InitialTable, lettersOf } from './initials';
import { forSlices, forUnitSlices, type Postings } from './postings';
import {
  type Best,
  forQuestion,
  forTyped,
  isForItsMatter,
  MATTER_RAISE,
  Meeting,
  UNUSED,
  type UsedWords,
} from './rank';
import type { PhraseStore } from './store';
import type { ScopeTable } from './tables';
import type { Typed } from './typed';
import { bigram, keyOf } from './units';

/** Everything a query works on. */
export interface Sight {
  readonly store: PhraseStore;
  readonly postings: Postings;
  /** Rows with occurrences that the postings do not have yet, by bigram; those with a unit under `bigram(unit, 0)`. */
  readonly pending: ReadonlyMap<number, readonly number[]>;
  readonly scope: ScopeTable;
  /** The sections of the scope. */
  readonly sections: readonly number[] | undefined;
  /** Per row: question bigrams shared, 0-3. */
  readonly question: Uint8Array | undefined;
  /** Rows about the persons and things the question is about. */
  readonly matter: ReadonlySet<number>;
  readonly used: UsedWords | undefined;
  readonly initials: InitialTable | undefined;
}

/** As many bigrams as a mask has bits. */
const MOST_BIGRAMS = 32;
/** Of the bigrams typed before the last one so many are looked at: what is near the cursor. */
const NEAR = 3;

/** Per row a bit for each bigram it has, while a query runs; all zero between queries, so it is shared. */
let masks = new Uint32Array(1024);
let touched = new Uint32Array(1024);
/** Which units are typed, while a query runs. */
const isTyped = new Uint8Array(0x10000);

/** Takes into `best` the rows of the scope, with nothing typed. */
export function listAll(sight: Sight, best: Best): void {
  const { scope, question, matter } = sight;
  const fitted = scope.scope.framework !== undefined || scope.scope.section !== undefined;
  // Without a section there is no fit to go by, and nothing to hold back.
  for (const row of fitted ? matter : []) {
    if (isForItsMatter(u32At(scope.bases, row))) offer(sight, best, row, MATTER_RAISE);
  }
  const most = question ? forQuestion(3) : 0;
  for (const row of scope.ranked) {
    const base = u32At(scope.bases, row);
    if (base + most < best.floor) return;
    // Of another question's person or thing: only when the writer types it.
    if (fitted && isForItsMatter(base)) continue;
    offer(sight, best, row, 0);
  }
}

/** Takes into `best` the rows of the scope that have what is typed last before the cursor. */
export function complete(sight: Sight, { units, bigrams }: Typed, best: Best): void {
  const { store } = sight;
  if (units.length === 1) {
    const [unit = 0] = units;
    const found = collectUnit(sight, unit);
    for (let i = 0; i < found; i++) {
      const row = u32At(touched, i);
      masks[row] = 0;
      if (store.firsts.at(row) === unit) offer(sight, best, row, forTyped(Meeting.continues, 0));
    }
    return;
  }
  let found = 0;
  for (const [index, pair] of bigrams
    .slice(-1 - NEAR)
    .reverse()
    .entries()) {
    found = collect(sight, pair, 1 << index, found, index > 0);
  }
  const firsts = store.firsts.view();
  for (const unit of units) isTyped[unit] = 1;
  for (let i = 0; i < found; i++) {
    const row = u32At(touched, i);
    const matched = bits(u32At(masks, row) >> 1);
    masks[row] = 0;
    // Most rows begin with a character that was not typed.
    const goesOn = isTyped[u16At(firsts, row)] === 1 && continues(store, row, units);
    offer(sight, best, row, forTyped(goesOn ? Meeting.continues : Meeting.contains, matched));
  }
  for (const unit of units) isTyped[unit] = 0;
}

/** Takes into `best` the rows of the scope that have what was typed before the last character. */
export function completeLoosely(sight: Sight, { bigrams }: Typed, best: Best): void {
  const before = bigrams.at(-2);
  const found = before ? collect(sight, before, 1, 0, false) : 0;
  for (let i = 0; i < found; i++) {
    const row = u32At(touched, i);
    masks[row] = 0;
    offer(sight, best, row, forTyped(Meeting.shares, 0));
  }
}

/** Takes into `best` the rows of the scope that have all words, or else some of them. */
export function search(sight: Sight, words: readonly Typed[], best: Best): void {
  const { store } = sight;
  const [only] = words;
  if (words.length === 1 && only?.units.length === 1) {
    const found = collectUnit(sight, only.units[0] ?? 0);
    for (let i = 0; i < found; i++) {
      const row = u32At(touched, i);
      masks[row] = 0;
      offer(sight, best, row, forTyped(Meeting.continues, 0));
    }
    return;
  }
  const pairs = new Map(words.flatMap((word) => word.bigrams).map((pair) => [bigram(...pair), pair]));
  const bigrams = [...pairs.values()].slice(0, MOST_BIGRAMS);
  const wanted = bigrams.length;
  let found = 0;
  for (const [index, pair] of bigrams.entries()) found = collect(sight, pair, 1 << index, found, false);
  for (let i = 0; i < found; i++) {
    const row = u32At(touched, i);
    const count = bits(u32At(masks, row));
    masks[row] = 0;
    const all = count === wanted;
    const every = all && words.every((word) => contains(store, row, word.units));
    const meeting = every ? Meeting.continues : all ? Meeting.contains : Meeting.shares;
    const part = all ? 0 : Math.min(3, Math.floor((count * 4) / wanted));
    offer(sight, best, row, forTyped(meeting, part));
  }
}

/** Takes into `best` the rows of the scope with a clause whose pinyin initials begin with the letters. */
export function byInitials(sight: Sight, letters: string, best: Best): void {
  const { initials } = sight;
  if (!initials) return;
  const masks = lettersOf(letters);
  for (const row of sight.scope.rows) {
    const meets = initials.meets(sight.store, row, masks);
    if (meets === 0) continue;
    offer(sight, best, row, forTyped(meets === 2 ? Meeting.continues : Meeting.contains, 0));
  }
}

/** Takes a row into the best ones when it ranks among them. */
function offer(sight: Sight, best: Best, row: number, typed: number): void {
  const { store, scope, question, used } = sight;
  const base = u32At(scope.bases, row);
  const value = base + typed + (question ? forQuestion(u8At(question, row)) : 0);
  if (base === 0 || !best.admits(row, value)) return;
  // Whether it is used is looked at last, and only when it matters.
  best.add(row, used?.has(store, row) ? value - UNUSED : value);
}

/**
 * Sets a bit of the mask of the rows of the scope that have a bigram.
 * @param found how many rows are in `touched`
 * @param only whether rows without any bit are passed by
 * @returns how many rows are in `touched` now
 */
function collect(
  { store, postings, pending, scope: { bases }, sections }: Sight,
  [first, second]: readonly [number, number],
  bit: number,
  found: number,
  only: boolean,
): number {
  reserve(store.size);
  let size = found;
  const mark = (row: number): void => {
    const mask = u32At(masks, row);
    if (mask === 0) {
      if (only || bases[row] === 0) return;
      touched[size++] = row;
    }
    masks[row] = mask | bit;
  };
  const code = bigram(first, second);
  const { entries, rowBits } = postings;
  const rowMask = 2 ** rowBits - 1;
  forSlices(postings, code, sections, (from, to) => {
    for (let at = from; at < to; at++) mark(u32At(entries, at) & rowMask);
  });
  for (const row of pending.get(code) ?? []) mark(row);
  return size;
}

/** How many bits are set. */
function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Sets the mask of the rows of the scope that have a unit. @returns how many rows are in `touched` */
function collectUnit({ store, postings, pending, sections, scope: { bases } }: Sight, unit: number): number {
  reserve(store.size);
  let size = 0;
  const mark = (row: number): void => {
    if (bases[row] === 0 || masks[row] !== 0) return;
    masks[row] = 1;
    touched[size++] = row;
  };
  const { entries, rowBits } = postings;
  const rowMask = 2 ** rowBits - 1;
  forUnitSlices(postings, unit, sections, (from, to) => {
    for (let at = from; at < to; at++) mark(u32At(entries, at) & rowMask);
  });
  for (const row of pending.get(bigram(unit, 0)) ?? []) mark(row);
  return size;
}

function reserve(size: number): void {
  if (masks.length >= size) return;
  masks = new Uint32Array(size * 2);
  touched = new Uint32Array(size * 2);
}

/** Whether the row begins with at least the last two units typed. */
function continues(store: PhraseStore, row: number, units: Uint16Array): boolean {
  const first = store.firsts.at(row);
  const start = store.starts.at(row);
  const end = start + store.lengths.at(row);
  const text = store.units.view();
  for (let from = 0; from + 2 <= units.length; from++) {
    if (units[from] === first && goesOnAt(text, start, end, units, from)) return true;
  }
  return false;
}

/** Whether a row's text or one of its keywords has the units, punctuation stepped over. */
function contains(store: PhraseStore, row: number, units: Uint16Array): boolean {
  const start = store.starts.at(row);
  const text = start + store.lengths.at(row);
  const end = text + store.extras.at(row);
  const all = store.units.view();
  for (let i = start; i < end; i++) {
    if (keyOf(u16At(all, i)) !== units[0]) continue;
    // Keywords are parted by line ends.
    const stop = i < text ? text : all.indexOf(10, i);
    if (goesOnAt(all, i, stop < 0 || stop > end ? end : stop, units, 0)) return true;
  }
  return false;
}

/** Whether the word units of `text` from `start` on are those of `units` from `from` on. */
function goesOnAt(text: Uint16Array, start: number, end: number, units: Uint16Array, from: number): boolean {
  let at = from;
  for (let i = start; i < end && at < units.length; i++) {
    const unit = keyOf(u16At(text, i));
    if (unit === 0) continue;
    if (unit !== units[at]) return false;
    at++;
  }
  return at === units.length;
}
