import assert from 'node:assert/strict';
import { decode } from '../../../server/src/core/analysis/chain';
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
} from '../../../server/src/core/analysis/messagePassing';
import { seeded } from '../../corpus/random';

const LABELS = 4;
const CONTEXTS = 3;

/** A chain with random scores, in pieces of the given lengths, with the scores themselves. */
function randomChain(lengths: readonly number[], random: () => number, labels = LABELS) {
  const score = (): number => random() * 6 - 3;
  const between = Float64Array.from({ length: CONTEXTS * labels * labels }, score);
  const first = Float64Array.from({ length: CONTEXTS * labels }, score);
  const steps: Steps = { labels, between: between.map(Math.exp), first: first.map(Math.exp) };
  const emissions: number[] = [];
  const contexts: number[] = [];
  const pieces = lengths.map((length): Piece => {
    const own = Float64Array.from({ length: length * labels }, score);
    const kinds = Uint8Array.from({ length }, () => Math.floor(random() * CONTEXTS));
    emissions.push(...own);
    contexts.push(...kinds);
    return { length, first: 0, potentials: own.map(Math.exp), contexts: kinds };
  });
  const whole = {
    length: contexts.length,
    labels,
    emissions: Float64Array.from(emissions),
    transition: (position: number, previous: number, label: number): number => {
      const context = contexts[position] ?? 0;
      return (
        (previous === labels
          ? first[context * labels + label]
          : between[(context * labels + previous) * labels + label]) ?? 0
      );
    },
  };
  return { steps, pieces, whole };
}

/** The probabilities of all labels, by messages from piece to piece. */
function marginals(pieces: readonly Piece[], steps: Steps): number[] {
  const before: Float64Array[] = [];
  let message: Message | undefined;
  for (const piece of pieces) {
    const shares = forward(piece, steps, message);
    before.push(shares);
    message = lastMessage(shares, steps.labels);
  }
  const all: number[][] = [];
  message = undefined;
  for (const [index, piece] of [...pieces.entries()].reverse()) {
    const after = backward(piece, steps, message);
    message = firstMessage(piece, steps, after);
    const both = (before[index] ?? new Float64Array()).map((share, cell) => share * (after[cell] ?? 0));
    for (let i = 0; i < piece.length; i++) normalise(both, i * steps.labels, steps.labels);
    all.unshift([...both]);
  }
  return all.flat();
}

suite('analysis/messagePassing', () => {
  for (const lengths of [[1], [5], [1, 1, 1], [3, 1, 6, 2], Array.from({ length: 60 }, () => 3)]) {
    test(`gives what going through the whole chain gives: ${lengths.length} pieces`, () => {
      const random = seeded(lengths.length);
      for (let round = 0; round < 5; round++) {
        const { steps, pieces, whole } = randomChain(lengths, random);
        const expected = decode(whole).marginals;
        for (const [cell, probability] of marginals(pieces, steps).entries())
          assert.ok(Math.abs(probability - (expected[cell] ?? -1)) < 1e-8, `cell ${cell}: ${probability}`);
      }
    });
  }

  test('so it does with more sections than any framework has', () => {
    const { steps, pieces, whole } = randomChain([2, 1, 3], seeded(7), 40);
    const expected = decode(whole).marginals;
    for (const [cell, probability] of marginals(pieces, steps).entries())
      assert.ok(Math.abs(probability - (expected[cell] ?? -1)) < 1e-8, `cell ${cell}: ${probability}`);
  });

  test('messages that differ in the last bits only are the same, others are not', () => {
    const message = (...shares: readonly number[]): Message => lastMessage(Float64Array.from(shares), 2);
    assert.ok(isSameMessage(message(0.1, 0.9), message(0.1 + 2 ** -50, 0.9 - 2 ** -50)));
    assert.ok(!isSameMessage(message(0.1, 0.9), message(0.1 + 2 ** -30, 0.9)));
    assert.ok(isSameMessage(undefined, undefined));
    const [small = 0, large = 0] = message(0.1, 0.9);
    assert.ok(Math.abs(small - 0.1) < 2 ** -36 && Math.abs(large - 0.9) < 2 ** -36);
  });

  test('what came long before makes no difference, not in the last bit', () => {
    const { steps, pieces } = randomChain(
      Array.from({ length: 120 }, () => 3),
      seeded(2),
    );
    const run = (first: Message): Message =>
      pieces.reduce((message, piece) => lastMessage(forward(piece, steps, message), LABELS), first);
    const one = run([1, 0, 0, 0]);
    assert.ok(isSameMessage(one, run([0, 0, 0, 1])));
    assert.ok(!isSameMessage(one, [1, 0, 0, 0]));
    assert.ok(!isSameMessage(one, undefined));
  });

  test('where nothing is left of any label, none is better than another', () => {
    const values = Float64Array.of(9, 0, 0, 9);
    normalise(values, 1, 2);
    assert.deepEqual([...values], [9, 0.5, 0.5, 9]);
  });
});
