/**
 * What is worked out of lines, for many passages in one piece of memory: the engine makes and watches over each piece
 * by itself, and there are tens of thousands of passages. The lines of a passage stand together.
 */
class LineTable {
  #used = 0;

  /** @param size number of lines */
  constructor(readonly size: number) {}

  /** Gives the place of the next `count` lines. */
  take(count: number): number {
    const first = this.#used;
    this.#used += count;
    return first;
  }

  /** How many lines there is room for yet. */
  get left(): number {
    return this.size - this.#used;
  }
}

/** So that the last passage of a table that is not edited does not hold on to a table for the whole draft. */
const MOST_LINES = 512;

/** Makes tables for one passage after the other. */
export class TableSupply<T extends LineTable> {
  #table: T | undefined;
  #left: number;

  /** @param lines of all the passages */
  constructor(
    lines: number,
    private readonly make: (lines: number) => T,
  ) {
    this.#left = lines;
  }

  /** A table with room for the lines of the next passage. */
  tableFor(count: number): T {
    if (!this.#table || this.#table.left < count)
      this.#table = this.make(Math.max(count, Math.min(this.#left, MOST_LINES)));
    this.#left -= count;
    return this.#table;
  }
}

/** The scores of lines, whatever stands around their passage. Cells are `[line * labels + label]`. */
export class ScoreTable extends LineTable {
  /** How each line follows the one before it. */
  readonly contexts: Uint8Array;
  /** The scores, which do not know the place of the line. */
  readonly scores: Float64Array;
  /** The same exponentiated, with what the place adds. */
  readonly potentials: Float64Array;
  /** What the words alone give; empty where the model does not know them. */
  readonly words: Float64Array;
  /** Probability that a line is a slogan. */
  readonly slogans: Float64Array;

  constructor(lines: number, labels: number, isKnown: boolean) {
    super(lines);
    this.contexts = new Uint8Array(lines);
    this.scores = new Float64Array(lines * labels);
    this.potentials = new Float64Array(lines * labels);
    this.words = new Float64Array(isKnown ? lines * labels : 0);
    this.slogans = new Float64Array(lines);
  }
}

/** How lines are labelled. Cells are `[line * labels + label]`. */
export class LabelTable extends LineTable {
  /** Probability of every label, the last being none. */
  readonly marginals: Float64Array;
  /** Most probable section, -1 for none. */
  readonly best: Int16Array;

  constructor(lines: number, labels: number) {
    super(lines);
    this.marginals = new Float64Array(lines * labels);
    this.best = new Int16Array(lines);
  }
}
