import assert from 'node:assert/strict';
import { SECTION_FEATURES } from '../../../server/src/core/analysis/features';
import { BUCKETS, ngramBuckets } from '../../../server/src/core/analysis/ngrams';
import { pack } from '../../../server/src/core/analysis/packed';
import type { Model } from '../../../server/src/core/analysis/model';
import { analyse, type TestOptions } from '../../support/check';
import { fixtureModel, weights } from '../../support/fixtureModel';
import { LAMP } from '../../support/fixtureRubrics';
import { crlf, lines, slice } from '../../support/marked';

/** The lines as `section+second: text`. */
function labels(text: string, options: TestOptions = {}): string[] {
  const { lines: labelled } = analyse(text, { framework: 'lamp', ...options });
  return labelled.map(
    ({ line, sections }) =>
      `${sections.map((index) => LAMP.sections[index]?.id).join('+') || 'none'}: ${slice(text, line)}`,
  );
}

suite('analysis/label', () => {
  test('by what a line says', () => {
    assert.deepEqual(labels('我道歉。天气很好。我更换灯泡。'), [
      'attitude: 我道歉。',
      'none: 天气很好。',
      'handle: 我更换灯泡。',
    ]);
  });

  test('by the heading it stands under', () => {
    const text = lines('## 核实', '', '到那边走了一趟。', '', '## 闲话', '', '天气很好。');
    assert.deepEqual(labels(text), ['verify: 到那边走了一趟。', 'none: 天气很好。']);
    assert.deepEqual(labels(crlf(text)), labels(text));
  });

  test('what it says goes before its heading in this model', () => {
    assert.deepEqual(labels('## 核实\n\n我更换灯泡。'), ['handle: 我更换灯泡。']);
  });

  test('two sections at once', () => {
    assert.deepEqual(labels('我道歉，再更换灯泡。'), ['attitude+handle: 我道歉，再更换灯泡。']);
  });

  test('a second section that is improbable is left out', () => {
    const model = fixtureModel({ section: weights(SECTION_FEATURES, { 'cues>=1': 4, 'cues>=2': 4 }) });
    assert.deepEqual(labels('我道歉，再赔不是，再更换灯泡。', { model }), [
      'attitude: 我道歉，再赔不是，再更换灯泡。',
    ]);
  });

  test('neighbours count when the model says so', () => {
    const transitions = new Array<number>(33).fill(0);
    transitions[0] = 9;
    const model = fixtureModel({ transitions });
    assert.deepEqual(labels('我道歉。天气很好。', { model }), ['attitude: 我道歉。', 'attitude: 天气很好。']);
  });

  test('probabilities are those of the sections, the rest that of none', () => {
    for (const { probabilities } of analyse('我道歉。天气很好。', { framework: 'lamp' }).lines) {
      assert.equal(probabilities.length, LAMP.sections.length);
      const sum = probabilities.reduce((total, value) => total + value, 0);
      assert.ok(sum > 0 && sum < 1 && probabilities.every((value) => value >= 0));
    }
  });

  test('the words of a sentence count where the model knows the framework', () => {
    const columns = LAMP.sections.length + 1;
    const table = new Int8Array(BUCKETS * columns);
    for (const bucket of ngramBuckets('天气很好。')) table[bucket * columns + 1] = 7;
    const model: Model = fixtureModel({
      frameworks: {
        lamp: {
          sections: LAMP.sections.map(({ id }) => id),
          bias: new Array<number>(columns).fill(0),
          scale: 1,
          ngrams: pack(table),
        },
      },
    });
    assert.deepEqual(labels('天气很好。别的话。', { model }), ['verify: 天气很好。', 'none: 别的话。']);
  });

  test('each line knows how much of a slogan it is', () => {
    const slogans = analyse('我们高度重视。当天我去查看灯杆。', { framework: 'lamp' }).lines.map(
      ({ slogan }) => slogan > 0.5,
    );
    assert.deepEqual(slogans, [true, false]);
  });

  test('nothing to label in an empty draft', () => assert.deepEqual(labels(''), []));
});
