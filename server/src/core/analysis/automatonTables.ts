/** Stands in `keys` where there is no transition. */
export const EMPTY = 0xffffffff;

/** An automaton as tables, to be kept and used again without the words. */
export interface AutomatonTables {
  /** `state << 16 | unit` of each transition in an open-addressing hash table, or EMPTY; its length is a power of two. */
  readonly keys: Uint32Array;
  /** State each transition leads to. */
  readonly targets: Uint16Array;
  /** State to go on from where there is no transition. */
  readonly fail: Uint16Array;
  /** Pattern that ends in a state, or -1. */
  readonly pattern: Int32Array;
  /** Next shorter state along the failure links in which a pattern ends; 0 for none. */
  readonly output: Uint16Array;
  /** The state itself where a pattern ends in it, else its output: what there is to report, 0 for nothing. */
  readonly ends: Uint16Array;
  /** A bit by hash of each transition that is not the root's: small enough to stay at hand, and mostly unset. */
  readonly filter: Uint32Array;
  /** Length of each pattern. */
  readonly lengths: Uint16Array;
  /** Transitions of the root by unit: most characters begin no word, and this says so at once. */
  readonly root: Uint16Array;
}

/** A transition as a number of 32 bits. */
export function transitionKey(state: number, unit: number): number {
  return ((state << 16) | unit) >>> 0;
}

/** Bits of the filter; a power of two. */
export const FILTER_BITS = 1 << 17;

/** Whether a transition of this hash may be there. */
export function hasBit(filter: Uint32Array, mixed: number): boolean {
  const bit = (mixed >>> 8) & (FILTER_BITS - 1);
  return (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) !== 0;
}

/** Notes that a transition of this hash is there. */
export function setBit(filter: Uint32Array, mixed: number): void {
  const bit = (mixed >>> 8) & (FILTER_BITS - 1);
  filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Spreads the bits of a transition's key. */
export function hash(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}
