import { type InitialTable, lettersOf } from './initials';
import { findRows, findUnit, type Postings } from './postings';
import { type Best, Meeting, rank, UNUSED, type UsedWords } from './rank';
import type { PhraseStore } from './store';
import type { ScopeTable } from './tables';
import type { Typed } from './typed';
import { bigram, KEY } from './units';

/** Everything a query works on. */
export interface Sight {
  readonly store: PhraseStore;
  /** Of every row, as in the store. */
  readonly hanzi: Uint8Array;
  readonly documents: Uint16Array;
  readonly postings: Postings;
  /** Rows that the postings do not have yet, by bigram; those with a unit under `bigram(unit, 0)`. */
  readonly pending: ReadonlyMap<number, readonly number[]>;
  readonly scope: ScopeTable;
  /** Per row: question bigrams shared, 0-3. */
  readonly question: Uint8Array | undefined;
  readonly used: UsedWords | undefined;
  readonly initials: InitialTable | undefined;
}

/** Weight of the last bigram typed: more than all others together, of which there are at most 23. */
const TAIL = 32;

/** Counts per row while a query runs; all zero between queries, so it is shared. */
let counts = new Uint8Array(1024);
let touched = new Uint32Array(1024);

/** Takes into `best` the rows of the scope, with nothing typed. */
export function listAll(sight: Sight, best: Best): void {
  for (const row of sight.scope.rows) offer(sight, best, row, Meeting.section, 0);
}

/**
 * Takes into `best` the rows of the scope that have what is typed last before the cursor.
 * @param all whether to take also those that have only something typed before that; they rank below
 */
export function complete(sight: Sight, typed: Typed, best: Best, all: boolean): void {
  const { store } = sight;
  const { units, bigrams } = typed;
  if (units.length === 1) {
    const [unit = 0] = units;
    for (const row of collectUnit(sight, unit)) {
      if (firstUnit(store, row) === unit) offer(sight, best, row, Meeting.continues, 0);
    }
    return;
  }
  const tail = bigrams.at(-1);
  if (!tail) return;
  let found = collect(sight, [tail], 0, TAIL, false);
  found = collect(sight, bigrams.slice(0, -1), found, 1, !all);
  const [starts, text] = [store.starts.view(), store.units.view()];
  for (let i = 0; i < found; i++) {
    const row = touched[i] ?? 0;
    const count = counts[row] ?? 0;
    counts[row] = 0;
    if (count < TAIL) {
      offer(sight, best, row, Meeting.shares, Math.min(3, count - 1));
      continue;
    }
    // Most rows begin with a character that was not typed: that is seen at once.
    const first = (KEY[text[starts[row] ?? 0] ?? 0] ?? 0) || firstUnit(store, row);
    const goesOn = units.includes(first) && continues(store, row, units, first);
    offer(sight, best, row, goesOn ? Meeting.continues : Meeting.contains, Math.min(3, count - TAIL));
  }
}

/** Takes into `best` the rows of the scope that have all words, or else some of them. */
export function search(sight: Sight, words: readonly Typed[], best: Best): void {
  const { store } = sight;
  const [only] = words;
  if (words.length === 1 && only?.units.length === 1) {
    for (const row of collectUnit(sight, only.units[0] ?? 0)) offer(sight, best, row, Meeting.continues, 0);
    return;
  }
  const bigrams = new Map(words.flatMap((word) => word.bigrams).map((pair) => [bigram(...pair), pair]));
  const wanted = Math.min(255, bigrams.size);
  const found = collect(sight, [...bigrams.values()].slice(0, 255), 0, 1, false);
  for (let i = 0; i < found; i++) {
    const row = touched[i] ?? 0;
    const count = counts[row] ?? 0;
    counts[row] = 0;
    const all = count === wanted;
    const every = all && words.every((word) => contains(store, row, word.units));
    const meeting = every ? Meeting.continues : all ? Meeting.contains : Meeting.shares;
    offer(sight, best, row, meeting, all ? 0 : Math.min(3, Math.floor((count * 4) / wanted)));
  }
}

