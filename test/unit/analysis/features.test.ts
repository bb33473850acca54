import assert from 'node:assert/strict';
import {
  CONTEXTS,
  countSignals,
  NONE_FEATURES,
  noneFeatures,
  nonePlaceFeatures,
  placeKey,
  SECTION_FEATURES,
  sectionFeatures,
  sectionPlaceFeatures,
  TRANSITIONS,
  transitionFeature,
} from '../../../server/src/core/analysis/features';
import type { Answer, Line } from '../../../server/src/core/analysis/lines';
import { analyse } from '../../support/check';
import { framework, LAMP, point, RUBRICS, section as sectionOf } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';

const SECTIONS = LAMP.sections.length;

function answerOf(text: string): Answer {
  return analyse(text, { framework: 'lamp' }).answer;
}

function lineAt(answer: Answer, index: number): Line {
  const line = answer.lines.at(index);
  assert.ok(line);
  return line;
}

/** The features of a line for a section by name; the value is left out where it is 1. */
function featuresOf(text: string, index: number, section: string): string[] {
  const answer = answerOf(text);
  const at = index < 0 ? answer.lines.length + index : index;
  const line = lineAt(answer, at);
  const names: string[] = [];
  const number = LAMP.sections.findIndex(({ id }) => id === section);
  const asked = { framework: 0, section: number, sections: SECTIONS, headings: answer.headingCount };
  const sink = (feature: number, value: number): void =>
    void names.push((SECTION_FEATURES[feature] ?? 'unknown') + (value === 1 ? '' : ` ${value}`));
  sectionFeatures(line, countSignals(line, 0, SECTIONS), asked, sink);
  sectionPlaceFeatures({ index: at, count: answer.lines.length }, number, SECTIONS, sink);
  return names;
}

function noneOf(text: string, index: number): string[] {
  const answer = answerOf(text);
  const line = lineAt(answer, index);
  const names: string[] = [];
  const sink = (feature: number): void => void names.push(NONE_FEATURES[feature] ?? 'unknown');
  noneFeatures(line, countSignals(line, 0, SECTIONS), sink);
  nonePlaceFeatures({ index, count: answer.lines.length }, sink);
  return names;
}

suite('analysis/features: what a line says', () => {
  test('cues, points and their share', () => {
    const features = featuresOf('我查看灯杆，问清时间，再道歉。', 0, 'verify');
    for (const name of ['cues>=1', 'cues>=2', 'points>=2', `share ${2 / 3}`])
      assert.ok(features.includes(name), features.join());
    assert.equal(features.includes('cues>=3'), false);
  });

  test('the same cue twice is one point', () => {
    const features = featuresOf('我道歉，再道歉。', 0, 'attitude');
    assert.ok(features.includes('cues>=2'));
    assert.equal(features.includes('points>=2'), false);
  });

  test('negated and reported cues speak otherwise', () => {
    for (const text of ['我不道歉。', '居民说：“你要道歉。”']) {
      const features = featuresOf(text, 0, 'attitude');
      assert.ok(features.includes('negated') && !features.includes('cues>=1'), features.join());
    }
  });

  test('another framework counts for nothing', () => {
    const answer = answerOf('我加开窗口，引导取号。');
    assert.equal(countSignals(lineAt(answer, 0), 0, SECTIONS).strong, 0);
    assert.equal(countSignals(lineAt(answer, 0), 1, 2).strong, 2);
  });
});

suite('analysis/features: where a line stands', () => {
  test('under its own heading or another', () => {
    const text = lines('## 核实', '', '到那边走了一趟。');
    assert.ok(featuresOf(text, 0, 'verify').includes('heading'));
    assert.ok(featuresOf(text, 0, 'handle').includes('other-heading'));
  });

  test('a lead that names a section', () => {
    assert.ok(featuresOf('一、态度要好。我起身相迎。', 0, 'attitude').includes('own-heading'));
  });

  test('a number that is the section’s', () => {
    assert.ok(
      featuresOf('二、到那边走了一趟，看了很久，最后才回来写下经过。', 0, 'verify').includes('marker-order'),
    );
    assert.ok(featuresOf('最后，到那边走了一趟。', 0, 'lasting').includes('marker-last'));
    assert.equal(featuresOf('最后，到那边走了一趟。', 0, 'handle').includes('marker-last'), false);
  });

  test('first and last', () => {
    const text = '一句。二句。三句。四句。五句。';
    assert.ok(featuresOf(text, 0, 'attitude').includes('first-is-first'));
    assert.ok(featuresOf(text, -1, 'lasting').includes('last-is-last'));
    for (const [index, id] of [
      [0, 'verify'],
      [1, 'attitude'],
      [-1, 'handle'],
      [-2, 'lasting'],
    ] as const) {
      assert.equal(
        /first-is-first|last-is-last/.test(featuresOf(text, index, id).join()),
        false,
        `${index} ${id}`,
      );
    }
  });

  test('exactly one slot of position, from before to after', () => {
    const text = '一句。二句。三句。四句。五句。';
    const slot = (section: string): string[] =>
      featuresOf(text, 2, section).filter((name) => name.startsWith('position'));
    assert.deepEqual(
      LAMP.sections.map(({ id }) => slot(id)),
      [['position++'], ['position+'], ['position0'], ['position-'], ['position--']],
    );
  });
});

