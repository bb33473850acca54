import type { PhraseStore } from './store';
import { bigram, KEY, mix } from './units';

/** Rows taken between two pauses of a build. */
const SLICE = 4096;

/**
 * For every bigram the rows that have it, ascending: row numbers in one array, cut by `offsets`. The last word unit
 * of a text counts as a bigram with nothing, so that the keys that begin with a unit are the texts that have it.
 */
export interface Postings {
  /** Bigrams, ascending. */
  readonly keys: Uint32Array;
  /** Where the rows of each key begin; one longer than `keys`. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** Rows below this are in. */
  readonly upTo: number;
}

export const NO_POSTINGS: Postings = {
  keys: new Uint32Array(0),
  offsets: new Uint32Array(1),
  rows: new Uint32Array(0),
  upTo: 0,
};

/** Calls back with every bigram of a row's text and of each of its keywords; some may come twice. */
export function forBigrams(store: PhraseStore, row: number, call: (bigram: number) => void): void {
  const start = store.starts.at(row);
  const text = start + store.lengths.at(row);
  const end = text + store.extras.at(row);
  let last = 0;
  for (let i = start; i <= end; i++) {
    const raw = i < end ? store.units.at(i) : 0;
    // The text ends, or a keyword does.
    if (i === end || i === text || raw === 10) {
      if (last !== 0) call(bigram(last, 0));
      last = 0;
    }
    const unit = KEY[raw] ?? 0;
    if (unit === 0) continue;
    if (last !== 0) call(bigram(last, unit));
    last = unit;
  }
}

/**
 * Builds the postings of all rows of a store that are there, pausing often: the caller decides when it goes on, and
 * drops the generator to cancel.
 * @returns the postings, when it is done; yields the share that is done, 0-1
 */
export function* buildPostings(store: PhraseStore): Generator<number, Postings> {
  const upTo = store.size;
  const table = new BigramTable();
  let total = 0;
  for (let row = 0; row < upTo; row++) {
    if (row % SLICE === SLICE - 1) yield row / upTo / 2;
    if (!store.isLive(row)) continue;
    forBigrams(store, row, (code) => (total += table.count(code, row)));
  }
  const { keys, offsets, slots } = table.sorted(total);
  const rows = new Uint32Array(total);
  const ends = offsets.slice();
  table.restart();
  for (let row = 0; row < upTo; row++) {
    if (row % SLICE === SLICE - 1) yield 0.5 + row / upTo / 2;
    if (!store.isLive(row)) continue;
    forBigrams(store, row, (code) => {
      const slot = table.find(code);
      if (!table.isNew(slot, row)) return;
      const key = slots[slot] ?? 0;
      const end = ends[key] ?? 0;
      rows[end] = row;
      ends[key] = end + 1;
    });
  }
  return { keys, offsets, rows, upTo };
}

/** Which slice of `rows` belongs to a key, as `[from, to)`; to both ends the same when there is none. */
export function findRows({ keys, offsets }: Postings, first: number, second: number): [number, number] {
  const at = lowerBound(keys, bigram(first, second));
  return keys[at] === bigram(first, second) ? [offsets[at] ?? 0, offsets[at + 1] ?? 0] : [0, 0];
}

/** The rows that have a unit: one slice, in which a row may come several times. */
export function findUnit({ keys, offsets }: Postings, unit: number): [number, number] {
  const from = lowerBound(keys, bigram(unit, 0));
  const to = unit >= 0xffff ? keys.length : lowerBound(keys, bigram(unit + 1, 0));
  return [offsets[from] ?? 0, offsets[to] ?? 0];
}

function lowerBound(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts the rows of each bigram, each row once. */
class BigramTable {
  #keys = new Uint32Array(1 << 14);
  #counts = new Uint32Array(1 << 14);
  /** The last row counted + 1. */
  #last = new Uint32Array(1 << 14);
  #used = 0;

  /** @returns 1 when the row was not counted for this bigram yet */
  count(code: number, row: number): number {
    if (this.#used * 2 >= this.#keys.length) this.#grow();
    const slot = this.find(code);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = code;
      this.#used++;
    }
    if (!this.isNew(slot, row)) return 0;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
    return 1;
  }

  isNew(slot: number, row: number): boolean {
    if (this.#last[slot] === row + 1) return false;
    this.#last[slot] = row + 1;
    return true;
  }

  /** Slot of a bigram, or of where it goes. No bigram is 0. */
  find(code: number): number {
    const mask = this.#keys.length - 1;
    let slot = mix(code) & mask;
    while (this.#keys[slot] !== code && this.#keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  restart(): void {
    this.#last.fill(0);
  }

  /** The keys in order, where the rows of each begin, and the number of the key in each slot. */
  sorted(total: number): { keys: Uint32Array; offsets: Uint32Array; slots: Uint32Array } {
    const keys = this.#keys.filter((key) => key !== 0).sort();
    const offsets = new Uint32Array(keys.length + 1);
    const slots = new Uint32Array(this.#keys.length);
    let offset = 0;
    for (const [index, key] of keys.entries()) {
      const slot = this.find(key);
      slots[slot] = index;
      offsets[index] = offset;
      offset += this.#counts[slot] ?? 0;
    }
    offsets[keys.length] = total;
    return { keys, offsets, slots };
  }

  #grow(): void {
    const [keys, counts, last] = [this.#keys, this.#counts, this.#last];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    this.#last = new Uint32Array(keys.length * 2);
    for (const [slot, key] of keys.entries()) {
      if (key === 0) continue;
      const to = this.find(key);
      this.#keys[to] = key;
      this.#counts[to] = counts[slot] ?? 0;
      this.#last[to] = last[slot] ?? 0;
    }
  }
}
