import assert from 'node:assert/strict';
import { judgedSections } from '../../../server/src/core/analysis/coverage';
import {
  type JudgedSection,
  STATUS_FEATURES,
  statusFeatures,
} from '../../../server/src/core/analysis/statusFeatures';
import { LAMP } from '../../support/fixtureRubrics';
import { analyse } from '../../support/check';
import { readModel, readRubrics } from '../../support/rubrics';
import { crlf, lines, mark, slice } from '../../support/marked';
import { FULL, OPTIONS, sectionOf } from './coverageSupport';

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
