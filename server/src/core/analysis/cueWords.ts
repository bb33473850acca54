import { type Guard, GUARDS } from './guards';
import type { Cue, Lexicon } from './lexicon';

/** Numbers in a table: words of some hundred sentences. */
const ROOM = 4096;
/** A word is where it ends, and one number for its pattern and how it is meant. */
const WIDTH = 2;
const GUARD_BITS = 3;
const GUARD_MASK = (1 << GUARD_BITS) - 1;

/**
 * The cue words of many sentences in one piece of memory: there are three to a sentence, more than of anything else.
 * Those of a sentence begin at a place of the table, which says how many they are.
 */
export class CueWords {
  readonly #numbers: Uint32Array;

  /**
   * @param numbers to be written by the maker only; at place 0 there are no words
   * @param lexicon whose words they are; not needed where there are none
   */
  constructor(
    numbers: Uint32Array,
    readonly lexicon?: Lexicon,
  ) {
    this.#numbers = numbers;
  }

  /** How many words there are at a place. */
  count(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  /** Where word number `word` ends, UTF-16 units from the start of its sentence. */
  end(place: number, word: number): number {
    return this.#numbers[place + 1 + word * WIDTH] ?? 0;
  }

  /** Number of its pattern in the automaton of the lexicon. */
  pattern(place: number, word: number): number {
    return (this.#numbers[place + 2 + word * WIDTH] ?? 0) >>> GUARD_BITS;
  }

  /** The cues of framework number `framework` that word number `word` is; of all when there is no number. */
  cues(place: number, word: number, framework?: number): readonly Cue[] {
    const { lexicon } = this;
    const pattern = this.pattern(place, word);
    if (!lexicon) return [];
    return framework === undefined ? lexicon.meanings(pattern).cues : lexicon.cues(pattern, framework);
  }

  /** How word number `word` is meant. */
  guard(place: number, word: number): Guard {
    return GUARDS[(this.#numbers[place + 2 + word * WIDTH] ?? 0) & GUARD_MASK] ?? 'said';
  }
}

/** Of sentences without any. */
export const NO_WORDS = new CueWords(new Uint32Array(1));

/** Writes the words of one sentence after the other. */
export class CueWordWriter {
  #numbers = new Uint32Array(0);
  #words = NO_WORDS;
  /** Where those of the sentence in hand begin, and where the next number goes. */
  #place = 0;
  #next = 0;

  constructor(private readonly lexicon: Lexicon) {}

  /** Begins a sentence. */
  begin(): void {
    this.#place = this.#next;
  }

  add(end: number, pattern: number, guard: Guard): void {
    const first = this.#next === this.#place;
    if (this.#next + WIDTH + 1 > this.#numbers.length) this.#makeRoom();
    if (first) this.#next++;
    this.#numbers[this.#next++] = end;
    this.#numbers[this.#next++] = (pattern << GUARD_BITS) | GUARDS.indexOf(guard);
  }

  /** Ends the sentence; returns the place of its words in `words`, 0 when there are none. */
  end(): number {
    if (this.#next === this.#place) return 0;
    this.#numbers[this.#place] = (this.#next - this.#place - 1) / WIDTH;
    return this.#place;
  }

  /** The table of the sentence that ended last. */
  get words(): CueWords {
    return this.#words;
  }

  /** Goes on in another table, with what there is of the sentence in hand. */
  #makeRoom(): void {
    const begun = this.#numbers.subarray(this.#place, this.#next);
    this.#numbers = new Uint32Array(Math.max(ROOM, begun.length * 2));
    this.#numbers.set(begun, 1);
    this.#words = new CueWords(this.#numbers, this.lexicon);
    this.#place = 1;
    this.#next = 1 + begun.length;
  }
}
