import { SILENT } from '../draft/sentences';
import { FOLD, fold } from '../text/fold';
import { u16At } from '../text/typedArrays';

/** Called for every occurrence; offsets are UTF-16 units of the scanned text. */
export type OnMatch = (pattern: number, from: number, to: number) => void;

const SILENT_UNIT = SILENT.charCodeAt(0);
const EMPTY = 0xffffffff;

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

/**
 * Finds all occurrences of all patterns in one pass (Aho-Corasick). Transitions live in one open-addressing hash
 * table: Chinese has too many characters for a dense table per state, and most characters leave the root at once.
 * Matching compares folded text and steps over `SILENT` units.
 */
export class Automaton {
  readonly #keys: Uint32Array;
  readonly #targets: Uint16Array;
  readonly #mask: number;
  readonly #fail: Uint16Array;
  readonly #pattern: Int32Array;
  readonly #output: Uint16Array;
  readonly #ends: Uint16Array;
  readonly #filter: Uint32Array;
  readonly #lengths: Uint16Array;
  readonly #root: Uint16Array;

  /**
   * @param patterns literal words, folded here, of which the empty string never matches; or the `tables` of another
   * automaton
   * @throws RangeError when the patterns need more than 65 535 states (about 20 000 words)
   */
  constructor(patterns: readonly string[] | AutomatonTables) {
    const tables = 'targets' in patterns ? patterns : compile(patterns);
    this.#keys = tables.keys;
    this.#mask = tables.keys.length - 1;
    this.#targets = tables.targets;
    this.#fail = tables.fail;
    this.#pattern = tables.pattern;
    this.#output = tables.output;
    this.#ends = tables.ends;
    this.#filter = tables.filter;
    this.#lengths = tables.lengths;
    this.#root = tables.root;
  }

  get tables(): AutomatonTables {
    return {
      keys: this.#keys,
      targets: this.#targets,
      fail: this.#fail,
      pattern: this.#pattern,
      output: this.#output,
      ends: this.#ends,
      filter: this.#filter,
      lengths: this.#lengths,
      root: this.#root,
    };
  }

  /** Reports every occurrence in `text`, in order of its end. */
  scan(text: string, onMatch: OnMatch): void {
    let state = 0;
    let silent = false;
    for (let i = 0; i < text.length; i++) {
      const raw = text.charCodeAt(i);
      if (raw === SILENT_UNIT) {
        silent = true;
        continue;
      }
      const unit = FOLD[raw] ?? raw;
      state = this.#next(state, unit);
      for (let at = this.#ends[state] ?? 0; at !== 0; at = this.#output[at] ?? 0) {
        const pattern = this.#pattern[at] ?? 0;
        const length = this.#lengths[pattern] ?? 0;
        onMatch(pattern, silent ? startBefore(text, i + 1, length) : i + 1 - length, i + 1);
      }
    }
  }

  /** Where an occurrence that ends at `to` begins. */
  startOf(text: string, pattern: number, to: number): number {
    return startBefore(text, to, this.#lengths[pattern] ?? 0);
  }

  #next(from: number, unit: number): number {
    for (let state = from; state !== 0; state = this.#fail[state] ?? 0) {
      const target = this.#lookup(state, unit);
      if (target !== 0) return target;
    }
    return this.#root[unit] ?? 0;
  }

