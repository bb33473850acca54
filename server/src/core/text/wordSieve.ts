/** Bits of the table of beginnings; a power of two, so many that next to no other pair has the bit of a word. */
const BITS = 1 << 18;
/** Cells of the table of words: several times as many as there are words, so that hardly two share one. */
const CELLS = 1 << 14;

/**
 * Tells of which lists a text says a word, by the pairs of characters words begin with: a few instructions a
 * character, where an expression takes dozens.
 */
export class WordSieve {
  /** A bit for the hash of each pair, or single unit, that a word begins with. */
  readonly #beginnings = new Int32Array(BITS >>> 5);
  /** First word, plus one, by hash of its beginning. */
  readonly #first = new Uint16Array(CELLS);
  /** The next word of the same cell, plus one. */
  readonly #next: Uint16Array;
  /** Of all lists, one after the other. */
  readonly #words: readonly string[];
  /** The list each word is of. */
  readonly #list: Uint16Array;
  /** Those found, in order. */
  readonly #found: Uint16Array;
  #count = 0;

  /** @param lists folded words */
  constructor(lists: readonly (readonly string[])[]) {
    const words = lists.flat();
    const beginnings = this.#beginnings;
    const first = this.#first;
    const next = new Uint16Array(words.length);
    for (let index = 0; index < words.length; index++) {
      const word = words[index] ?? '';
      const hash = hashOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
      beginnings[hash >>> 5] = (beginnings[hash >>> 5] ?? 0) | (1 << (hash & 31));
      const cell = hash & (CELLS - 1);
      next[index] = first[cell] ?? 0;
      first[cell] = index + 1;
    }
    this.#words = words;
    this.#next = next;
    this.#list = Uint16Array.from(lists.flatMap((list, index) => list.map(() => index)));
    this.#found = new Uint16Array(lists.length);
  }

  /** Numbers of the lists of which a folded text says a word, each once, in order. */
  listsIn(folded: string): readonly number[] {
    const beginnings = this.#beginnings;
    this.#count = 0;
    let before = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const pair = hashOf(before, unit);
      const single = hashOf(unit, 0);
      before = unit;
      // One question for both: hardly a place begins a word, and the processor does well to guess that this does not.
      const bits =
        ((beginnings[pair >>> 5] ?? 0) >>> (pair & 31)) | ((beginnings[single >>> 5] ?? 0) >>> (single & 31));
      if ((bits & 1) === 0) continue;
      this.#compare(pair, folded, i - 1);
      this.#compare(single, folded, i);
    }
    if (this.#count === 0) return NONE;
    const lists = new Array<number>(this.#count);
    for (let i = 0; i < lists.length; i++) lists[i] = this.#found[i] ?? 0;
    return lists;
  }

  /** Takes in the lists of the words of a cell that stand at a place. */
  #compare(hash: number, folded: string, at: number): void {
    let word = this.#first[hash & (CELLS - 1)] ?? 0;
    for (; word > 0; word = this.#next[word - 1] ?? 0) {
      if (folded.startsWith(this.#words[word - 1] ?? '', at)) this.#take(this.#list[word - 1] ?? 0);
    }
  }

  /** Adds a list in order, if it is not there yet: there are a few. */
  #take(list: number): void {
    const found = this.#found;
    let at = this.#count;
    while (at > 0 && (found[at - 1] ?? 0) > list) at--;
    if (at > 0 && found[at - 1] === list) return;
    for (let i = this.#count++; i > at; i--) found[i] = found[i - 1] ?? 0;
    found[at] = list;
  }
}

const NONE: readonly number[] = [];

/** Below BITS. */
function hashOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> 14;
}
