import assert from 'node:assert/strict';
import { AnswerTotals } from '../../../server/src/core/analysis/answerTotals';
import {
  COUNTED_KINDS,
  SectionChances,
  SectionTotals,
} from '../../../server/src/core/analysis/sectionTotals';
import {
  type JudgedSection,
  STATUS_FEATURES,
  statusFeatures,
} from '../../../server/src/core/analysis/statusFeatures';
import { framework, point, section } from '../../support/fixtureRubrics';

type Name = (typeof STATUS_FEATURES)[number];

/** Four points: two required, of which one is a branch, and two that are not. */
const SECTION = section('handle', '处理', [
  point('a', '甲', ['甲甲']),
  point('b', '乙', ['乙乙'], { branch: 'case' }),
  point('c', '丙', ['丙丙'], { need: 'optional', branch: 'case' }),
  point('d', '丁', ['丁丁'], { need: 'optional' }),
]);
const SECTIONS = framework('f', '框架', [
  section('x', '前', []),
  SECTION,
  section('y', '后', []),
  section('z', '末', []),
]).sections;

interface Given {
  readonly totals?: Partial<Omit<SectionTotals, 'points' | 'concrete'>>;
  /** Places that speak for each point. */
  readonly points?: readonly number[];
  /** Words of COUNTED_KINDS. */
  readonly concrete?: Partial<Record<(typeof COUNTED_KINDS)[number], number>>;
  readonly chances?: Partial<SectionChances>;
  readonly answer?: Partial<Pick<AnswerTotals, 'lines' | 'hanzi' | 'loose' | 'slogan'>>;
  readonly present?: readonly number[];
  readonly announced?: readonly number[];
  readonly judged?: Partial<JudgedSection>;
}

/** The features of the second of four sections, by name. */
function features({
  totals,
  points = [],
  concrete = {},
  chances,
  answer,
  present = [],
  announced = [],
  judged,
}: Given): Record<Name, number> {
  const own = Object.assign(new SectionTotals(SECTION.points.length), totals);
  for (const [at, count] of points.entries()) own.points[at] = count;
  for (const [at, kind] of COUNTED_KINDS.entries()) own.concrete[at] = concrete[kind] ?? 0;
  const all = Object.assign(new AnswerTotals(SECTIONS), answer);
  all.present.set(present);
  all.announced.set(announced);
  const values = statusFeatures({
    section: SECTION,
    index: 1,
    sections: 4,
    answer: all,
    totals: own,
    chances: Object.assign(new SectionChances(), chances),
    words: undefined,
    slot: { lines: 0, top: 0 },
    heading: undefined,
    ...judged,
  });
  assert.equal(values.length, STATUS_FEATURES.length);
  return Object.fromEntries(STATUS_FEATURES.map((name, at) => [name, values[at]])) as Record<Name, number>;
}

/** The values of the named features are as expected. */
function expects(given: Given, expected: Partial<Record<Name, number>>): void {
  const values = features(given);
  for (const [name, value] of Object.entries(expected) as [Name, number][])
    assert.ok(Math.abs(values[name] - value) < 1e-12, `${name}: ${values[name]} is not ${value}`);
}

