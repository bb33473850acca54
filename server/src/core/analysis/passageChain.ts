import {
  countSignals,
  noneFeatures,
  sectionFeatures,
  type SectionSignals,
  type Sink,
  transitionContext,
} from './features';
import type { Labeller } from './label';
import { LabelledPassage } from './labelledPassage';
import {
  backward,
  firstMessage,
  forward,
  isSameMessage,
  lastMessage,
  normalise,
  type Piece,
  type Steps,
} from './messagePassing';
import type { Passage } from './passage';

/**
 * In a framework the model was not trained on, a sentence without a cue is no sign that it belongs nowhere: nothing
 * but cues could have spoken for it. It rather goes where its place and its neighbours put it.
 */
const UNTRAINED_NONE = 1;

/**
 * A passage as a piece of the chain. It keeps what it was last given and what came of it: given the same again, it
 * gives the same again.
 */
export class PassageChain implements Piece {
  readonly length: number;
  readonly contexts: readonly number[];
  /**
   * The potentials, a cell for each label of every line; after them the scores they come from, which do not know the
   * place of the line; and what the words alone give, where the model knows them. In one piece of memory: there are
   * tens of thousands of passages.
   */
  readonly potentials: Float64Array;
  readonly signals: readonly SectionSignals[];
  readonly slogans: Float64Array;
  /** Where in the potentials what the words alone give begins; -1 where the model does not know them. */
  readonly wordsAt: number;
  /** Where in the potentials the scores begin. */
  readonly #scoresAt: number;

  #start = -1;
  #count = -1;
  #firstPlace: Float64Array | undefined;
  #lastPlace: Float64Array | undefined;
  #before: Float64Array | undefined;
  #after: Float64Array | undefined;
  /** Whether the messages it sends are those of the ones it has. */
  #isForward = false;
  #isBackward = false;
  #toNext: Float64Array | undefined;
  #toPrevious: Float64Array | undefined;
  #labelled: LabelledPassage | undefined;

  constructor(
    readonly passage: Passage,
    private readonly labeller: Labeller,
    private readonly ordered: boolean,
  ) {
    const { lines } = passage;
    const { labels } = labeller.steps;
    const count = lines.length;
    const cells = count * labels;
    this.length = count;
    this.contexts = lines.map(transitionContext);
    this.potentials = new Float64Array(cells * (labeller.isKnown ? 3 : 2));
    this.#scoresAt = cells;
    this.wordsAt = labeller.isKnown ? cells * 2 : -1;
    this.slogans = new Float64Array(count);
    this.signals = lines.map((line) => countSignals(line, labeller.index, labels - 1));
    for (let i = 0; i < count; i++) this.#score(i);
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
    message: Float64Array | undefined,
  ): Float64Array | undefined {
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
  backward(steps: Steps, message: Float64Array | undefined): Float64Array | undefined {
    if (this.length === 0) return undefined;
    if (this.#isBackward && isSameMessage(this.#after, message)) return this.#toPrevious;
    this.#after = message;
    this.#labelled = undefined;
    this.#isBackward = true;
    const previous = firstMessage(this, steps, backward(this, steps, message, spaceFor(this, steps)));
    if (!isSameMessage(this.#toPrevious, previous)) this.#toPrevious = previous;
    return this.#toPrevious;
  }

  /** What came of it, after both messages. */
  labelled(steps: Steps): LabelledPassage {
    if (this.#labelled) return this.#labelled;
    const { labels } = steps;
    // Going through it again is cheaper than keeping both ways of every passage.
    const marginals = new Float64Array(this.length * labels);
    forward(this, steps, this.#before, marginals);
    const after = backward(this, steps, this.#after, spaceFor(this, steps));
    for (let cell = 0; cell < marginals.length; cell++)
      marginals[cell] = (marginals[cell] ?? 0) * (after[cell] ?? 0);
    for (let i = 0; i < this.length; i++) normalise(marginals, i * labels, labels);
    this.#labelled = new LabelledPassage(this.passage, this.labeller, marginals, this);
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
      this.#raise(i * labels, labels, place);
    }
    return true;
  }

  /** Exponentiates the scores of a line, the best being 1. */
  #raise(row: number, labels: number, place: Float64Array): void {
    const numbers = this.potentials;
    const scores = this.#scoresAt + row;
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < labels; label++)
      most = Math.max(most, (numbers[scores + label] ?? 0) + (place[label] ?? 0));
    for (let label = 0; label < labels; label++)
      numbers[row + label] = Math.exp((numbers[scores + label] ?? 0) + (place[label] ?? 0) - most);
  }

  #score(i: number): void {
    const { passage, labeller } = this;
    const line = passage.lines[i];
    const signals = this.signals[i];
    if (!line || !signals) return;
    const { framework, scorer, asked, isKnown } = labeller;
    const scores = this.potentials;
    const labels = asked.length + 1;
    const row = this.#scoresAt + i * labels;
    this.slogans[i] = scorer.score(framework, line.evidence, scores, row);
    if (isKnown) scores.copyWithin(this.wordsAt + i * labels, row, row + labels);
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
