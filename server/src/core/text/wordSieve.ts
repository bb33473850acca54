/** Bits for the pairs words begin with; a power of two, so many that next to no other pair has the bit of a word. */
const BITS = 1 << 18;
/** Cells of the table of words: several times as many as there are words, so that hardly two share one. */
const CELLS = 1 << 14;
/** Numbers of lists, words and units. */
const HEAD = 3;
/** What a cell of a table can hold. */
const MOST = 0xffff;

/**
 * The table behind a sieve, of 16-bit numbers throughout, so that it can be kept in a file.
 * @param lists folded words, none of them empty
 * @throws RangeError for more words or units than 16 bits can count
 */
export function sieveTable(lists: readonly (readonly string[])[]): Uint16Array {
  const words = lists.flatMap((list, number) => list.map((word) => ({ word, number })));
  const size = words.reduce((sum, { word }) => sum + word.length, 0);
  if (words.length >= MOST || size > MOST) throw new RangeError(`${words.length} words, ${size} units`);
  const table = new Uint16Array(HEAD + BITS / 16 + CELLS + 4 * words.length + size);
  table.set([lists.length, words.length, size]);
  const { beginnings, first, next, list, from, length, units } = partsOf(table);
  let at = 0;
  for (const [index, { word, number }] of words.entries()) {
    const hash = hashOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
    beginnings[hash >>> 4] = (beginnings[hash >>> 4] ?? 0) | (1 << (hash & 15));
    const cell = hash & (CELLS - 1);
    next[index] = first[cell] ?? 0;
    first[cell] = index + 1;
    list[index] = number;
    from[index] = at;
    length[index] = word.length;
    for (let i = 0; i < word.length; i++) units[at++] = word.charCodeAt(i);
  }
  return table;
}

interface Parts {
  /** A bit for the hash of each pair, or single unit, that a word begins with. */
  readonly beginnings: Uint16Array;
  /** First word, plus one, by hash of its beginning. */
  readonly first: Uint16Array;
  /** The next word of the same cell, plus one. */
  readonly next: Uint16Array;
  /** The list each word is of. */
  readonly list: Uint16Array;
  /** Where its units are, and how many. */
  readonly from: Uint16Array;
  readonly length: Uint16Array;
  readonly units: Uint16Array;
}

function partsOf(table: Uint16Array): Parts {
  const words = table[1] ?? 0;
  let at = HEAD;
  const part = (size: number): Uint16Array => table.subarray(at, (at += size));
  return {
    beginnings: part(BITS / 16),
    first: part(CELLS),
    next: part(words),
    list: part(words),
    from: part(words),
    length: part(words),
    units: part(table[2] ?? 0),
  };
}

/**
 * Tells of which lists a text says a word, by the pairs of characters words begin with: a few instructions a
 * character, where an expression takes dozens.
 */
export class WordSieve {
  readonly #beginnings: Uint16Array;
  readonly #parts: Parts;
  /** Those found, in order. */
  readonly #found: Uint16Array;
  #count = 0;

  /** @param table from `sieveTable` */
  constructor(table: Uint16Array) {
    this.#parts = partsOf(table);
    this.#beginnings = this.#parts.beginnings;
    this.#found = new Uint16Array(table[0] ?? 0);
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
        ((beginnings[pair >>> 4] ?? 0) >>> (pair & 15)) | ((beginnings[single >>> 4] ?? 0) >>> (single & 15));
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
    const { first, next, list } = this.#parts;
    let word = first[hash & (CELLS - 1)] ?? 0;
    for (; word > 0; word = next[word - 1] ?? 0) {
      if (this.#standsAt(word - 1, folded, at)) this.#take(list[word - 1] ?? 0);
    }
  }

  #standsAt(word: number, folded: string, at: number): boolean {
    const { from, length, units } = this.#parts;
    const start = from[word] ?? 0;
    // From the end: words of one cell begin alike.
    for (let i = (length[word] ?? 0) - 1; i >= 0; i--)
      if (folded.charCodeAt(at + i) !== units[start + i]) return false;
    return true;
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
