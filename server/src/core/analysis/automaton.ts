import { SILENT } from '../draft/sentences';
import { type AutomatonTables, EMPTY, hasBit, hash, mayBegin, transitionKey } from './automatonTables';
import { buildAutomaton } from './buildAutomaton';

/** Called for every occurrence; offsets are UTF-16 units of the scanned text. */
export type OnMatch = (pattern: number, from: number, to: number) => void;

const SILENT_UNIT = SILENT.charCodeAt(0);
/** Stands behind the end of a text; no character. */
const BEYOND = 0xffff;

/**
 * Finds all occurrences of all patterns in one pass (Aho-Corasick). Transitions live in one open-addressing hash
 * table: Chinese has too many characters for a dense table per state. At most places no pattern begins, and a hash of
 * three units says so at once. Matching steps over `SILENT` units.
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
  readonly #beginnings: Uint32Array;
  readonly #lengths: Uint16Array;

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
    this.#beginnings = tables.beginnings;
    this.#lengths = tables.lengths;
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
      beginnings: this.#beginnings,
      lengths: this.#lengths,
    };
  }

  /** Reports every occurrence in a folded text, in order of its end. */
  scan(folded: string, onMatch: OnMatch): void {
    const beginnings = this.#beginnings;
    let state = 0;
    let silent = false;
    let unit = unitAt(folded, 0);
    let second = unitAt(folded, 1);
    let third = second;
    for (let i = 0; i < folded.length; i++, unit = second, second = third) {
      third = unitAt(folded, i + 2);
      if (unit === SILENT_UNIT) {
        silent = true;
        continue;
      }
      if (state !== 0) state = this.#next(state, unit);
      if (state === 0) {
        // Behind what is silent anything may follow, as far as this can tell.
        const isKnown = second !== SILENT_UNIT && third !== SILENT_UNIT;
        if (isKnown && !mayBegin(beginnings, unit, second, third)) continue;
        state = this.#lookup(0, unit);
      }
      for (let at = this.#ends[state] ?? 0; at !== 0; at = this.#output[at] ?? 0) {
        const pattern = this.#pattern[at] ?? 0;
        const length = this.#lengths[pattern] ?? 0;
        onMatch(pattern, silent ? startBefore(folded, i + 1, length) : i + 1 - length, i + 1);
      }
    }
  }

  /** Where an occurrence that ends at `to` begins. */
  startOf(text: string, pattern: number, to: number): number {
    return startBefore(text, to, this.#lengths[pattern] ?? 0);
  }

  /** The state after a unit, 0 where none of the patterns that were begun goes on. */
  #next(from: number, unit: number): number {
    for (let state = from; state !== 0; state = this.#fail[state] ?? 0) {
      const target = this.#lookup(state, unit);
      if (target !== 0) return target;
    }
    return 0;
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

function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : BEYOND;
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
