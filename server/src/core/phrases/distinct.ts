import { u16At, u32At, u8At } from '../text/typedArrays';
import { agree } from './dedupe';
import type { PhraseStore } from './store';
import { bigram, keyOf, mix } from './units';

/** As many phrases as a mask has bits are compared at once. */
const GROUP = 32;
/** Shingles that are looked at per phrase; none of up to 40 字 has more. */
const MOST = 60;
/** Slots of the table of one group: at least twice the shingles of its phrases. */
const TABLE = 4096;

/** Of a group: the shingle in a slot, and which of the phrases kept have it. */
interface Group {
  readonly table: Uint32Array;
  readonly has: Uint32Array;
}

const groups: Group[] = [];
const own = new Uint32Array(MOST);

/**
 * Takes rows, best first, as long as they say different things: one that is a near duplicate of a better one (see
 * `agree`) is left out. Only one may be in use at a time: they share their tables.
 */
export class Distinct {
  readonly kept: number[] = [];
  readonly #sizes: number[] = [];
  readonly #shared: Uint8Array;

  /** @param limit how many rows are kept */
  constructor(
    readonly store: PhraseStore,
    readonly limit: number,
  ) {
    this.#shared = new Uint8Array(limit);
  }

  /** @param most how many rows are kept at most, no more than the limit */
  take(rows: Uint32Array, most = this.limit): void {
    for (const row of rows) {
      if (this.kept.length >= Math.min(most, this.limit)) return;
      this.#takeOne(row);
    }
  }

  #takeOne(row: number): void {
    const { kept } = this;
    const shared = this.#shared;
    const size = shinglesOf(this.store, row);
    shared.fill(0, 0, kept.length);
    for (const [number, group] of groups.entries()) {
      const first = number * GROUP;
      if (first >= kept.length) break;
      countShared(group, first, size, shared);
    }
    for (const [at, other] of this.#sizes.entries()) {
      if (agree(u8At(shared, at), size, other)) return;
    }
    keep(kept.length, size);
    kept.push(row);
    this.#sizes.push(size);
  }
}

/** Counts which of the phrases of a group, from number `first` on, share how many of the first `size` shingles in `own`. */
function countShared({ table, has }: Group, first: number, size: number, shared: Uint8Array): void {
  for (let i = 0; i < size; i++) {
    const slot = find(table, u32At(own, i));
    if (table[slot] === 0) continue;
    for (let mask = u32At(has, slot); mask !== 0; mask &= mask - 1) {
      const at = first + 31 - Math.clz32(mask & -mask);
      shared[at] = u8At(shared, at) + 1;
    }
  }
}

/** Puts the shingles in `own` down as those of phrase number `at`. */
function keep(at: number, size: number): void {
  const { table, has } = (groups[Math.floor(at / GROUP)] ??= {
    table: new Uint32Array(TABLE),
    has: new Uint32Array(TABLE),
  });
  if (at % GROUP === 0) table.fill(0);
  for (let i = 0; i < size; i++) {
    const shingle = u32At(own, i);
    const slot = find(table, shingle);
    if (table[slot] === 0) has[slot] = 0;
    table[slot] = shingle;
    has[slot] = u32At(has, slot) | (1 << (at % GROUP));
  }
}

/** Slot of a shingle, or of where it goes. No shingle is 0. */
function find(table: Uint32Array, shingle: number): number {
  let slot = mix(shingle) & (TABLE - 1);
  while (table[slot] !== 0 && table[slot] !== shingle) slot = (slot + 1) & (TABLE - 1);
  return slot;
}

/** Puts the shingles of a row's text into `own` (see `agree`). @returns how many there are */
function shinglesOf(store: PhraseStore, row: number): number {
  const units = store.units.view();
  const start = store.starts.at(row);
  const end = start + store.lengths.at(row);
  let size = 0;
  let last = 0;
  for (let i = start; i < end && size < MOST; i++) {
    const unit = keyOf(u16At(units, i));
    if (unit === 0) continue;
    if (last !== 0) {
      const shingle = bigram(last, unit);
      let at = 0;
      while (at < size && own[at] !== shingle) at++;
      if (at === size) own[size++] = shingle;
    }
    last = unit;
  }
  if (size === 0 && last !== 0) own[size++] = last;
  return size;
}
