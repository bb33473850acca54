/** Cells of the tables; a power of two. */
const CELLS = 1 << 14;

/**
 * Tells of which lists a text says a word, by the pairs of characters words begin with: a few instructions a
 * character, where an expression takes dozens.
 */
export class WordSieve {
  /** First word, plus one, by hash of the unit or the pair it begins with. */
  readonly #first = new Uint16Array(CELLS);
  /** The next word of the same cell, plus one. */
  readonly #next: Uint16Array;
  readonly #words: readonly string[];
  /** The lists each word is in. */
  readonly #lists: readonly (readonly number[])[];
  /** Whether there are words of a single unit. */
  readonly #hasSingles: boolean;
  #found: number[] = [];

  /** @param lists folded words */
  constructor(lists: readonly (readonly string[])[]) {
    const listsOf = new Map<string, number[]>();
    for (const [index, words] of lists.entries())
      for (const word of new Set(words)) {
        const known = listsOf.get(word);
        if (known) known.push(index);
        else listsOf.set(word, [index]);
      }
    this.#words = [...listsOf.keys()];
    this.#next = new Uint16Array(this.#words.length);
    this.#lists = [...listsOf.values()];
    this.#hasSingles = this.#words.some(({ length }) => length === 1);
    for (const [index, word] of this.#words.entries()) {
      const cell = cellOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
      this.#next[index] = this.#first[cell] ?? 0;
      this.#first[cell] = index + 1;
    }
  }

  /** Numbers of the lists of which a folded text says a word, each once, in order. */
  listsIn(folded: string): readonly number[] {
    const first = this.#first;
    const hasSingles = this.#hasSingles;
    this.#found = NONE;
    let before = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const pair = first[cellOf(before, unit)] ?? 0;
      if (pair !== 0) this.#compare(pair, folded, i - 1);
      const single = hasSingles ? (first[cellOf(unit, 0)] ?? 0) : 0;
      if (single !== 0) this.#compare(single, folded, i);
      before = unit;
    }
    return this.#found;
  }

  /** Takes in the lists of the words of a cell that stand at a place. */
  #compare(word: number, folded: string, at: number): void {
    for (let index = word - 1; index >= 0; index = (this.#next[index] ?? 0) - 1) {
      if (!folded.startsWith(this.#words[index] ?? '', at)) continue;
      for (const list of this.#lists[index] ?? []) {
        if (this.#found === NONE) this.#found = [list];
        else addInOrder(this.#found, list);
      }
    }
  }
}

const NONE: number[] = [];

/** Adds a number to others that are in order, if it is not among them: there are a few. */
function addInOrder(numbers: number[], number: number): void {
  let at = numbers.length;
  while (at > 0 && (numbers[at - 1] ?? 0) > number) at--;
  if (numbers[at - 1] === number) return;
  for (let i = numbers.length; i > at; i--) numbers[i] = numbers[i - 1] ?? 0;
  numbers[at] = number;
}

function cellOf(first: number, second: number): number {
  const mixed = Math.imul((first << 16) | second, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (CELLS - 1);
}
