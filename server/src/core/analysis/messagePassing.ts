/*
 * Forward-backward over a linear chain, piece by piece. What runs through the chain from one piece to the next is a
 * message: how the scores of everything on that side are shared among the labels. A piece gives the same message
 * whenever it gets the same one, so after an edit only the pieces have to be gone through whose message changed; and
 * messages forget: some sentences on, what came long before makes no difference any more.
 */

/** The weights of the steps from label to label, exponentiated. */
export interface Steps {
  readonly labels: number;
  /** `[(context * labels + previous) * labels + label]` */
  readonly between: Float64Array;
  /** For the first sentence, `[context * labels + label]`. */
  readonly first: Float64Array;
}

/** Sentences that stand together. */
export interface Piece {
  readonly length: number;
  /** Number of the first in the tables below. */
  readonly first: number;
  /** Exponentiated score of every label of every sentence, `[sentence * labels + label]`. */
  readonly potentials: Float64Array;
  /** How each sentence follows the one before it. */
  readonly contexts: Uint8Array;
}

/** What one piece sends to another. A plain list: a typed one of so few numbers takes twice the room. */
export type Message = readonly number[];

/**
 * The share of every label of every sentence, judged by what stands before it and by itself.
 * @param incoming what the piece before sends; undefined for the first piece
 * @param shares where they are put, from `at` on
 */
export function forward(
  { length, first, potentials, contexts }: Piece,
  steps: Steps,
  incoming?: Message,
  shares: Float64Array = new Float64Array(length * steps.labels),
  at = 0,
): Float64Array {
  const { labels, between } = steps;
  for (let i = 0; i < length; i++) {
    const row = at + i * labels;
    const own = (first + i) * labels;
    const context = (contexts[first + i] ?? 0) * labels;
    for (let label = 0; label < labels; label++) {
      let sum = 0;
      if (i > 0) {
        for (let previous = 0; previous < labels; previous++)
          sum +=
            (shares[row - labels + previous] ?? 0) * (between[(context + previous) * labels + label] ?? 0);
      } else if (incoming) {
        for (let previous = 0; previous < labels; previous++)
          sum += (incoming[previous] ?? 0) * (between[(context + previous) * labels + label] ?? 0);
      } else sum = steps.first[context + label] ?? 0;
      shares[row + label] = sum * (potentials[own + label] ?? 0);
    }
    normalise(shares, row, labels);
  }
  return shares;
}

/**
 * What a piece sends to the next one.
 * @param length of the piece; at least 1
 */
export function lastMessage(shares: Float64Array, labels: number, length = shares.length / labels): Message {
  return rounded(shares, (length - 1) * labels, labels);
}

/**
 * For every label of every sentence, the share of what stands after it.
 * @param incoming what the piece after sends; undefined for the last piece
 * @param shares where they are put
 */
export function backward(
  piece: Piece,
  steps: Steps,
  incoming?: Message,
  shares: Float64Array = new Float64Array(piece.length * steps.labels),
): Float64Array {
  const { labels } = steps;
  const last = (piece.length - 1) * labels;
  if (incoming) for (let label = 0; label < labels; label++) shares[last + label] = incoming[label] ?? 0;
  else shares.fill(1 / labels, last, last + labels);
  for (let i = piece.length - 1; i > 0; i--) stepBack(piece, steps, shares, i, shares, (i - 1) * labels);
  return shares;
}

/** A message before it is rounded. */
let inHand = new Float64Array(32);

/** What a piece sends to the one before. */
export function firstMessage(piece: Piece, steps: Steps, shares: Float64Array): Message {
  if (inHand.length < steps.labels) inHand = new Float64Array(steps.labels);
  stepBack(piece, steps, shares, 0, inHand, 0);
  return rounded(inHand, 0, steps.labels);
}

/** From what stands after sentence `i` to what stands after the sentence before it. */
function stepBack(
  { first, potentials, contexts }: Piece,
  { labels, between }: Steps,
  shares: Float64Array,
  i: number,
  into: Float64Array,
  at: number,
): void {
  const row = i * labels;
  const own = (first + i) * labels;
  const context = (contexts[first + i] ?? 0) * labels;
  for (let previous = 0; previous < labels; previous++) {
    let sum = 0;
    for (let label = 0; label < labels; label++)
      sum +=
        (between[(context + previous) * labels + label] ?? 0) *
        (potentials[own + label] ?? 0) *
        (shares[row + label] ?? 0);
    into[at + previous] = sum;
  }
  normalise(into, at, labels);
}

/** Makes `count` cells sum up to 1; where nothing is left of any of them, none is better than another. */
export function normalise(values: Float64Array, from: number, count: number): void {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += values[i] ?? 0;
  if (sum === 0) {
    values.fill(1 / count, from, from + count);
    return;
  }
  const factor = 1 / sum;
  for (let i = from; i < from + count; i++) values[i] = (values[i] ?? 0) * factor;
}

/** Adding and taking away this multiple of a number rounds it to 36 bits (Dekker's splitting). */
const SPLITTER = 2 ** 17 + 1;

/**
 * Two messages on their way to becoming the same would differ in the last bits for long; with a few bits less they
 * meet soon. What is lost is far below anything that is shown.
 */
function rounded(shares: Float64Array, from: number, count: number): Message {
  const message = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    const value = shares[from + i] ?? 0;
    const large = value * SPLITTER;
    message[i] = large - (large - value);
  }
  return message;
}

/** Whether two messages are the same, bit by bit. */
export function isSameMessage(a: Message | undefined, b: Message | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
