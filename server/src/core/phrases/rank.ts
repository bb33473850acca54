import type { PhraseStore } from './store';
import { bigram, KEY } from './units';

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

/** The phrase serves the very point asked for. */
export const POINT = 16;

/** Steps of fit, 1-8: differences below a step do not outweigh what ranks after it. */
export function fitLevel(fit: number): number {
  return Math.max(1, Math.min(8, Math.floor(fit * 10 + 0.5) - 2));
}

/** Length in 16 steps of three 字 each, the shortest highest. */
function shortness(hanzi: number): number {
  return Math.max(0, 15 - Math.floor(Math.max(0, hanzi - 4) / 3));
}

/**
 * How phrases are ordered: by one number below 2^19, the greater the better. What comes first outweighs all that
 * follows: how it meets what is typed, fits the section (and point), shares the question's words, is unused in the
 * draft, is short, is in several documents. Phrases of equal rank stand in the order of their text.
 * This is the rank of one that is not used in the draft; take UNUSED off if it is.
 * @param meeting see `Meeting`
 * @param matched further typed bigrams it shares, 0-3
 * @param fit see `fitLevel`; POINT more when it serves the point asked for
 * @param question bigrams of the question it shares, 0-3
 * @param hanzi 字 as spoken
 * @param documents how many have it
 */
export function rank(
  meeting: number,
  matched: number,
  fit: number,
  question: number,
  hanzi: number,
  documents: number,
): number {
  const asked = (((((meeting << 2) | matched) << 5) | fit) << 2) | question;
  return (asked << 7) | UNUSED | (shortness(hanzi) << 2) | Math.min(3, documents - 1);
}

/** The best rows of a query so far: a sorted list, small enough that insertion is cheap. */
export class Best {
  readonly rows: number[] = [];
  readonly ranks: number[] = [];

  constructor(
    readonly store: PhraseStore,
    readonly limit: number,
  ) {}

  /** Whether a row of this rank would still be taken, or may be (equal ranks are decided by text). */
  takes(rank: number): boolean {
    return this.rows.length < this.limit || rank >= (this.ranks[this.rows.length - 1] ?? 0);
  }

  clear(): void {
    this.rows.length = 0;
    this.ranks.length = 0;
  }

  add(row: number, rank: number): void {
    const { rows, ranks } = this;
    if (rows.length === this.limit) {
      const last = rows.length - 1;
      if (this.#before(rows[last] ?? 0, ranks[last] ?? 0, row, rank)) return;
      rows.pop();
      ranks.pop();
    }
    let at = rows.length;
    while (at > 0 && !this.#before(rows[at - 1] ?? 0, ranks[at - 1] ?? 0, row, rank)) at--;
    rows.splice(at, 0, row);
    ranks.splice(at, 0, rank);
  }

  #before(a: number, rankOfA: number, b: number, rankOfB: number): boolean {
    return rankOfA !== rankOfB ? rankOfA > rankOfB : compareRows(this.store, a, b) <= 0;
  }
}

/** Order of two rows by their texts, then by what else tells them apart; the same however they came in. */
function compareRows(store: PhraseStore, a: number, b: number): number {
  const [startA, startB] = [store.starts.at(a), store.starts.at(b)];
  const [endA, endB] = [startA + store.lengths.at(a), startB + store.lengths.at(b)];
  for (let i = 0; startA + i < endA && startB + i < endB; i++) {
    const difference = store.units.at(startA + i) - store.units.at(startB + i);
    if (difference !== 0) return difference;
  }
  const difference = endA - startA - (endB - startB) || store.flags.at(a) - store.flags.at(b);
  if (difference !== 0) return difference;
  const [keysA, keysB] = [store.keywords(a).join('\n'), store.keywords(b).join('\n')];
  return keysA < keysB ? -1 : keysA > keysB ? 1 : 0;
}

/** A phrase counts as used when the draft has this share of its bigrams. */
const USED = 0.8;

/** The bigrams of a draft, as a set of 2^16 hashes: tells whether a phrase was used in it. */
export class UsedWords {
  readonly #bits = new Uint32Array(2048);

  constructor(readonly draft: string) {
    let last = 0;
    for (let i = 0; i < draft.length; i++) {
      const unit = KEY[draft.charCodeAt(i)] ?? 0;
      if (unit === 0) continue;
      if (last !== 0) {
        const at = place(last, unit);
        this.#bits[at >> 5] = (this.#bits[at >> 5] ?? 0) | (1 << (at & 31));
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
      const unit = KEY[store.units.at(i)] ?? 0;
      if (unit === 0) continue;
      if (last !== 0) {
        const at = place(last, unit);
        all++;
        if (((this.#bits[at >> 5] ?? 0) >>> (at & 31)) & 1) there++;
      }
      last = unit;
    }
    return all > 0 && there >= all * USED;
  }
}

function place(first: number, second: number): number {
  return Math.imul(bigram(first, second), 0x9e3779b1) >>> 16;
}