suite('analysis/statusFeatures', () => {
  test('of an empty answer', () => {
    const values = features({});
    const expected: Partial<Record<Name, number>> = { bias: 1, 'no-line': 1, none: 1 };
    for (const name of STATUS_FEATURES) assert.equal(values[name], expected[name] ?? 0, name);
  });

  test('how much is said', () => {
    expects(
      { totals: { lines: 4, spoken: 3, spokenHanzi: 80 } },
      { 'no-line': 0, hanzi: Math.log1p(80) / 5, lines: 0.5, 'lead-only': 0, short: 0, 'one-line': 0 },
    );
    expects({ totals: { lines: 9, spoken: 9, spokenHanzi: 40 } }, { lines: 1, short: 0 });
    expects({ totals: { lines: 1, spoken: 1, spokenHanzi: 39 } }, { short: 1, 'one-line': 1 });
    expects({ totals: { lines: 2 } }, { 'lead-only': 1, short: 1 });
  });

  test('which of its points are there', () => {
    expects({ points: [2, 0, 0, 0] }, { points: 1 / 6, required: 0.5, branches: 0 });
    expects({ points: [0, 1, 3, 0] }, { points: 2 / 6, required: 0.5, branches: 1 });
    expects({ points: [1, 1, 1, 1] }, { points: 4 / 6, required: 1, branches: 1 });
    expects({ points: [0, 0, 0, 5] }, { points: 1 / 6, required: 0, branches: 0 });
  });

  test('of a section without required points, the share of all; of one without points, nothing', () => {
    const optional = section('o', '可选', [
      point('a', '甲', ['甲甲'], { need: 'optional' }),
      point('b', '乙', ['乙乙'], { need: 'optional' }),
    ]);
    expects({ points: [0, 1], judged: { section: optional } }, { required: 0.5, branches: 0 });
    expects({ judged: { section: section('n', '无', []) } }, { required: 0, points: 0 });
  });

  test('more than six points or lines are as many as can be', () => {
    const many = section(
      'm',
      '多',
      Array.from({ length: 8 }, (_, at) => point(`${at}`, '点', ['甲甲'])),
    );
    expects({ points: new Array<number>(8).fill(1), judged: { section: many } }, { points: 1, required: 1 });
    expects(
      { chances: { expected: 7, possible: 6, probable: 6 } },
      { expected: 1, possible: 1, probable: 1 },
    );
    expects({ totals: { cues: 7, runs: 4 } }, { cues: 1, runs: 1 });
    expects({ judged: { slot: { lines: 5, top: 0.3 } } }, { slot: 1, 'slot-top': 0.3 });
  });

  test('what is concrete in it', () => {
    expects(
      { totals: { spokenHanzi: 100 }, concrete: { when: 1, deed: 3 } },
      {
        when: Math.log1p(1) / 2,
        deed: Math.log1p(3) / 2,
        who: 0,
        where: 0,
        condition: 0,
        quantity: 0,
        kinds: 2 / 6,
        density: 0.4,
      },
    );
    expects(
      { totals: { spokenHanzi: 10 }, concrete: { quantity: 2 } },
      { quantity: Math.log1p(2) / 2, kinds: 1 / 6, density: 1 },
    );
    expects({ concrete: { who: 2 } }, { density: 0 });
  });

  test('how much of it is slogans', () => {
    expects(
      { totals: { lines: 4, spoken: 4, slogan: 1, slogans: 2 }, points: [1, 0, 0, 0] },
      { slogans: Math.log1p(2) / 2, 'slogan-share': 0.25, 'slogan-with-points': 0.25 / 4 },
    );
    expects(
      { totals: { lines: 4, spoken: 4, slogan: 1 } },
      { 'slogan-share': 0.25, 'slogan-with-points': 0 },
    );
  });

  test('how it is announced', () => {
    expects({ announced: [0, 1, 0, 0] }, { announced: 1, heading: 0 });
    expects(
      { announced: [1, 0, 1, 1], judged: { heading: { passage: 0, heading: 0 } } },
      { announced: 0, heading: 1 },
    );
  });

  test('what share of the answer it takes: twice an equal one at most', () => {
    expects({ totals: { spokenHanzi: 50 }, answer: { hanzi: 400 } }, { share: 0.25 });
    expects({ totals: { spokenHanzi: 100 }, answer: { hanzi: 400 } }, { share: 0.5 });
    expects({ totals: { spokenHanzi: 400 }, answer: { hanzi: 400 } }, { share: 1 });
  });

  test('how it stands beside the rest of the answer', () => {
    expects(
      { answer: { lines: 8, loose: 2, slogan: 4 } },
      { 'draft-lines': Math.log1p(8) / 4, none: 0.25, 'draft-slogans': 0.5 },
    );
    expects({ present: [1, 1, 0, 1] }, { others: 2 / 3 });
    expects({ present: [0, 1, 0, 0] }, { others: 0 });
    expects({ present: [1, 1], judged: { sections: 2 } }, { others: 1 });
    expects({ present: [0, 1], judged: { sections: 1 } }, { others: 0 });
  });

  test('with cues or without', () => {
    expects({ totals: { lines: 2, cues: 3, mostCues: 2 } }, { cues: 0.5, 'no-cue': 0 });
    expects({ totals: { lines: 2 } }, { cues: 0, 'no-cue': 1 });
  });

  test('how probable it is anywhere, where it is expected and how often it begins', () => {
    expects(
      { chances: { expected: 3, top: 0.9, second: 0.6, possible: 2, probable: 1, elsewhere: 0.4 } },
      { expected: 0.5, top: 0.9, second: 0.6, possible: 0.4, probable: 0.2, 'top-elsewhere': 0.4 },
    );
    expects(
      { totals: { runs: 1 }, judged: { slot: { lines: 1, top: 0.2 } } },
      { runs: 1 / 3, slot: 0.25, 'slot-top': 0.2 },
    );
  });
});
