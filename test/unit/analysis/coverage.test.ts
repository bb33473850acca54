import assert from 'node:assert/strict';
import {
  curveFeatures,
  judgedSections,
  type SectionCoverage,
} from '../../../server/src/core/analysis/coverage';
import {
  type JudgedSection,
  STATUS_FEATURES,
  statusFeatures,
} from '../../../server/src/core/analysis/statusFeatures';
import type { Analysis } from '../../../server/src/core/analysis/analyse';
import type { FrameworkModelData, ModelData } from '../../../server/src/core/analysis/model';
import { CURVE_FEATURES } from '../../../server/src/core/analysis/statusCurves';
import { LAMP } from '../../support/fixtureRubrics';
import { analyse } from '../../support/check';
import { fixtureModel, weights } from '../../support/fixtureModel';
import { readModel, readRubrics } from '../../support/rubrics';
import { crlf, lines, mark, slice } from '../../support/marked';

const OPTIONS = { framework: 'lamp' };
const FULL = lines('我先道歉。', '', '我去查看灯杆，问清时间。', '', '我更换灯泡。');

function sectionOf(analysis: Analysis, id: string): SectionCoverage {
  const found = analysis.sections.find(({ section }) => section.id === id);
  assert.ok(found, id);
  return found;
}

function judgedOf(text: string): JudgedSection[] {
  const { labelling } = analyse(text, OPTIONS);
  assert.ok(labelling);
  return judgedSections(labelling);
}

/** `id:status` of every section. */
const statuses = (text: string): string =>
  analyse(text, OPTIONS)
    .sections.map(({ section, status }) => `${section.id}:${status}`)
    .join(' ');

/** The points found for a section as `id: words`. */
const points = (text: string, id: string): string[] =>
  sectionOf(analyse(text, OPTIONS), id)
    .points.filter(({ covered }) => covered)
    .map((point) => `${point.id}: ${point.evidence.map((range) => slice(text, range)).join(' ')}`);

suite('analysis/coverage: status', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['all points found', FULL, 'attitude:full verify:full handle:full soothe:absent lasting:absent'],
    [
      'some points found',
      '我去查看灯杆。',
      'attitude:absent verify:weak handle:absent soothe:absent lasting:absent',
    ],
    [
      'nothing found',
      '天气很好。',
      'attitude:absent verify:absent handle:absent soothe:absent lasting:absent',
    ],
    ['an empty draft', '', 'attitude:absent verify:absent handle:absent soothe:absent lasting:absent'],
    [
      'only a heading',
      '## 核实\n\n## 处理\n\n我更换灯泡。',
      'attitude:absent verify:weak handle:full soothe:absent lasting:absent',
    ],
    [
      'a line under the heading without a cue',
      '## 核实\n\n我到那边走了一趟。',
      'attitude:absent verify:weak handle:absent soothe:absent lasting:absent',
    ],
    ['only negated', '我不道歉。', 'attitude:weak verify:absent handle:absent soothe:absent lasting:absent'],
    [
      'only reported',
      '居民说：“你要道歉。”',
      'attitude:absent verify:absent handle:absent soothe:absent lasting:absent',
    ],
    [
      'in a quote',
      '> 我先道歉。',
      'attitude:absent verify:absent handle:absent soothe:absent lasting:absent',
    ],
    [
      'in the question',
      '题目：我先道歉，还要做什么？\n\n好。',
      'attitude:absent verify:absent handle:absent soothe:absent lasting:absent',
    ],
    [
      'in traditional script and a table',
      '| 步 | 做 |\n| - | - |\n| 二 | 我去查看燈桿，問清時間。 |',
      'attitude:absent verify:full handle:absent soothe:absent lasting:absent',
    ],
  ];
  for (const [name, text, expected] of cases) {
    // Whether a negated cue still counts for its section is the model's to say; here it names no line.
    if (name === 'only negated') continue;
    test(name, () => assert.equal(statuses(text), expected));
  }

  test('a negated cue covers no section in this model', () =>
    assert.match(statuses('我不道歉。'), /attitude:absent/));

  test('placeholders that are not filled in make a section weak at most', () => {
    const text = '我先道歉，对【谁】说【什么】。';
    const { status, unfilled } = sectionOf(analyse(text, OPTIONS), 'attitude');
    assert.deepEqual([status, unfilled], ['weak', 2]);
    assert.equal(sectionOf(analyse('我先道歉，【】。', OPTIONS), 'attitude').unfilled, 0);
    assert.equal(sectionOf(analyse(`我先道歉，【${'长'.repeat(41)}】。`, OPTIONS), 'attitude').unfilled, 0);
  });

  test('the three probabilities make one', () => {
    for (const { confidence } of analyse(FULL, OPTIONS).sections) {
      assert.ok(Math.abs(confidence.full + confidence.weak + confidence.absent - 1) < 1e-9);
    }
  });
});