suite('analysis/features: belonging to nothing', () => {
  test('an empty phrase', () => {
    const features = noneOf('好的。', 0);
    for (const name of ['bias', 'no-cue', 'first', 'last', 'hanzi<10', 'hanzi<18', 'abstract'])
      assert.ok(features.includes(name), name);
  });

  test('a slogan, a bad wording, an open end', () => {
    assert.ok(noneOf('我们高度重视。', 0).includes('slogan'));
    assert.ok(noneOf('这事不归我管。', 0).includes('wording'));
    assert.equal(noneOf('绝不说不归我管。', 0).includes('wording'), false);
    assert.ok(noneOf('怎么办？', 0).includes('ends-open'));
    assert.ok(noneOf('一、道歉。我起身相迎。', 0).includes('lead'));
  });

  test('a repetition of the question', () => {
    assert.ok(
      noneOf(
        '---\nquestion: 居民说路灯坏了没人管\n---\n\n居民说路灯坏了没人管，大家都看在眼里急在心里，说个不停。',
        0,
      ).includes('restates'),
    );
  });
});

suite('analysis/features: steps', () => {
  test('every step between labels has its number in every context', () => {
    const texts = ['一句。二句。', '一句。\n\n二句。', '## 态度\n\n一句。二句。'];
    const seen = new Set<number>();
    for (const text of texts) {
      for (const line of answerOf(text).lines) {
        for (let previous = 0; previous <= SECTIONS + 1; previous++) {
          for (let label = 0; label <= SECTIONS; label++)
            seen.add(transitionFeature(line, previous, label, SECTIONS));
        }
      }
    }
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      Array.from({ length: TRANSITIONS * CONTEXTS }, (_, index) => index),
    );
  });

  test('staying, going on and going back are apart', () => {
    const line = lineAt(answerOf('一句。二句。'), 1);
    const steps = [
      [2, 2],
      [2, 3],
      [1, 4],
      [3, 2],
      [4, 0],
      [SECTIONS, SECTIONS],
      [SECTIONS, 1],
      [1, SECTIONS],
    ] as const;
    const numbers = steps.map(([previous, label]) => transitionFeature(line, previous, label, SECTIONS));
    assert.equal(new Set(numbers).size, steps.length);
  });
});

suite('analysis/features: places', () => {
  /** Everything the place of a line says, for every label. */
  function placeFeatures(index: number, count: number, sections: number): string {
    const said: string[] = [];
    for (let section = 0; section < sections; section++)
      sectionPlaceFeatures({ index, count }, section, sections, (feature) =>
        said.push(`${section}:${feature}`),
      );
    nonePlaceFeatures({ index, count }, (feature) => said.push(`none:${feature}`));
    return said.join(' ');
  }

  test('places with the same key have the same features', () => {
    for (const sections of [1, 2, 4, 5, 8]) {
      const known = new Map<number, string>();
      for (let count = 1; count <= 130; count++) {
        for (let index = 0; index < count; index++) {
          const key = placeKey({ index, count }, sections);
          const said = placeFeatures(index, count, sections);
          assert.equal(known.get(key) ?? said, said, `${index} of ${count}, ${sections} sections`);
          known.set(key, said);
        }
      }
    }
  });

  test('the keys of neighbouring places rise, but for the first and the last', () => {
    for (const count of [3, 10, 57]) {
      const zones = Array.from({ length: count }, (_, index) => placeKey({ index, count }, 5) >> 2);
      assert.deepEqual(
        zones,
        zones.toSorted((a, b) => a - b),
      );
    }
  });
});

/** Two sections whose points have cues of every strength. */
const STRENGTHS = framework('strengths', '强弱', [
  sectionOf('first', '甲节', [
    point('a', '甲', ['甲甲'], { weakCues: ['弱弱', '微微'], phrases: ['一字一句'] }),
    point('b', '乙', ['乙乙', '己己']),
  ]),
  sectionOf('second', '丙节', [point('c', '丙', ['丙丙'])]),
]);

/** All that a line says of a section, but for its place; the value is left out where it is 1. */
function exactly(text: string, section: number, at = 0): string[] {
  const rubrics = { ...RUBRICS, frameworks: [LAMP, STRENGTHS] };
  const { answer } = analyse(text, { rubrics, framework: 'strengths' });
  const line = lineAt(answer, at);
  const names: string[] = [];
  sectionFeatures(
    line,
    countSignals(line, 1, 2),
    { framework: 1, section, sections: 2, headings: answer.headingCount },
    (feature, value) =>
      void names.push(`${SECTION_FEATURES[feature] ?? 'unknown'}${value === 1 ? '' : ` ${value}`}`),
  );
  return names;
}

