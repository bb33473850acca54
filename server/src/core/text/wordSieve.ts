/** Cells of the table; a power of two. */
const CELLS = 1 << 14;
/** The most lists one sieve can tell apart. */
export const MOST_LISTS = 32;

/**
 * Tells at a glance of which lists a text may say a word, by the pairs of characters words begin with: a few
 * instructions a character, where an expression takes dozens. What it lets through has to be looked at; what it holds
 * back says no word of the list.
 */
export class WordSieve {
  /** Bits of the lists with a word that begins so, by hash of a unit or of a pair. */
  readonly #cells = new Uint32Array(CELLS);
  /** Whether there are words of a single unit. */
  readonly #hasSingles: boolean;

  /** @param lists folded words, at most MOST_LISTS lists */
  constructor(lists: readonly (readonly string[])[]) {
    if (lists.length > MOST_LISTS) throw new RangeError(`too many lists: ${lists.length}`);
    for (const [index, words] of lists.entries()) {
      for (const word of words) {
        const cell = cellOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
        this.#cells[cell] = (this.#cells[cell] ?? 0) | (1 << index);
      }
    }
    this.#hasSingles = lists.some((words) => words.some(({ length }) => length === 1));
  }

  /** A bit for every list of which a folded text may say a word. */
  listsIn(folded: string): number {
    const cells = this.#cells;
    let found = 0;
    let before = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      found |= cells[cellOf(before, unit)] ?? 0;
      if (this.#hasSingles) found |= cells[cellOf(unit, 0)] ?? 0;
      before = unit;
    }
    return found;
  }
}

function cellOf(first: number, second: number): number {
  const mixed = Math.imul((first << 16) | second, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (CELLS - 1);
}
