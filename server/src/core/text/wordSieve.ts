/** Cells of the table; a power of two. */
const CELLS = 1 << 14;
/** The most lists one sieve can tell apart. */
export const MOST_LISTS = 32;

/**
 * Tells at a glance of which lists a text says a word, by the pairs of characters words begin with: a few
 * instructions a character, where an expression takes dozens.
 */
export class WordSieve {
  /** First word, plus one, by hash of the unit or the pair it begins with. */
  readonly #first = new Uint16Array(CELLS);
  /** The next word of the same cell, plus one. */
  readonly #next: Uint16Array;
  readonly #words: readonly string[];
  /** Bits of the lists each word is in. */
  readonly #lists: Uint32Array;
  /** Whether there are words of a single unit. */
  readonly #hasSingles: boolean;

  /**
   * @param lists folded words, at most MOST_LISTS lists
   * @throws RangeError when there are more
   */
  constructor(lists: readonly (readonly string[])[]) {
    if (lists.length > MOST_LISTS) throw new RangeError(`too many lists: ${lists.length}`);
    this.#words = [...new Set(lists.flat())];
    this.#next = new Uint16Array(this.#words.length);
    this.#lists = Uint32Array.from(this.#words, (word) =>
      lists.reduce((bits, words, index) => (words.includes(word) ? bits | (1 << index) : bits), 0),
    );
    this.#hasSingles = this.#words.some(({ length }) => length === 1);
    for (const [index, word] of this.#words.entries()) {
      const cell = cellOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
      this.#next[index] = this.#first[cell] ?? 0;
      this.#first[cell] = index + 1;
    }
  }

  /** A bit for every list of which a folded text says a word. */
  listsIn(folded: string): number {
    const first = this.#first;
    let found = 0;
    let before = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const pair = first[cellOf(before, unit)] ?? 0;
      if (pair !== 0) found = this.#compare(pair, folded, i - 1, found);
      if (this.#hasSingles) {
        const single = first[cellOf(unit, 0)] ?? 0;
        if (single !== 0) found = this.#compare(single, folded, i, found);
      }
      before = unit;
    }
    return found;
  }

  /** Adds the lists of the words of a cell that stand at a place. */
  #compare(word: number, folded: string, at: number, found: number): number {
    let all = found;
    for (let index = word - 1; index >= 0; index = (this.#next[index] ?? 0) - 1) {
      const lists = this.#lists[index] ?? 0;
      if ((all | lists) !== all && folded.startsWith(this.#words[index] ?? '', at)) all |= lists;
    }
    return all;
  }
}

function cellOf(first: number, second: number): number {
  const mixed = Math.imul((first << 16) | second, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (CELLS - 1);
}
