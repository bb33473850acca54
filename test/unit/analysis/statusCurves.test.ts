import assert from 'node:assert/strict';
import {
  CURVE_FEATURES,
  StatusCurves,
  type StoredCurve,
} from '../../../server/src/core/analysis/statusCurves';

type Judgement = Record<'full' | 'weak' | 'absent', number>;

const values = (given: Readonly<Partial<Record<(typeof CURVE_FEATURES)[number], number>>>): number[] =>
  CURVE_FEATURES.map((name) => given[name] ?? 0);
const judge = (
  given: Parameters<typeof values>[0],
  curves: readonly StoredCurve[],
  full = 0,
  weak = 0,
): Judgement => new StatusCurves({ full, weak, curves }).judge(values(given));
const near = (actual: Judgement, full: number, weak: number): void => {
  const total = Math.exp(full) + Math.exp(weak) + 1;
  assert.ok(Math.abs(actual.full - Math.exp(full) / total) < 1e-12, `full ${actual.full}`);
  assert.ok(Math.abs(actual.weak - Math.exp(weak) / total) < 1e-12, `weak ${actual.weak}`);
  assert.ok(Math.abs(actual.absent - 1 / total) < 1e-12, `absent ${actual.absent}`);
};

/** Adds 1, 2 or 4 to full and -1, -2 or -4 to weak: below 10, from 10, from 20 字 on. */
const HANZI: StoredCurve = { feature: 'hanzi', cuts: '10 20', full: '1 2 4', weak: '-1 -2 -4' };

suite('analysis/statusCurves', () => {
  test('without curves the two constants decide', () => {
    near(judge({}, []), 0, 0);
    near(judge({ hanzi: 99 }, [], 1.5, -2), 1.5, -2);
  });

  for (const [hanzi, step] of [
    [-5, 1],
    [9.99, 1],
    [10, 2],
    [19.99, 2],
    [20, 4],
    [1000, 4],
  ] as const)
    test(`${hanzi} lies on the step of ${step}`, () => near(judge({ hanzi }, [HANZI]), step, -step));

  test('a curve without cuts adds the same for every value', () =>
    near(judge({ hanzi: 7 }, [{ feature: 'hanzi', cuts: '', full: '3', weak: '1' }]), 3, 1));

  test('curves of several features and the constants add up', () => {
    const lines: StoredCurve = { feature: 'lines', cuts: '1', full: '-0.5 0.25', weak: '0 1' };
    const words: StoredCurve = { feature: 'words-top', cuts: '0.5', full: '0 1', weak: '0 0.5' };
    near(judge({ hanzi: 10, lines: 1, 'words-top': 0.7 }, [HANZI, lines, words], 1, 2), 4.25, 1.5);
    near(judge({ hanzi: 10, lines: 0, 'words-top': 0.2 }, [HANZI, lines, words], 1, 2), 2.5, 0);
  });

  test('the three probabilities are one together', () => {
    const { full, weak, absent } = judge({ hanzi: 12 }, [HANZI], 0.3, 0.2);
    assert.ok(Math.abs(full + weak + absent - 1) < 1e-12);
  });
});
