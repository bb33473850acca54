import assert from 'node:assert/strict';
import { curveFeatures, judgedSections } from '../../../server/src/core/analysis/coverage';
import { STATUS_FEATURES, statusFeatures } from '../../../server/src/core/analysis/statusFeatures';
import { CURVE_FEATURES } from '../../../server/src/core/analysis/statusCurves';
import { analyse } from '../../support/check';
import { fixtureModel, weights } from '../../support/fixtureModel';
import { slice } from '../../support/marked';
import { FULL, NEVER, OPTIONS, sectionOf, TRAINED } from './coverageSupport';

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

  test('the first of its lines that is still to be filled in', () => {
    const blank = (text: string, id: string): string | undefined => {
      const range = sectionOf(analyse(text, OPTIONS), id).blank;
      return range && `${range.from} ${slice(text, range)}`;
    };
    const text =
      '## 闲话\n\n湖边【哪里】有烟。\n\n我道歉。我向【谁】道歉，再向【别人】道歉。\n\n我向【他】道歉。\n\n我更换灯泡。我在【哪盏】杆上更换灯泡。';
    assert.equal(blank(text, 'attitude'), `${text.indexOf('【谁】')} 【谁】`);
    assert.equal(blank(text, 'handle'), `${text.indexOf('【哪盏】')} 【哪盏】`);
    assert.equal(blank(text, 'lasting'), undefined);
    assert.equal(blank('湖边【哪里】有烟。我道歉。', 'attitude'), undefined);
  });

  test('what speaks for its points is of its framework, and its own', () => {
    const evidence = (text: string, id: string): string[][] =>
      sectionOf(analyse(text, OPTIONS), id).points.map(({ evidence: ranges }) =>
        ranges.map((range) => slice(text, range)),
      );
    assert.deepEqual(evidence('湖边有烟。我道歉，又赔不是，加开窗口。', 'attitude'), [
      ['道歉', '赔不是'],
      [],
    ]);
    assert.deepEqual(evidence('我道歉，谢谢提醒，又赔不是，查看灯杆。', 'attitude'), [
      ['道歉', '赔不是'],
      ['谢谢提醒'],
    ]);
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