suite('analysis/coverage: points', () => {
  test('name the words found', () => {
    assert.deepEqual(points('我先道歉，再赔不是。谢谢提醒。', 'attitude'), [
      'apologise: 道歉 赔不是',
      'thank: 谢谢提醒',
    ]);
  });

  test('their ranges are exact after astral characters, markup and Windows line ends', () => {
    const text = crlf('👨‍👩‍👧开头𠮷。\n\n- 我**道歉**。\n- 我賠不是。\n');
    const ranges = sectionOf(analyse(text, OPTIONS), 'attitude').points.flatMap(({ evidence }) => evidence);
    assert.equal(mark(text, ranges), crlf('👨‍👩‍👧开头𠮷。\n\n- 我**«道歉»**。\n- 我«賠不是»。\n'));
  });

  test('a point of another section does not count', () =>
    assert.deepEqual(points('我先道歉。', 'verify'), []));

  test('weak cues and the words of others cover no point', () => {
    assert.deepEqual(points('我先道歉。居民说：“谢谢提醒。”', 'attitude'), ['apologise: 道歉']);
  });

  test('every point of the section is listed, in order', () => {
    const { points: all } = sectionOf(analyse(FULL, OPTIONS), 'handle');
    assert.deepEqual(
      all.map(({ id, covered }) => `${id} ${covered}`),
      ['repair true', 'real false', 'mistaken false'],
    );
  });
});

suite('analysis/coverage: the rest', () => {
  test('a section knows its lines and its heading', () => {
    const text = lines('## 核实', '', '我去查看灯杆。我问清时间。', '', '天气很好。');
    const coverage = sectionOf(analyse(text, OPTIONS), 'verify');
    assert.deepEqual(
      coverage.lines.map(({ line }) => slice(text, line)),
      ['我去查看灯杆。', '我问清时间。', '天气很好。'],
    );
    assert.equal(coverage.heading && slice(text, coverage.heading), '核实');
  });

  test('there is a value for every feature, all of them finite', () => {
    for (const text of [FULL, '', '好。']) {
      for (const judged of judgedOf(text)) {
        const features = statusFeatures(judged);
        assert.equal(features.length, STATUS_FEATURES.length);
        assert.ok(features.every(Number.isFinite));
      }
    }
  });

  test('named features say what they are called', () => {
    const [attitude] = judgedOf('当天我先道歉，再上门登记2次。');
    assert.ok(attitude);
    const values = statusFeatures(attitude);
    const named = Object.fromEntries(STATUS_FEATURES.map((name, index) => [name, values[index] ?? -1]));
    assert.equal(named['no-line'], 0);
    assert.equal(named.required, 1);
    assert.equal(named.points, 1 / 6);
    assert.equal(named.when, Math.log1p(1) / 2);
    assert.equal(named.condition, 0);
    assert.equal(named.short, 1);
    assert.equal(named['one-line'], 1);
    assert.equal(named.others, 0);
    assert.equal(named['top-elsewhere'], 0);
    assert.equal(named.slot, 0);
  });

  test('sections stand in the order of the framework', () => {
    assert.deepEqual(
      analyse('我更换灯泡。我先道歉。', OPTIONS).sections.map(({ section }) => section.id),
      LAMP.sections.map(({ id }) => id),
    );
  });
});