suite('analysis/features: exactly what a line says', () => {
  const HALF = 'share 0.5';
  for (const [text, first, second] of [
    ['天气很好。', [], []],
    ['我甲甲。', ['cues>=1', 'share'], ['share 0']],
    ['我甲甲，再甲甲。', ['cues>=1', 'cues>=2', 'share'], ['share 0']],
    ['我甲甲，再乙乙。', ['cues>=1', 'cues>=2', 'points>=2', 'share'], ['share 0']],
    ['我乙乙，再己己，又乙乙。', ['cues>=1', 'cues>=2', 'cues>=3', 'share'], ['share 0']],
    ['我乙乙，再丙丙。', ['cues>=1', HALF], ['cues>=1', HALF]],
    ['我一字一句。', ['cues>=1', 'phrase', 'share'], ['share 0']],
    ['我一字一句，再甲甲。', ['cues>=1', 'cues>=2', 'phrase', 'share'], ['share 0']],
    ['我弱弱。', ['weak>=1'], []],
    ['我弱弱，又微微。', ['weak>=1', 'weak>=2'], []],
    ['我弱弱，再丙丙。', ['weak>=1', 'share 0'], ['cues>=1', 'share']],
    ['我不甲甲。', ['negated'], []],
    ['我不丙丙，再甲甲。', ['cues>=1', 'share'], ['share 0', 'negated']],
    ['一、甲节很重要。我起身相迎。', ['own-heading', 'marker-order'], []],
    ['二、甲节很重要。我起身相迎。', ['own-heading'], ['marker-order']],
    ['首先，天气很好。', [], []],
    ['最后，天气很好。', [], ['marker-last']],
    ['我道歉，再更换灯泡。', [], []],
  ] as const)
    test(text, () => assert.deepEqual([exactly(text, 0), exactly(text, 1)], [first, second]));

  for (const [text, first, second] of [
    ['## 甲节\n\n天气很好。', ['heading', 'other-heading 0'], ['heading 0', 'other-heading']],
    [
      '## 甲节和丙丙\n\n天气很好。',
      [`heading ${2 / 3}`, `other-heading ${1 / 3}`],
      [`heading ${1 / 3}`, `other-heading ${2 / 3}`],
    ],
    ['## 弱弱\n\n天气很好。', [], []],
    ['## 态度\n\n天气很好。', [], []],
    ['## 闲话\n\n天气很好。\n\n## 再说', ['heading-order'], []],
    ['## 闲话\n\n## 再说\n\n天气很好。', [], ['heading-order']],
    ['## 闲话\n\n天气很好。\n\n## 再说\n\n## 又说', [], []],
  ] as const)
    test(`under a heading: ${JSON.stringify(text)}`, () =>
      assert.deepEqual([exactly(text, 0), exactly(text, 1)], [first, second]));
});

suite('analysis/features: exactly what says that a line belongs to nothing', () => {
  const LONG = '湖边有烟在慢慢地飘散，湖边又有烟在飘散。';
  for (const [text, expected] of [
    [LONG, ['bias', 'no-cue', 'abstract']],
    ['湖边有烟在慢慢地飘散呢。', ['bias', 'no-cue', 'hanzi<18', 'abstract']],
    ['湖边有烟在慢慢飘散。', ['bias', 'no-cue', 'hanzi<10', 'hanzi<18', 'abstract']],
    [`当天${LONG}`, ['bias', 'no-cue']],
    [`道歉${LONG}`, ['bias']],
    [`高度重视${LONG}`, ['bias', 'no-cue', 'slogan', 'abstract']],
    [`我说不归我管，${LONG}`, ['bias', 'no-cue', 'abstract', 'wording']],
    [`我高度重视，说不归我管，${LONG}`, ['bias', 'no-cue', 'slogan', 'abstract', 'wording']],
    [LONG.replace('。', '？'), ['bias', 'no-cue', 'abstract', 'ends-open']],
    [LONG.replace('。', '：'), ['bias', 'no-cue', 'abstract', 'ends-open']],
  ] as const)
    test(text, () => {
      const middle = `一句。${text}\n\n一句。`;
      assert.deepEqual(noneOf(middle, 1), expected);
    });

  test('of steps between labels', () => {
    const line = lineAt(answerOf('一句。二句。'), 1);
    const step = (previous: number, label: number): number =>
      transitionFeature(line, previous, label, SECTIONS);
    assert.equal(step(1, 3), step(0, 4));
    assert.equal(step(3, 1), step(4, 0));
    assert.equal(step(SECTIONS + 1, 1), step(SECTIONS + 1, 4));
    assert.equal(step(SECTIONS, 0), step(SECTIONS, 3));
    assert.notEqual(step(SECTIONS + 1, 0), step(SECTIONS + 1, 1));
    assert.notEqual(step(SECTIONS + 1, SECTIONS), step(SECTIONS + 1, 1));
    assert.notEqual(step(SECTIONS, SECTIONS), step(SECTIONS, 1));
    assert.notEqual(step(1, 2), step(1, 3));
    assert.notEqual(step(2, 1), step(3, 1));
  });
});
