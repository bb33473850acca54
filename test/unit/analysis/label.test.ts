import assert from 'node:assert/strict';
import { decode } from '../../../server/src/core/analysis/chain';
import {
  NONE_FEATURES,
  noneFeatures,
  nonePlaceFeatures,
  SECTION_FEATURES,
  sectionFeatures,
  sectionPlaceFeatures,
  transitionFeature,
} from '../../../server/src/core/analysis/features';
import { countSignals } from '../../../server/src/core/analysis/signals';
import { BUCKETS, ngramBuckets } from '../../../server/src/core/analysis/ngrams';
import { pack } from '../../../server/src/core/analysis/packed';
import type { Model } from '../../../server/src/core/analysis/model';
import { SentenceScorer } from '../../../server/src/core/analysis/scorer';
import { seeded } from '../../corpus/random';
import { analyse, type TestOptions } from '../../support/check';
import { anyModel } from '../../support/anyModel';
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
    const slogans = (text: string): boolean[] =>
      analyse(text, { framework: 'lamp' }).lines.map(({ slogan }) => slogan > 0.5);
    assert.deepEqual(slogans('我们高度重视。当天我去查看灯杆。'), [true, false]);
    assert.deepEqual(slogans('当天我去查看灯杆。\n\n当天我去查看灯杆。我们高度重视。'), [false, false, true]);
  });

  test('nothing to label in an empty draft', () => assert.deepEqual(labels(''), []));
});

/** How much less a sentence belongs to none where only cues can speak for a section. */
const UNTRAINED_NONE = 1;

/**
 * Probabilities of the labels of every line, `none` last, worked out plainly: all features of every line, the answer
 * as one chain.
 */
function plainly(text: string, model: Model): number[][] {
  const { answer } = analyse(text, { framework: 'lamp', model });
  const sections = LAMP.sections.length;
  const labels = sections + 1;
  const count = answer.lines.length;
  const emissions = new Float64Array(count * labels);
  const scorer = new SentenceScorer(model);
  const { data } = model;
  for (const [index, line] of answer.lines.entries()) {
    const row = index * labels;
    scorer.score(LAMP, line.evidence, emissions, row);
    const signals = countSignals(line, 0, sections);
    const add =
      (cell: number, weights: readonly number[]) =>
      (feature: number, value: number): void => {
        emissions[cell] = (emissions[cell] ?? 0) + (weights[feature] ?? 0) * value;
      };
    for (let section = 0; section < sections; section++) {
      const sink = add(row + section, data.section);
      sectionFeatures(
        line,
        signals,
        { framework: 0, section, sections, headings: answer.headingCount },
        sink,
      );
      sectionPlaceFeatures({ index, count }, section, sections, sink);
    }
    const none = add(row + sections, data.none);
    noneFeatures(line, signals, none);
    nonePlaceFeatures({ index, count }, none);
    if (!model.tableFor(LAMP)) emissions[row + sections] = (emissions[row + sections] ?? 0) - UNTRAINED_NONE;
  }
  const { marginals } = decode({
    length: count,
    labels,
    emissions,
    transition: (i, previous, label) => {
      const line = answer.lines[i];
      assert.ok(line);
      // The start of the answer is one more than none.
      return data.transitions[transitionFeature(line, previous, label, sections)] ?? 0;
    },
  });
  return Array.from({ length: count }, (_, i) => [...marginals.subarray(i * labels, (i + 1) * labels)]);
}

/** The labelling is what comes of working it out plainly. */
function compare(text: string, model: Model): void {
  const expected = plainly(text, model);
  const { lines: labelled } = analyse(text, { framework: 'lamp', model });
  assert.equal(labelled.length, expected.length);
  for (const [i, { probabilities, section }] of labelled.entries()) {
    const row = expected[i] ?? [];
    for (const [at, probability] of probabilities.entries())
      assert.ok(Math.abs(probability - (row[at] ?? -1)) < 1e-9, `line ${i}, section ${at}`);
    const best = row.indexOf(Math.max(...row));
    assert.equal(section, best === LAMP.sections.length ? -1 : best, `line ${i}`);
  }
}

suite('analysis/label: as one chain worked out plainly', () => {
  const TEXTS: Readonly<Record<string, string>> = {
    'one line': '我道歉。',
    'a long paragraph': '我道歉。天气很好。我查看灯杆。湖边有烟。'.repeat(30),
    'a paragraph': '我道歉。天气很好。我查看灯杆，问清时间。我更换灯泡！',
    paragraphs: '我道歉。天气很好。\n\n我查看灯杆。\n\n最后，我每月巡灯。我不道歉。',
    'a heading for each section': lines(
      '## 态度',
      '我道歉。',
      '## 核实',
      '天气很好。',
      '## 处理',
      '我走了一趟。再走一趟。',
      '## 安抚',
      '## 长效',
      '我走了。',
    ),
    'some headings': lines('## 处理', '天气很好。', '', '## 闲话', '我走了一趟。'),
    'leads and lists': lines(
      '一、先道歉。我走了一趟。',
      '二、再核实。我走了。',
      '',
      '- 第一，天气很好。',
      '- 我道歉，高度重视？',
    ),
  };
  for (const [name, text] of Object.entries(TEXTS)) {
    for (const isKnown of [true, false]) {
      test(`${name}, of a framework the model ${isKnown ? 'knows' : 'does not know'}`, () => {
        const random = seeded(7 + name.length);
        const model = anyModel(random, isKnown);
        compare(text, model);
      });
    }
    test(`${name}, however heavy the weights`, () => {
      const random = seeded(11 + name.length);
      const some = (length: number): number[] => Array.from({ length }, () => random() * 1200 - 600);
      compare(
        text,
        fixtureModel({ section: some(SECTION_FEATURES.length), none: some(NONE_FEATURES.length) }),
      );
    });
  }

  test('the signals of a line are those of its own cues', () => {
    const { lines } = analyse('## 核实\n\n我道歉。天气很好。', { framework: 'lamp' });
    assert.deepEqual(
      lines.map(({ line }) => countSignals(line, 0, 5).cues),
      [
        [1, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    );
  });
});
