import assert from 'node:assert/strict';
import {
  SECTION_FEATURES,
  sectionFeatures,
  transitionFeature,
} from '../../../server/src/core/analysis/features';
import { countSignals } from '../../../server/src/core/analysis/signals';
import { analyse } from '../../support/check';
import { framework, LAMP, point, RUBRICS, section as sectionOf } from '../../support/fixtureRubrics';
import { answerOf, lineAt, noneOf, SECTIONS } from './featuresSupport';

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