/** Takes into `best` the rows of the scope with a clause whose pinyin initials begin with the letters. */
export function byInitials({ initials, ...sight }: Sight, letters: string, best: Best): void {
  if (!initials) return;
  const masks = lettersOf(letters);
  for (const row of sight.scope.rows) {
    const meets = initials.meets(sight.store, row, masks);
    if (meets === 0) continue;
    offer({ ...sight, initials }, best, row, meets === 2 ? Meeting.continues : Meeting.contains, 0);
  }
}

/** Takes a row into the best ones when it ranks among them. */
function offer(sight: Sight, best: Best, row: number, meeting: number, matched: number): void {
  const { store, used, hanzi, documents } = sight;
  const fit = sight.scope.fits[row] ?? 0;
  if (fit === 0) return;
  const question = sight.question?.[row] ?? 0;
  const value = rank(meeting, matched, fit, question, hanzi[row] ?? 0, documents[row] ?? 0);
  // Whether it is used is looked at last, and only when it matters.
  if (!best.takes(value)) return;
  best.add(row, used?.has(store, row) ? value - UNUSED : value);
}

/**
 * Adds to the counts of the rows of the scope that have a bigram, for each bigram.
 * @param found how many rows are in `touched`
 * @param only whether rows that are not counted yet are passed by
 * @returns how many rows are in `touched` now
 */
function collect(
  { store, postings, pending, scope: { fits } }: Sight,
  bigrams: readonly (readonly [number, number])[],
  found: number,
  weight: number,
  only: boolean,
): number {
  reserve(store.size);
  let size = found;
  const count = (rows: ArrayLike<number>, from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      if (fits[row] === 0) continue;
      const known = counts[row] ?? 0;
      if (known === 0) {
        if (only) continue;
        touched[size++] = row;
      }
      counts[row] = known + weight;
    }
  };
  for (const [first, second] of bigrams) {
    const [from, to] = findRows(postings, first, second);
    count(postings.rows, from, to);
    const late = pending.get(bigram(first, second));
    if (late) count(late, 0, late.length);
  }
  return size;
}

/** The rows of the scope that have a unit, each once. */
function collectUnit({ postings, pending, scope: { fits } }: Sight, unit: number): Set<number> {
  const [from, to] = findUnit(postings, unit);
  const rows = new Set<number>();
  for (let at = from; at < to; at++) {
    const row = postings.rows[at] ?? 0;
    if (fits[row] !== 0) rows.add(row);
  }
  for (const row of pending.get(bigram(unit, 0)) ?? []) if (fits[row] !== 0) rows.add(row);
  return rows;
}

function reserve(size: number): void {
  if (counts.length >= size) return;
  counts = new Uint8Array(size * 2);
  touched = new Uint32Array(size * 2);
}

/** Whether the row, whose first unit is `first`, begins with at least the last two units typed. */
function continues(store: PhraseStore, row: number, units: Uint16Array, first: number): boolean {
  for (let from = 0; from + 2 <= units.length; from++) {
    if (units[from] === first && beginsWith(store, row, units, from)) return true;
  }
  return false;
}

function beginsWith(store: PhraseStore, row: number, units: Uint16Array, from: number): boolean {
  const start = store.starts.at(row);
  const end = start + store.lengths.at(row);
  let typed = from;
  for (let i = start; i < end && typed < units.length; i++) {
    const unit = KEY[store.units.at(i)] ?? 0;
    if (unit === 0) continue;
    if (unit !== units[typed]) return false;
    typed++;
  }
  return typed === units.length;
}

/** Whether a row's text or one of its keywords has the units, punctuation stepped over. */
function contains(store: PhraseStore, row: number, units: Uint16Array): boolean {
  const start = store.starts.at(row);
  const text = start + store.lengths.at(row);
  const end = text + store.extras.at(row);
  const key: number[] = [];
  for (let i = start; i < end; i++) {
    const raw = store.units.at(i);
    if (i === text || raw === 10) key.push(0);
    const unit = KEY[raw] ?? 0;
    if (unit !== 0) key.push(unit);
  }
  return key.some((_, from) => units.every((unit, at) => key[from + at] === unit));
}

function firstUnit(store: PhraseStore, row: number): number {
  const start = store.starts.at(row);
  const end = start + store.lengths.at(row);
  for (let i = start; i < end; i++) {
    const unit = KEY[store.units.at(i)] ?? 0;
    if (unit !== 0) return unit;
  }
  return 0;
}
