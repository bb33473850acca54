import { noneFeatures, sectionFeatures, type Sink, transitionContext } from './features';
import type { Labeller } from './label';
import { LabelledPassage, type ReadLines } from './labelledPassage';
import type { LabelTable, ScoreTable, TableSupply } from './lineTables';
import {
  backward,
  firstMessage,
  forward,
  isSameMessage,
  lastMessage,
  type Message,
  normalise,
  type Piece,
  type Steps,
} from './messagePassing';
import type { Passage } from './passage';
import { countSignals } from './signals';

/**
 * In a framework the model was not trained on, a sentence without a cue is no sign that it belongs nowhere: nothing
 * but cues could have spoken for it. It rather goes where its place and its neighbours put it.
 */
const UNTRAINED_NONE = 1;

/**
 * A passage as a piece of the chain. It keeps what it was last given and what came of it: given the same again, it
 * gives the same again.
 */
export class PassageChain implements Piece, ReadLines {
  #start = -1;
  #count = -1;
  #firstPlace: Float64Array | undefined;
  #lastPlace: Float64Array | undefined;
  #before: Message | undefined;
  #after: Message | undefined;
  /** Whether the messages it sends are those of the ones it has. */
  #isForward = false;
  #isBackward = false;
  #toNext: Message | undefined;
  #toPrevious: Message | undefined;
  #labelled: LabelledPassage | undefined;

  readonly first: number;

  /** @param table with room for its lines */
  constructor(
    readonly passage: Passage,
    private readonly labeller: Labeller,
    private readonly ordered: boolean,
    readonly table: ScoreTable,
  ) {
    this.first = table.take(this.length);
    for (let i = 0; i < this.length; i++) this.#score(i);
  }

  get length(): number {
    return this.passage.lines.length;
  }

  get potentials(): Float64Array {
    return this.table.potentials;
  }

  get contexts(): Uint8Array {
    return this.table.contexts;
  }

  /** Whether it was made for a labeller and an answer like this one. */
  isFor(labeller: Labeller, ordered: boolean): boolean {
    return this.labeller === labeller && this.ordered === ordered;
  }

  /**
   * Takes the message of the passage before.
   * @param start number of the first line
   * @param count number of all lines
   * @returns its message to the next; undefined when there are no lines, and the one before goes on
   */
  forward(
    labeller: Labeller,
    start: number,
    count: number,
    message: Message | undefined,
  ): Message | undefined {
    if (this.length === 0) return undefined;
    const moved = this.#place(labeller, start, count);
    if (!moved && this.#isForward && isSameMessage(this.#before, message)) return this.#toNext;
    this.#before = message;
    this.#labelled = undefined;
    if (moved) this.#isBackward = false;
    const { steps } = labeller;
    this.#isForward = true;
    const next = lastMessage(forward(this, steps, message, spaceFor(this, steps)), steps.labels, this.length);
    // The same object where it is the same: the next one sees at a glance that nothing changed.
    if (!isSameMessage(this.#toNext, next)) this.#toNext = next;
    return this.#toNext;
  }

  /** Takes the message of the passage after; returns its own to the one before. */
  backward(steps: Steps, message: Message | undefined): Message | undefined {
    if (this.length === 0) return undefined;
    if (this.#isBackward && isSameMessage(this.#after, message)) return this.#toPrevious;
    this.#after = message;
    this.#labelled = undefined;
    this.#isBackward = true;
    const previous = firstMessage(this, steps, backward(this, steps, message, spaceFor(this, steps)));
    if (!isSameMessage(this.#toPrevious, previous)) this.#toPrevious = previous;
    return this.#toPrevious;
  }

  /** Whether what came of it is known. */
  get isLabelled(): boolean {
    return this.#labelled !== undefined;
  }

  /** What came of it, after both messages; worked out anew in the next table. */
  labelled(steps: Steps, tables: TableSupply<LabelTable>): LabelledPassage {
    if (this.#labelled) return this.#labelled;
    const { labels } = steps;
    const table = tables.tableFor(this.length);
    const first = table.take(this.length);
    const { marginals } = table;
    const from = first * labels;
    const cells = this.length * labels;
    // Going through it again is cheaper than keeping both ways of every passage.
    forward(this, steps, this.#before, marginals, from);
    const after = backward(this, steps, this.#after, spaceFor(this, steps));
    for (let cell = 0; cell < cells; cell++)
      marginals[from + cell] = (marginals[from + cell] ?? 0) * (after[cell] ?? 0);
    for (let i = 0; i < this.length; i++) normalise(marginals, from + i * labels, labels);
    this.#labelled = new LabelledPassage(this.passage, this.labeller, this, table, first);
    return this.#labelled;
  }

  /** Takes in where it stands; tells whether that changes anything. */
  #place(labeller: Labeller, start: number, count: number): boolean {
    if (start === this.#start && count === this.#count) return false;
    const first = labeller.placeScores({ index: start, count });
    const last = labeller.placeScores({ index: start + this.length - 1, count });
    // Places come in order: when the first and the last line have the same, all have.
    const same = first === last && first === this.#firstPlace && last === this.#lastPlace;
    this.#start = start;
    this.#count = count;
    this.#firstPlace = first;
    this.#lastPlace = last;
    if (same) return false;
    const { labels } = labeller.steps;
    for (let i = 0; i < this.length; i++) {
      const place = first === last ? first : labeller.placeScores({ index: start + i, count });
      this.#raise((this.first + i) * labels, labels, place);
    }
    return true;
  }

  /** Exponentiates the scores of a line, the best being 1. */
  #raise(row: number, labels: number, place: Float64Array): void {
    const { potentials, scores } = this.table;
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < labels; label++)
      most = Math.max(most, (scores[row + label] ?? 0) + (place[label] ?? 0));
    for (let label = 0; label < labels; label++)
      potentials[row + label] = Math.exp((scores[row + label] ?? 0) + (place[label] ?? 0) - most);
  }

  #score(i: number): void {
    const { labeller } = this;
    const line = this.passage.observe(i);
    if (!line) return;
    const { framework, scorer, asked, isKnown } = labeller;
    const { contexts, scores, slogans, words } = this.table;
    const labels = asked.length + 1;
    const at = this.first + i;
    const row = at * labels;
    const signals = countSignals(line, labeller.index, asked.length);
    contexts[at] = transitionContext(line);
    slogans[at] = scorer.score(framework, line.evidence, scores, row);
    if (isKnown) for (let cell = row; cell < row + labels; cell++) words[cell] = scores[cell] ?? 0;
    weights = scorer.model.data.section;
    for (const one of this.ordered ? labeller.askedInOrder : asked) {
      sum = 0;
      sectionFeatures(line, signals, one, sink);
      scores[row + one.section] = (scores[row + one.section] ?? 0) + sum;
    }
    weights = scorer.model.data.none;
    sum = isKnown ? 0 : -UNTRAINED_NONE;
    noneFeatures(line, signals, sink);
    scores[row + asked.length] = (scores[row + asked.length] ?? 0) + sum;
  }
}

/** Where the shares of the passage in hand are put. */
let space = new Float64Array(256);

function spaceFor({ length }: Piece, { labels }: Steps): Float64Array {
  if (space.length < length * labels) space = new Float64Array(length * labels * 2);
  return space;
}

/** Sums up weighed features; one for all, because making one for every line costs more than the summing. */
let weights: readonly number[] = [];
let sum = 0;
const sink: Sink = (feature, value) => {
  sum += (weights[feature] ?? 0) * value;
};
