import { u32At } from '../text/typedArrays';
import type { PhraseStore } from './store';

/**
 * The letters a reading of each character of `text` may begin with (`长` → `cz`), one string per UTF-16 unit, empty
 * where there is no reading. Given by the caller (`pinyin-pro`), because the table is large and seldom needed.
 */
export type Initials = (text: string) => readonly string[];

/** A mask that a typed letter is compared with: bit 0 is a. */
function maskOf(letters: string): number {
  let mask = 0;
  for (const letter of letters.toLowerCase()) {
    const at = letter.charCodeAt(0) - 0x61;
    if (at >= 0 && at < 26) mask |= 1 << at;
  }
  return mask;
}

/** Finds phrases by the initials of their pinyin; asks for each character once, when it is first needed. */
export class InitialTable {
  /** Per UTF-16 unit: a bit per letter; UNKNOWN before it was asked for. */
  readonly #masks = new Uint32Array(0x10000).fill(UNKNOWN);

  constructor(readonly initials: Initials) {
    for (let at = 0; at < 26; at++) this.#masks[0x61 + at] = this.#masks[0x41 + at] = 1 << at;
  }

  /** Asks for the characters of the rows from a number on that are not known yet. */
  learn(store: PhraseStore, from: number): void {
    if (from >= store.size) return;
    const start = store.starts.at(from);
    const fresh = new Set<number>();
    for (const unit of store.units.view(start)) if (this.#masks[unit] === UNKNOWN) fresh.add(unit);
    const units = [...fresh];
    for (let i = 0; i < units.length; i += 1000) {
      const part = units.slice(i, i + 1000);
      const letters = this.initials(String.fromCharCode(...part));
      for (const [index, unit] of part.entries()) this.#masks[unit] = maskOf(letters[index] ?? '');
    }
  }

  /**
   * Whether a row has a clause whose characters begin with the given letters.
   * @param masks one bit per letter typed
   * @returns 2 when it is the first clause, 1 when a later one, 0 when none
   */
  meets(store: PhraseStore, row: number, masks: readonly number[]): 0 | 1 | 2 {
    const start = store.starts.at(row);
    const end = start + store.lengths.at(row);
    let first = true;
    let boundary = true;
    for (let i = start; i < end; i++) {
      const known = u32At(this.#masks, store.units.at(i));
      if (known === 0 || known === UNKNOWN) {
        boundary = true;
        continue;
      }
      if (boundary && this.#meetsAt(store, i, end, masks)) return first ? 2 : 1;
      if (boundary) first = false;
      boundary = false;
    }
    return 0;
  }

  #meetsAt(store: PhraseStore, from: number, end: number, masks: readonly number[]): boolean {
    let at = from;
    for (const mask of masks) {
      // Punctuation inside is stepped over: 不回避、不推诿 is bhbbtw.
      while (at < end && this.#masks[store.units.at(at)] === 0) at++;
      if (at >= end || (u32At(this.#masks, store.units.at(at)) & mask) === 0) return false;
      at++;
    }
    return true;
  }
}

/** No unit has this mask: bit 31 is no letter. */
const UNKNOWN = 0x80000000;

/** The letters typed, as masks to be met. */
export function lettersOf(typed: string): number[] {
  return typed.split('').map(maskOf);
}
