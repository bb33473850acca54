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
  /** A bit by hash of each transition: small enough to stay at hand, and mostly unset. */
  readonly filter: Uint32Array;
  /** Bits by hash of what patterns begin with, see `mayBegin`. */
  readonly beginnings: Uint32Array;
  /** Length of each pattern. */
  readonly lengths: Uint16Array;
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

/** Of a hash, so many bits say where the bit for a beginning is. */
const BEGINNING_BITS = 18;

/** Bits for the beginnings of patterns, none of them set. */
export function noBeginnings(): Uint32Array {
  return new Uint32Array((1 << BEGINNING_BITS) / 32);
}

/* A hash of one unit, of two and of three: each is made of the one before. */
const hashOfOne = (first: number): number => Math.imul(first, 0x9e3779b1);
const hashOfTwo = (one: number, second: number): number => Math.imul(one ^ second, 0x85ebca6b);
const hashOfThree = (two: number, third: number): number => Math.imul(two ^ third, 0xc2b2ae35);

function bitAt(bits: Uint32Array, mixed: number): number {
  const bit = mixed >>> (32 - BEGINNING_BITS);
  return (bits[bit >>> 5] ?? 0) >>> (bit & 31);
}

/** Notes the first three units of a pattern, or all when it has less. */
export function setBeginning(beginnings: Uint32Array, units: readonly number[]): void {
  const [first = 0, second, third] = units;
  let mixed = hashOfOne(first);
  if (second !== undefined) mixed = hashOfTwo(mixed, second);
  if (third !== undefined) mixed = hashOfThree(mixed, third);
  const bit = mixed >>> (32 - BEGINNING_BITS);
  beginnings[bit >>> 5] = (beginnings[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Whether a pattern may begin with three units, or be the first of them or the first two. */
export function mayBegin(beginnings: Uint32Array, first: number, second: number, third: number): boolean {
  const one = hashOfOne(first);
  const two = hashOfTwo(one, second);
  const three = hashOfThree(two, third);
  // One question for all: the processor does well to guess that nothing begins here.
  return ((bitAt(beginnings, one) | bitAt(beginnings, two) | bitAt(beginnings, three)) & 1) !== 0;
}
