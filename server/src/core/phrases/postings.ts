import { u16At, u32At } from '../text/typedArrays';
import { sectionOf } from './slots';
import type { PhraseStore } from './store';
import { bigram, keyOf, mix } from './units';

/** Rows taken between two pauses of a build. */
const SLICE = 1024;

/**
 * For every bigram the rows that have it, grouped by section: in one array of entries, cut by `offsets`, each entry
 * the number of a section above `rowBits` bits of row number, ascending. So the rows of one section are one slice. A
 * row stands once for every section it serves, and under the greatest number when it serves none. The last word unit
 * of a text counts as a bigram with nothing, so that the keys that begin with a unit are the texts that have it.
 */
export interface Postings {
  /** Bigrams, ascending. */
  readonly keys: Uint32Array;
  /** Where the entries of each key begin; one longer than `keys`. */
  readonly offsets: Uint32Array;
  readonly entries: Uint32Array;
  readonly rowBits: number;
  /** Occurrences below this are in. */
  readonly upTo: number;
}

export const NO_POSTINGS: Postings = {
  keys: new Uint32Array(0),
  offsets: new Uint32Array(1),
  entries: new Uint32Array(0),
  rowBits: 31,
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
    const unit = keyOf(raw);
    if (unit === 0) continue;
    if (last !== 0) call(bigram(last, unit));
    last = unit;
  }
}

/**
 * Builds the postings of all rows of a store that are there, pausing often: the caller decides when it goes on, and
 * drops the generator to cancel.
 * @returns the postings, when it is done; yields the share that is done, 0-1
 * @throws RangeError when rows and sections cannot be numbered in 32 bits (a million phrases with 4000 sections)
 */
export function* buildPostings(store: PhraseStore): Generator<number, Postings> {
  const upTo = store.rows.length;
  const rowBits = Math.clz32(store.names.sections.length + 1);
  if (store.size > 2 ** rowBits) throw new RangeError(`too many phrases: ${store.size}`);
  const { rows, groups } = yield* grouped(store, 2 ** (32 - rowBits) - 1);
  const table = new BigramTable();
  let total = 0;
  let at = 0;
  const count = (code: number): void => void (total += table.count(code, at));
  for (; at < rows.length; at++) {
    if (at % SLICE === SLICE - 1) yield at / rows.length / 2;
    forBigrams(store, u32At(rows, at), count);
  }
  const { keys, offsets, slots } = yield* table.sorted(total);
  const entries = new Uint32Array(total);
  const ends = offsets.slice();
  table.restart();
  let entry = 0;
  const enter = (code: number): void => {
    const slot = table.find(code);
    if (!table.isNew(slot, at)) return;
    const key = u32At(slots, slot);
    const end = u32At(ends, key);
    entries[end] = entry;
    ends[key] = end + 1;
  };
  for (at = 0; at < rows.length; at++) {
    if (at % SLICE === SLICE - 1) yield 0.5 + at / rows.length / 2;
    const row = u32At(rows, at);
    entry = (u16At(groups, at) * 2 ** rowBits + row) >>> 0;
    forBigrams(store, row, enter);
  }
  return { keys, offsets, entries, rowBits, upTo };
}

/** The rows that are there, once for each section, by section and row. */
function* grouped(
  store: PhraseStore,
  none: number,
): Generator<number, { rows: Uint32Array; groups: Uint16Array }> {
  const bySection = new Map<number, number[]>();
  for (let row = 0; row < store.size; row++) {
    if (row % SLICE === SLICE - 1) yield 0;
    if (!store.isLive(row)) continue;
    for (const section of sectionsOf(store, row, none)) {
      const rows = bySection.get(section);
      if (rows) rows.push(row);
      else bySection.set(section, [row]);
    }
  }
  const sections = [...bySection].sort(([a], [b]) => a - b);
  const size = sections.reduce((sum, [, rows]) => sum + rows.length, 0);
  const rows = new Uint32Array(size);
  const groups = new Uint16Array(size);
  let at = 0;
  for (const [section, own] of sections) {
    rows.set(own, at);
    groups.fill(section, at, at + own.length);
    at += own.length;
  }
  return { rows, groups };
}

function sectionsOf(store: PhraseStore, row: number, none: number): number[] {
  const sections: number[] = [];
  for (let next = store.heads.at(row); next !== 0; next = store.nexts.at(next - 1)) {
    const start = store.slotStarts.at(next - 1);
    const end = start + store.slotCounts.at(next - 1);
    for (let slot = start; slot < end; slot++) {
      const section = sectionOf(store.slots.at(slot));
      if (!sections.includes(section)) sections.push(section);
    }
  }
  return sections.length > 0 ? sections : [none];
}

/** Calls back with the slices of entries, as `[from, to)`, of those of the sections that have the bigram. */
export function forSlices(
  postings: Postings,
  code: number,
  sections: readonly number[] | undefined,
  call: (from: number, to: number) => void,
): void {
  const key = lowerBound(postings.keys, code, 0, postings.keys.length);
  if (postings.keys[key] === code) forSlicesAt(postings, key, sections, call);
}

/** The same for all bigrams that begin with a unit; a row may come several times. */
export function forUnitSlices(
  postings: Postings,
  unit: number,
  sections: readonly number[] | undefined,
  call: (from: number, to: number) => void,
): void {
  const { keys } = postings;
  for (let key = lowerBound(keys, bigram(unit, 0), 0, keys.length); key < keys.length; key++) {
    if (u32At(keys, key) >>> 16 !== unit) return;
    forSlicesAt(postings, key, sections, call);
  }
}

function forSlicesAt(
  { offsets, entries, rowBits }: Postings,
  key: number,
  sections: readonly number[] | undefined,
  call: (from: number, to: number) => void,
): void {
  const start = u32At(offsets, key);
  const end = u32At(offsets, key + 1);
  if (!sections) {
    call(start, end);
    return;
  }
  for (const section of sections) {
    // Beyond 32 bits for the last group, which no section has.
    const from = lowerBound(entries, section * 2 ** rowBits, start, end);
    const to = lowerBound(entries, (section + 1) * 2 ** rowBits, from, end);
    if (from < to) call(from, to);
  }
}

function lowerBound(values: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (u32At(values, middle) < value) low = middle + 1;
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
    this.#counts[slot] = u32At(this.#counts, slot) + 1;
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
  *sorted(total: number): Generator<number, { keys: Uint32Array; offsets: Uint32Array; slots: Uint32Array }> {
    const keys = new Uint32Array(this.#used);
    let used = 0;
    for (const key of this.#keys) if (key !== 0) keys[used++] = key;
    yield 0.5;
    keys.sort();
    yield 0.5;
    const offsets = new Uint32Array(keys.length + 1);
    const slots = new Uint32Array(this.#keys.length);
    let offset = 0;
    // Not by `entries()`, which makes an array for each of some hundred thousand.
    for (let index = 0; index < keys.length; index++) {
      if (index % (SLICE * 8) === SLICE * 8 - 1) yield 0.5;
      const slot = this.find(u32At(keys, index));
      slots[slot] = index;
      offsets[index] = offset;
      offset += u32At(this.#counts, slot);
    }
    offsets[keys.length] = total;
    return { keys, offsets, slots };
  }

  #grow(): void {
    const [keys, counts, last] = [this.#keys, this.#counts, this.#last];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    this.#last = new Uint32Array(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot++) {
      const key = u32At(keys, slot);
      if (key === 0) continue;
      const to = this.find(key);
      this.#keys[to] = key;
      this.#counts[to] = u32At(counts, slot);
      this.#last[to] = u32At(last, slot);
    }
  }
}
