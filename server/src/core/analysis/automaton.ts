import { SILENT } from '../draft/sentences';
import { FOLD, fold } from '../text/fold';

/** Called for every occurrence; offsets are UTF-16 units of the scanned text. */
export type OnMatch = (pattern: number, from: number, to: number) => void;

const SILENT_UNIT = SILENT.charCodeAt(0);
const EMPTY = 0xffffffff;

/**
 * Finds all occurrences of all patterns in one pass (Aho-Corasick). Transitions live in one open-addressing hash
 * table: Chinese has too many characters for a dense table per state, and most characters leave the root at once.
 * Matching compares folded text and steps over `SILENT` units.
 */
export class Automaton {
  /** `state << 16 | unit`, or EMPTY. */
  readonly #keys: Uint32Array;
  readonly #targets: Uint16Array;
  readonly #mask: number;
  /** Transitions of the root by unit: most characters begin no word, and this says so at once. */
  readonly #root = new Uint16Array(0x10000);
  readonly #fail: Uint16Array;
  /** Pattern that ends in a state, or -1. */
  readonly #pattern: Int32Array;
  /** Next shorter state along the failure links in which a pattern ends; 0 for none. */
  readonly #output: Uint16Array;
  readonly #lengths: Uint16Array;

  /**
   * @param patterns literal words; folded here. The empty string never matches.
   * @throws RangeError when the patterns need more than 65 535 states (about 20 000 words)
   */
  constructor(patterns: readonly string[]) {
    const trie = buildTrie(patterns);
    if (trie.children.length > 0xffff) throw new RangeError(`too many patterns: ${patterns.length}`);
    const states = trie.children.length;
    let size = 16;
    while (size < states * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size).fill(EMPTY);
    this.#targets = new Uint16Array(size);
    this.#fail = new Uint16Array(states);
    this.#output = new Uint16Array(states);
    this.#pattern = Int32Array.from(trie.pattern);
    this.#lengths = Uint16Array.from(patterns, (pattern) => pattern.length);
    for (const [unit, target] of trie.children[0] ?? []) this.#root[unit] = target;
    for (const [state, children] of trie.children.entries()) {
      for (const [unit, target] of children) this.#insert(state, unit, target);
    }
    this.#linkFailures(trie.children);
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

  #insert(state: number, unit: number, target: number): void {
    const key = ((state << 16) | unit) >>> 0;
    let slot = hash(key) & this.#mask;
    while (this.#keys[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#targets[slot] = target;
  }

  #linkFailures(children: readonly ReadonlyMap<number, number>[]): void {
    const queue = [...(children[0]?.values() ?? [])];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      for (const [unit, target] of children[state] ?? []) {
        const fail = this.#next(this.#fail[state] ?? 0, unit);
        this.#fail[target] = fail;
        this.#output[target] = (this.#pattern[fail] ?? -1) >= 0 ? fail : (this.#output[fail] ?? 0);
        queue.push(target);
      }
    }
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
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