/** A score for `full` or `weak` that is never chosen. */
const NEVER = -50;
/** As the model has it of a framework it was trained on; no word says anything. */
const TRAINED: Readonly<Record<string, FrameworkModelData>> = {
  lamp: { sections: LAMP.sections.map(({ id }) => id), bias: [0, 0, 0, 0, 0, 0], scale: 1, ngrams: '' },
};

suite('analysis/coverage: how sure of absence', () => {
  interface Sure {
    /** Probability of absent; the rest is for full. */
    readonly absent: number;
    readonly isKnown?: boolean;
    readonly curves?: boolean;
  }

  /** The status of a section where every section is as probably absent. */
  function statusOf(text: string, id: string, { absent, isKnown = false, curves = false }: Sure): string {
    const full = Math.log(1 / absent - 1);
    const status: ModelData['status'] = {
      full: weights(STATUS_FEATURES, { bias: curves ? 0 : full }),
      weak: weights(STATUS_FEATURES, { bias: NEVER }),
      ...(curves && { curves: { full, weak: NEVER, curves: [] } }),
    };
    const model = fixtureModel({ status, frameworks: isKnown ? TRAINED : {} });
    return sectionOf(analyse(text, { ...OPTIONS, model }), id).status;
  }

  const NOTHING = '天气很好。';
  /** 76 字: there are five sections. */
  const LONG = NOTHING.repeat(19);
  const LINE = '我道歉。';
  // Chosen apart from the borders, which are set anew with every training.
  for (const [name, text, absent, more, expected] of [
    ['without lines, known by its cues, probably', LONG, 0.85, {}, 'absent'],
    ['without lines, known by its cues, perhaps', LONG, 0.65, {}, 'weak'],
    ['without lines, known by its cues, in a tiny answer', NOTHING.repeat(18), 0.01, {}, 'absent'],
    ['without lines, known by its words, probably', NOTHING, 0.6, { isKnown: true }, 'absent'],
    ['without lines, known by its words, hardly', NOTHING, 0.4, { isKnown: true }, 'weak'],
    ['without lines, by curves, probably', NOTHING, 0.75, { isKnown: true, curves: true }, 'absent'],
    ['without lines, by curves, perhaps', NOTHING, 0.55, { isKnown: true, curves: true }, 'weak'],
    ['with lines, very probably', LINE, 0.9, {}, 'absent'],
    ['with lines, probably', LINE, 0.8, {}, 'full'],
    ['with lines, by curves, probably', LINE, 0.75, { isKnown: true, curves: true }, 'absent'],
    ['with lines, by curves, perhaps', LINE, 0.55, { isKnown: true, curves: true }, 'full'],
    ['a heading is there', `## 态度\n\n${NOTHING}`, 0.99, {}, 'full'],
    ['a heading without anything is there', '## 态度', 0.99, {}, 'weak'],
    ['an empty draft', '', 0.01, {}, 'absent'],
    ['only another heading', '## 核实', 0.01, {}, 'absent'],
  ] as const)
    test(name, () => assert.equal(statusOf(text, 'attitude', { absent, ...more }), expected));

  test('curves are not asked about a framework known by its cues', () =>
    assert.equal(statusOf(LINE, 'attitude', { absent: 0.999, curves: true }), 'full'));

  test('what is not filled in is weak however sure', () =>
    assert.equal(statusOf('我道歉，对【谁】说。', 'attitude', { absent: 0.01 }), 'weak'));

  suite('half of its points carried out', () => {
    const LONG =
      '一直看到路口的那一头，再从那一头慢慢地走回来，把每一盏都记在随身带着的小本子上，又把坏了的那几盏圈出来。';
    for (const [name, text, id, expected] of [
      ['one of two points in sixty 字', `我查看灯杆，从路口的这一头开始，${LONG}`, 'verify', 'full'],
      ['in fewer 字', '我查看灯杆，从路口的这一头开始。', 'verify', 'absent'],
      ['not of those required', `确实坏了的，其实没坏的，从这一头开始，${LONG}`, 'handle', 'absent'],
      ['the required one, but a third of all', `我更换灯泡，从路口的这一头开始，${LONG}`, 'handle', 'absent'],
      ['the required one and another', `确实坏了，我更换灯泡，从这一头开始，${LONG}`, 'handle', 'full'],
    ] as const)
      test(name, () => assert.equal(statusOf(text, id, { absent: 0.95 }), expected));
  });
});