  #lookup(state: number, unit: number): number {
    const key = ((state << 16) | unit) >>> 0;
    const mixed = hash(key);
    if (!hasBit(this.#filter, mixed)) return 0;
    let slot = mixed & this.#mask;
    for (;;) {
      const found = this.#keys[slot];
      if (found === key) return this.#targets[slot] ?? 0;
      if (found === EMPTY) return 0;
      slot = (slot + 1) & this.#mask;
    }
  }
}

/** Bits of the filter; a power of two. */
const FILTER_BITS = 1 << 17;

function hasBit(filter: Uint32Array, mixed: number): boolean {
  const bit = (mixed >>> 8) & (FILTER_BITS - 1);
  return (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) !== 0;
}

function setBit(filter: Uint32Array, mixed: number): void {
  const bit = (mixed >>> 8) & (FILTER_BITS - 1);
  filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

function hash(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}

/** Transitions in an open-addressing hash table; 0 stands for none, for nothing leads to the root. */
class Transitions {
  readonly keys: Uint32Array;
  readonly targets: Uint16Array;

  /** @param most how many there may be */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.keys = new Uint32Array(size).fill(EMPTY);
    this.targets = new Uint16Array(size);
  }

  get(state: number, unit: number): number {
    return this.targets[this.#slot(((state << 16) | unit) >>> 0)] ?? 0;
  }

  set(state: number, unit: number, target: number): void {
    const key = ((state << 16) | unit) >>> 0;
    const slot = this.#slot(key);
    this.keys[slot] = key;
    this.targets[slot] = target;
  }

  #slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = hash(key) & mask;
    while (this.keys[slot] !== key && this.keys[slot] !== EMPTY) slot = (slot + 1) & mask;
    return slot;
  }
}

/** The states of the words; each but the root is reached from its parent by its unit. */
interface Trie {
  readonly count: number;
  readonly parents: Uint16Array;
  readonly units: Uint16Array;
  readonly pattern: Int32Array;
  readonly transitions: Transitions;
}

/** @throws RangeError when there are too many states */
function compile(patterns: readonly string[]): AutomatonTables {
  const { count, parents, units, pattern, transitions } = buildTrie(patterns);
  const tight = new Transitions(count);
  const root = new Uint16Array(0x10000);
  const filter = new Uint32Array(FILTER_BITS / 32);
  for (let state = 1; state < count; state++) {
    const parent = u16At(parents, state);
    const unit = u16At(units, state);
    tight.set(parent, unit, state);
    if (parent === 0) root[unit] = state;
    else setBit(filter, hash(((parent << 16) | unit) >>> 0));
  }
  const endsOne = (state: number): boolean => (pattern[state] ?? -1) >= 0;
  const fail = new Uint16Array(count);
  const output = new Uint16Array(count);
  for (const state of byDepth(parents, count)) {
    const parent = u16At(parents, state);
    const unit = u16At(units, state);
    if (parent === 0) continue;
    let from = parent;
    let link = 0;
    do {
      from = u16At(fail, from);
      link = transitions.get(from, unit);
    } while (link === 0 && from !== 0);
    fail[state] = link;
    output[state] = endsOne(link) ? link : u16At(output, link);
  }
  const ends = output.map((other, state) => (endsOne(state) ? state : other));
  const lengths = Uint16Array.from(patterns, ({ length }) => length);
  const { keys, targets } = tight;
  return { keys, targets, root, fail, output, ends, filter, pattern, lengths };
}

/** The states but the root, shorter ones first: those of which others are the ends. */
function byDepth(parents: Uint16Array, count: number): Uint16Array {
  const depths = new Uint16Array(count);
  const starts: number[] = [0];
  for (let state = 1; state < count; state++) {
    const depth = u16At(depths, u16At(parents, state)) + 1;
    depths[state] = depth;
    starts[depth] = (starts[depth] ?? 0) + 1;
  }
  // From how many there are of a depth to where the next one of it goes.
  let before = 0;
  for (const [depth, own] of starts.entries()) {
    starts[depth] = before;
    before += own;
  }
  const order = new Uint16Array(count - 1);
  for (let state = 1; state < count; state++) {
    const depth = u16At(depths, state);
    const at = starts[depth] ?? 0;
    order[at] = state;
    starts[depth] = at + 1;
  }
  return order;
}

function buildTrie(patterns: readonly string[]): Trie {
  const most = Math.min(0x10000, 1 + patterns.reduce((sum, { length }) => sum + length, 0));
  const parents = new Uint16Array(most);
  const units = new Uint16Array(most);
  const ends = new Int32Array(most).fill(-1);
  const transitions = new Transitions(most);
  let count = 1;
  for (const [index, word] of patterns.entries()) {
    let state = 0;
    const folded = fold(word);
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      let next = transitions.get(state, unit);
      if (next === 0) {
        if (count === 0xffff) throw new RangeError(`too many patterns: ${patterns.length}`);
        next = count++;
        transitions.set(state, unit, next);
        parents[next] = state;
        units[next] = unit;
      }
      state = next;
    }
    if (state !== 0) ends[state] = index;
  }
  return { count, parents, units, pattern: ends.slice(0, count), transitions };
}

/** Where a match of `length` said units that ends at `to` begins, silent units not counted. */
function startBefore(text: string, to: number, length: number): number {
  let at = to;
  for (let left = length; left > 0 && at > 0;) {
    at--;
    if (text.charCodeAt(at) !== SILENT_UNIT) left--;
  }
  return at;
}
