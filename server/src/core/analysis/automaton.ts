import { SILENT } from '../draft/sentences';
import { FOLD } from '../text/fold';
import { type AutomatonTables, EMPTY, hasBit, hash, transitionKey } from './automatonTables';
import { buildAutomaton } from './buildAutomaton';

/** Called for every occurrence; offsets are UTF-16 units of the scanned text. */
export type OnMatch = (pattern: number, from: number, to: number) => void;

const SILENT_UNIT = SILENT.charCodeAt(0);

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
    const tables = 'targets' in patterns ? patterns : buildAutomaton(patterns);
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
    const key = transitionKey(state, unit);
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

/** Where a match of `length` said units that ends at `to` begins, silent units not counted. */
function startBefore(text: string, to: number, length: number): number {
  let at = to;
  for (let left = length; left > 0 && at > 0;) {
    at--;
    if (text.charCodeAt(at) !== SILENT_UNIT) left--;
  }
  return at;
}
