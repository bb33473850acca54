import assert from 'node:assert/strict';
import { type Chain, decode } from '../../../server/src/core/analysis/chain';
import { seeded } from '../../corpus/random';

/** All labellings of a chain with their scores. */
function* labellings({
  length,
  labels,
  emissions,
  transition,
}: Chain): Generator<{ path: number[]; score: number }> {
  for (let code = 0; code < labels ** length; code++) {
    const path = Array.from({ length }, (_, i) => Math.floor(code / labels ** i) % labels);
    const score = path.reduce(
      (sum, label, i) =>
        sum +
        (emissions[i * labels + label] ?? 0) +
        transition(i, i === 0 ? labels : (path[i - 1] ?? 0), label),
      0,
    );
    yield { path, score };
  }
}

/** What `decode` should find, by adding up every labelling. */
function bruteForce(chain: Chain): { logPartition: number; marginals: number[]; pairs: Map<string, number> } {
  const all = [...labellings(chain)];
  const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
  const marginals = new Array<number>(chain.length * chain.labels).fill(0);
  const pairs = new Map<string, number>();
  for (const { path, score } of all) {
    const probability = Math.exp(score) / total;
    for (const [i, label] of path.entries()) {
      marginals[i * chain.labels + label] = (marginals[i * chain.labels + label] ?? 0) + probability;
      const key = `${i} ${i === 0 ? chain.labels : (path[i - 1] ?? 0)} ${label}`;
      pairs.set(key, (pairs.get(key) ?? 0) + probability);
    }
  }
  return { logPartition: Math.log(total), marginals, pairs };
}

function randomChain(length: number, labels: number, random: () => number): Chain {
  const emissions = Float64Array.from({ length: length * labels }, () => random() * 6 - 3);
  const scores = Array.from({ length: length * (labels + 1) * labels }, () => random() * 4 - 2);
  return {
    length,
    labels,
    emissions,
    transition: (i, previous, label) => scores[(i * (labels + 1) + previous) * labels + label] ?? 0,
  };
}

const near = (actual: number, expected: number, message: string): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${message}: ${actual} is not ${expected}`);

suite('analysis/chain', () => {
  for (let length = 1; length <= 5; length++) {
    for (let labels = 1; labels <= 4; labels++) {
      test(`equals adding up every labelling: ${length} sentences, ${labels} labels`, () => {
        const random = seeded(length * 10 + labels);
        for (let round = 0; round < 5; round++) {
          const chain = randomChain(length, labels, random);
          const expected = bruteForce(chain);
          const pairs = new Map<string, number>();
          const { logPartition, marginals, best } = decode(chain, (i, previous, label, probability) =>
            pairs.set(`${i} ${previous} ${label}`, probability),
          );
          near(logPartition, expected.logPartition, 'partition');
          for (const [cell, probability] of expected.marginals.entries())
            near(marginals[cell] ?? -1, probability, `marginal ${cell}`);
          for (const [key, probability] of expected.pairs)
            near(pairs.get(key) ?? -1, probability, `pair ${key}`);
          assert.equal(pairs.size, expected.pairs.size);
          for (let i = 0; i < length; i++) {
            const own = expected.marginals.slice(i * labels, (i + 1) * labels);
            assert.equal(best[i], own.indexOf(Math.max(...own)));
          }
        }
      });
    }
  }

  const flat = (length: number, labels: number, emissions: readonly number[]): Chain => ({
    length,
    labels,
    emissions: Float64Array.from(emissions),
    transition: () => 0,
  });

  test('no sentence', () => {
    const { best, marginals, logPartition } = decode(flat(0, 3, []));
    assert.deepEqual([best.length, marginals.length, logPartition], [0, 0, 0]);
  });

  test('very high and very low scores do not overflow', () => {
    const { best, marginals } = decode(flat(2, 2, [1000, -1000, -1e6, 1e6]));
    assert.deepEqual([...best], [0, 1]);
    assert.deepEqual([...marginals], [1, 0, 0, 1]);
  });

  test('a step that is impossible is never taken', () => {
    const chain: Chain = {
      ...flat(2, 2, [5, 0, 5, 0]),
      transition: (i, previous, label) =>
        i === 1 && previous === 0 && label === 0 ? Number.NEGATIVE_INFINITY : 0,
    };
    const pairs = new Map<string, number>();
    decode(chain, (i, previous, label, probability) => pairs.set(`${i} ${previous} ${label}`, probability));
    assert.equal(pairs.get('1 0 0'), 0);
    near(
      [...pairs].filter(([key]) => key.startsWith('1')).reduce((sum, [, value]) => sum + value, 0),
      1,
      'sum of the steps',
    );
  });

  test('a long chain keeps its probabilities', () => {
    const random = seeded(9);
    const chain = randomChain(2000, 9, random);
    const { marginals } = decode(chain);
    for (let i = 0; i < 2000; i += 97) {
      near(
        marginals.subarray(i * 9, (i + 1) * 9).reduce((sum, value) => sum + value, 0),
        1,
        `sentence ${i}`,
      );
    }
  });
});