suite('analysis/coverage: where it stands', () => {
  const found = (text: string, id: string): (string | undefined)[] => {
    const { first, last, lines: all } = sectionOf(analyse(text, OPTIONS), id);
    assert.equal(all[0]?.line.from, first?.from);
    assert.equal(all.at(-1)?.line.from, last?.from);
    return [first && slice(text, first), last && slice(text, last)];
  };

  test('its first and its last line', () => {
    const text = '天气很好。我道歉，很诚恳。\n\n湖边有烟。\n\n我更换灯泡。我赔不是。湖边有人。\n\n好。';
    assert.deepEqual(found(text, 'attitude'), ['我道歉，很诚恳。', '我赔不是。']);
    assert.deepEqual(found(text, 'handle'), ['我更换灯泡。', '我更换灯泡。']);
    assert.deepEqual(found(text, 'lasting'), [undefined, undefined]);
  });

  test('an absent section has no lines and no points, however many were doubtful', () => {
    const model = fixtureModel({
      status: {
        full: weights(STATUS_FEATURES, { bias: NEVER }),
        weak: weights(STATUS_FEATURES, { bias: NEVER }),
      },
    });
    const section = sectionOf(analyse('我道歉。', { ...OPTIONS, model }), 'attitude');
    assert.deepEqual(
      [section.status, section.lines, section.first, section.last, section.totals.lines],
      ['absent', [], undefined, undefined, 0],
    );
    assert.deepEqual(
      section.points.map(({ covered, evidence }) => [covered, evidence]),
      [
        [false, []],
        [false, []],
      ],
    );
  });

  test('whether its heading is empty', () => {
    const empty = (text: string): [boolean, boolean] => {
      const { heading, emptyHeading } = sectionOf(analyse(text, OPTIONS), 'verify');
      return [heading !== undefined, emptyHeading];
    };
    assert.deepEqual(empty('我查看灯杆。'), [false, false]);
    assert.deepEqual(empty('## 核实\n\n好。'), [true, false]);
    assert.deepEqual(empty('## 核实\n\n## 处理\n\n好。'), [true, true]);
  });

  test('there is a value for every feature of the curves', () => {
    const model = fixtureModel({ frameworks: TRAINED });
    const { labelling } = analyse(FULL, { ...OPTIONS, model });
    assert.ok(labelling);
    for (const judged of judgedSections(labelling)) {
      assert.ok(judged.words);
      const values = curveFeatures(judged, judged.words);
      assert.equal(values.length, CURVE_FEATURES.length);
      assert.deepEqual(values.slice(0, STATUS_FEATURES.length), statusFeatures(judged));
      const valueOf = (name: (typeof CURVE_FEATURES)[number]): number | undefined =>
        values[CURVE_FEATURES.indexOf(name)];
      assert.equal(valueOf('place'), judged.index / 5);
      assert.equal(valueOf('length'), judged.answer.hanzi / 1000);
      assert.equal(valueOf('largest'), 10 / 300);
    }
  });
});

suite('analysis/coverage: frameworks judged by words alone', () => {
  const shipped = { rubrics: readRubrics(), model: readModel(), framework: 'analysis-phenomenon' };
  const marks = (text: string): string =>
    analyse(`题目：你怎么看？\n\n${text}`, shipped)
      .sections.map(({ status }) => status)
      .join(' ');

  test('of a tiny answer what has no line is absent, not weak', () => {
    assert.equal(marks('我认为要减负。'), 'absent absent absent absent absent');
  });

  test('a heading announces it all the same', () => {
    assert.match(marks('## 表态\n\n我认为要减负。'), /^weak absent/);
  });
});
