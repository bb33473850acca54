import { compareTexts } from '../text/compareTexts';
import { u16At, u32At } from '../text/typedArrays';
import type { PhraseStore } from './store';
import { bigram, keyOf } from './units';

/** How a phrase meets what is typed. */
export const Meeting = {
  /** Nothing is typed, or nothing of it is in the phrase. */
  section: 0,
  /** It shares characters with what is typed. */
  shares: 1,
  /** It contains what is typed last (in a search: all that is typed, scattered). */
  contains: 2,
  /** It begins with what is typed last (in a search: contains every word). */
  continues: 3,
} as const;

/** What being unused in the draft adds to a rank. */
export const UNUSED = 1 << 6;
const QUESTION_SHIFT = 7;
const FIT_SHIFT = 9;
const TYPED_SHIFT = 14;

/** The phrase serves the very point asked for. */
export const POINT = 16;

/** Fit of a phrase that serves a section only where the question is about the same person or thing: the lowest step. */
export const FOR_ITS_MATTER = 0.1;
/** That step: nothing else is on it. */
const MATTER_LEVEL = 1;
/** What the question's being about it adds to a rank: it ranks among the phrases that fit well. */
export const MATTER_RAISE = 5 << FIT_SHIFT;

/** Steps of fit, 1-8: differences below a step do not outweigh what ranks after it. */
export function fitLevel(fit: number): number {
  return Math.max(1, Math.min(8, Math.floor(fit * 10 + 0.5) - 2));
}

/** Length in 16 steps of three 字 each, the shortest highest. */
function shortness(hanzi: number): number {
  return Math.max(0, 15 - Math.floor(Math.max(0, hanzi - 4) / 3));
}

/**
 * How phrases are ordered: by one number below 2^18, the greater the better. What comes first outweighs all that
 * follows: how it meets what is typed, fits the section (and point), shares the question's words, is unused in the
 * draft, is short, is in several documents. Phrases of equal rank stand in the order of their text.
 * This is the part that no query changes, for a phrase that is not used in the draft.
 * @param fit see `fitLevel`; POINT more when it serves the point asked for
 * @param hanzi 字 as spoken
 * @param documents how many have it
 */
export function baseRank(fit: number, hanzi: number, documents: number): number {
  return (fit << FIT_SHIFT) | UNUSED | (shortness(hanzi) << 2) | Math.min(3, documents - 1);
}

/** Whether a phrase is only for questions about the person or thing it names. */
export function isForItsMatter(base: number): boolean {
  return (fitIn(base) & (POINT - 1)) === MATTER_LEVEL;
}

/** The fit in a base rank. */
export function fitIn(base: number): number {
  return base >> FIT_SHIFT;
}

/** What sharing `count` (0-3) bigrams of the question adds to a rank. */
export function forQuestion(count: number): number {
  return count << QUESTION_SHIFT;
}

/**
 * What is typed adds to a rank.
 * @param meeting see `Meeting`
 * @param matched further typed bigrams it shares, 0-3
 */
export function forTyped(meeting: number, matched: number): number {
  return ((meeting << 2) | matched) << TYPED_SHIFT;
}

/** The best rows of a query so far: a sorted list, small enough that insertion is cheap. */
export class Best {
  /** Rows of this rank or more are still taken; equal ranks are decided by text. */
  floor = 0;
  #size = 0;
  readonly #rows: Uint32Array;
  readonly #ranks: Uint32Array;

  constructor(
    readonly store: PhraseStore,
    readonly limit: number,
  ) {
    this.#rows = new Uint32Array(limit + 1);
    this.#ranks = new Uint32Array(limit + 1);
  }

  get size(): number {
    return this.#size;
  }

  /** Rows, best first; a view that holds until the next change. */
  rows(): Uint32Array {
    return this.#rows.subarray(0, this.#size);
  }

  clear(): void {
    this.#size = 0;
    this.floor = 0;
  }

  /** Whether a row of this rank would be taken. */
  admits(row: number, rank: number): boolean {
    if (rank !== this.floor) return rank > this.floor;
    return this.#size < this.limit || compareRows(this.store, u32At(this.#rows, this.#size - 1), row) > 0;
  }

  add(row: number, rank: number): void {
    if (!this.admits(row, rank)) return;
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = u32At(this.#ranks, middle);
      const before =
        other !== rank ? other > rank : compareRows(this.store, u32At(this.#rows, middle), row) < 0;
      if (before) low = middle + 1;
      else high = middle;
    }
    this.#rows.copyWithin(low + 1, low, this.#size);
    this.#ranks.copyWithin(low + 1, low, this.#size);
    this.#rows[low] = row;
    this.#ranks[low] = rank;
    if (this.#size < this.limit) this.#size++;
    if (this.#size === this.limit) this.floor = u32At(this.#ranks, this.limit - 1);
  }
}

/** Order of two rows by their texts, then by what else tells them apart; the same however they came in. */
function compareRows(store: PhraseStore, a: number, b: number): number {
  const units = store.units.view();
  const [startA, startB] = [store.starts.at(a), store.starts.at(b)];
  const [lengthA, lengthB] = [store.lengths.at(a), store.lengths.at(b)];
  for (let i = 0; i < lengthA && i < lengthB; i++) {
    const difference = u16At(units, startA + i) - u16At(units, startB + i);
    if (difference !== 0) return difference;
  }
  const difference = lengthA - lengthB || store.flags.at(a) - store.flags.at(b);
  if (difference !== 0) return difference;
  return compareTexts(store.keywords(a).join('\n'), store.keywords(b).join('\n'));
}

/** A phrase counts as used when the draft has this share of its bigrams. */
const USED = 0.8;

/** The bigrams of a draft, as a set of 2^16 hashes: tells whether a phrase was used in it. */
export class UsedWords {
  readonly #bits = new Uint32Array(2048);

  constructor(readonly draft: string) {
    let last = 0;
    for (let i = 0; i < draft.length; i++) {
      const unit = keyOf(draft.charCodeAt(i));
      if (unit === 0) continue;
      if (last !== 0) {
        const at = place(last, unit);
        this.#bits[at >> 5] = u32At(this.#bits, at >> 5) | (1 << (at & 31));
      }
      last = unit;
    }
  }

  /** Whether nearly all of a row's text is in the draft. */
  has(store: PhraseStore, row: number): boolean {
    const start = store.starts.at(row);
    const end = start + store.lengths.at(row);
    let last = 0;
    let all = 0;
    let there = 0;
    for (let i = start; i < end; i++) {
      const unit = keyOf(store.units.at(i));
      if (unit === 0) continue;
      if (last !== 0) {
        const at = place(last, unit);
        all++;
        if ((u32At(this.#bits, at >> 5) >>> (at & 31)) & 1) there++;
      }
      last = unit;
    }
    return all > 0 && there >= all * USED;
  }
}

function place(first: number, second: number): number {
  return Math.imul(bigram(first, second), 0x9e3779b1) >>> 16;
}
