import { SILENT } from '../draft/sentences';
import { FOLD, fold } from '../text/fold';

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
      if (state === 0) continue;
      for (let at = state; at !== 0; at = this.#output[at] ?? 0) {
        const pattern = this.#pattern[at] ?? -1;
        if (pattern < 0) continue;
        const length = this.#lengths[pattern] ?? 0;
        onMatch(pattern, silent ? startBefore(text, i + 1, length) : i + 1 - length, i + 1);
      }
    }
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
    let slot = hash(key) & this.#mask;
    for (;;) {
      const found = this.#keys[slot];
      if (found === key) return this.#targets[slot] ?? 0;
      if (found === EMPTY) return 0;
      slot = (slot + 1) & this.#mask;
    }
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}

/** @throws RangeError when there are too many states */
function compile(patterns: readonly string[]): AutomatonTables {
  const trie = buildTrie(patterns);
  const states = trie.children.length;
  if (states > 0xffff) throw new RangeError(`too many patterns: ${patterns.length}`);
  let size = 16;
  while (size < states * 2) size *= 2;
  const keys = new Uint32Array(size).fill(EMPTY);
  const targets = new Uint16Array(size);
  const root = new Uint16Array(0x10000);
  for (const [unit, target] of trie.children[0] ?? []) root[unit] = target;
  for (const [state, children] of trie.children.entries()) {
    for (const [unit, target] of children) {
      const key = ((state << 16) | unit) >>> 0;
      let slot = hash(key) & (size - 1);
      while (keys[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
      keys[slot] = key;
      targets[slot] = target;
    }
  }
  const pattern = Int32Array.from(trie.pattern);
  const lengths = Uint16Array.from(patterns, ({ length }) => length);
  return { keys, targets, root, pattern, lengths, ...linkFailures(trie.children, pattern) };
}

type Children = readonly ReadonlyMap<number, number>[];

function linkFailures(children: Children, pattern: Int32Array): Pick<AutomatonTables, 'fail' | 'output'> {
  const fail = new Uint16Array(children.length);
  const output = new Uint16Array(children.length);
  const queue = [...(children[0]?.values() ?? [])];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    for (const [unit, target] of children[state] ?? []) {
      let from = fail[state] ?? 0;
      while (from !== 0 && children[from]?.has(unit) !== true) from = fail[from] ?? 0;
      const link = children[from]?.get(unit) ?? 0;
      fail[target] = link;
      output[target] = (pattern[link] ?? -1) >= 0 ? link : (output[link] ?? 0);
      queue.push(target);
    }
  }
  return { fail, output };
}

function buildTrie(patterns: readonly string[]): { children: Map<number, number>[]; pattern: number[] } {
  const children = [new Map<number, number>()];
  const pattern: number[] = [-1];
  for (const [index, word] of patterns.entries()) {
    let state = 0;
    const folded = fold(word);
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const next = children[state]?.get(unit);
      if (next !== undefined) {
        state = next;
        continue;
      }
      children[state]?.set(unit, children.length);
      state = children.length;
      children.push(new Map());
      pattern.push(-1);
    }
    if (state !== 0) pattern[state] = index;
  }
  return { children, pattern };
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
