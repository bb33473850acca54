import assert from 'node:assert/strict';
import type { Analysis } from '../../../server/src/core/analysis/analyse';
import { chapterTotals } from '../../../server/src/core/analysis/answerTotals';
import { Chapter } from '../../../server/src/core/analysis/chapter';
import { judgedSections } from '../../../server/src/core/analysis/coverage';
import type { LabelledLine } from '../../../server/src/core/analysis/label';
import type { Model } from '../../../server/src/core/analysis/model';
import type { JudgedSection } from '../../../server/src/core/analysis/statusFeatures';
import { seeded } from '../../corpus/random';
import { anyModel } from '../../support/anyModel';
import { analyse } from '../../support/check';
import { lines } from '../../support/marked';
import { answerPlainly, ANY_STRENGTH, highest, LAMP, Plainly, SECTIONS, sorted, sum } from './plainly';

const near = (actual: number | undefined, expected: number, what: string): void =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-9, `${what}: ${actual} is not ${expected}`);

/** Everything known of the sections of an analysis is what comes of adding up its lines plainly. */
function compare(analysis: Analysis, model: Model): JudgedSection[] {
  const { labelling, lines: labelled } = analysis;
  assert.ok(labelling);
  const isKnown = model.tableFor(LAMP) !== undefined;
  const judged = judgedSections(labelling);
  for (const { index, answer, totals, chances, words, slot } of judged) {
    const plainly = new Plainly(labelled, index, isKnown);
    const { slogan, ...rest } = totals;
    assert.deepEqual({ ...rest }, plainly.totals());
    const spoken = labelled.filter(
      (line) => plainly.counts(line) && line.line.evidence.sentence.kind === 'sentence',
    );
    near(slogan, sum(spoken.map((line) => line.slogan)), 'slogan');
    const { expected, ...more } = chances;
    assert.deepEqual({ ...more }, plainly.chancesOf());
    near(expected, sum(plainly.chances), 'expected');
    assert.deepEqual(slot, plainly.slot());
    const { lines: count, loose, elsewhere, personal, present, announced } = answer;
    assert.deepEqual(
      { lines: count, loose, elsewhere, personal, present: [...present], announced: [...announced] },
      answerPlainly(labelled),
    );
    near(answer.slogan, sum(labelled.map((line) => line.slogan)), 'slogans of the answer');
    assert.equal(answer.hanzi, analysis.length.hanzi);
    assert.equal(words !== undefined, isKnown && labelled.length > 0);
    if (words) compareWords(words, plainly, labelled, model);
  }
  return judged;
}

function compareWords(
  words: NonNullable<JudgedSection['words']>,
  plainly: Plainly,
  labelled: readonly LabelledLine[],
  model: Model,
): void {
  const { chances, margins, scores } = plainly.words(model);
  for (const [at, name] of (['top', 'second', 'third'] as const).entries())
    near(words[name], sorted(chances)[at] ?? 0, name);
  near(words.sum, sum(chances), 'sum');
  near(words.margin, highest(margins, -5), 'margin');
  near(words.marginSecond, highest(sorted(margins).slice(1), -5), 'second margin');
  assert.equal(words.weakCues, plainly.weakCues());
  near(words.score, Math.max(...scores), 'score');
  const likeliest = plainly.chances.indexOf(highest(plainly.chances));
  near(words.likeliest?.chance, chances[likeliest] ?? -1, 'chance of the likeliest');
  near(words.likeliest?.margin, margins[likeliest] ?? -9, 'margin of the likeliest');
  assert.equal(words.likeliest?.hanzi, labelled[likeliest]?.line.evidence.sentence.hanzi);
  assert.equal(words.likeliest?.slogan, labelled[likeliest]?.slogan);
  assert.equal(
    words.longest,
    highest(labelled.filter((_, at) => plainly.own[at]).map(({ line }) => line.evidence.sentence.hanzi)),
  );
}

const PARTS = [
  '我道歉。',
  '天气很好。',
  '我查看灯杆，问清时间。',
  '我到现场把灯杆看一遍，再到现场换灯。',
  '我不到现场。',
  '居民说：“到现场换灯，把灯杆看一遍。”',
  '咱们当天更换灯泡，登记3户。',
  '如果确实坏了，我更换灯泡，再查看灯杆。',
  '要高度重视，凝聚合力。',
  '我先道歉，对【谁】说。',
  '居民说：“谢谢提醒，你要道歉。”',
  '请他坐下。',
  '一、处理。湖边有烟。',
  '\n\n',
  '\n\n## 核实\n\n',
  '\n\n## 闲话\n\n',
  '\n\n- 最后，每月巡灯。\n- 不道歉。\n\n',
];

function anyText(random: () => number, length: number): string {
  return Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)] ?? '').join('');
}

suite('analysis/answerTotals: as lines added up plainly', () => {
  for (const isKnown of [true, false]) {
    let model: Model;
    suiteSetup(() => {
      model = anyModel(seeded(isKnown ? 31 : 32), isKnown);
    });
    for (const length of [0, 1, 2, 6, 12, 40, 300])
      test(`${length} pieces, of a framework the model ${isKnown ? 'knows' : 'does not know'}`, () => {
        const random = seeded(length + (isKnown ? 3 : 4));
        for (let round = 0; round < (length < 40 ? 6 : 1); round++)
          compare(
            analyse(anyText(random, length), { framework: 'lamp', model, rubrics: ANY_STRENGTH }),
            model,
          );
      });
  }
});

suite('analysis/answerTotals: announcements', () => {
  /** Passage and heading of the first that announces each section. */
  const announced = (text: string): (string | undefined)[] => {
    const { labelling } = analyse(text, { framework: 'lamp' });
    assert.ok(labelling);
    return judgedSections(labelling).map(({ heading }) => {
      const place = heading && labelling.answer.placeHeading(heading.passage, heading.heading);
      return place && `${text.slice(place.from, place.to)} ${place.from}`;
    });
  };

  test('the first heading with the title of a section, wherever it stands', () => {
    assert.deepEqual(announced('## 闲话\n\n好。\n\n## 核实\n\n好。\n\n## 核实\n\n好。\n\n## 态度'), [
      '态度 36',
      '核实 14',
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual(announced('我道歉。'), new Array(SECTIONS).fill(undefined));
  });

  test('no heading of another framework, and none that only says one of its words', () =>
    assert.deepEqual(announced('## 开窗\n\n好。\n\n## 查看灯杆\n\n好。\n\n## 核实\n\n好。').slice(0, 3), [
      undefined,
      '核实 27',
      undefined,
    ]));

  test('far down in a long answer', () => {
    const long = '天气很好。\n\n'.repeat(300);
    assert.deepEqual(announced(`${long}## 处理`)[2], `处理 ${long.length + 3}`);
  });
});

suite('analysis/answerTotals: where a section would be expected', () => {
  /** How many lines of no section lie between the section before and the section after, for each section. */
  const slots = (text: string): number[] => {
    const { labelling } = analyse(text, { framework: 'lamp' });
    assert.ok(labelling);
    return judgedSections(labelling).map(({ slot }) => slot.lines);
  };

  test('between its neighbours, or up to the end', () => {
    assert.deepEqual(slots('我道歉。天气很好。湖边有烟。我更换灯泡。有人来了。'), [3, 2, 3, 1, 3]);
    assert.deepEqual(
      slots(lines('我道歉。天气很好。', '', '湖边有烟。我更换灯泡。', '', '有人来了。')),
      [3, 2, 3, 1, 3],
    );
  });

  test('nowhere when the section after stands before the section before', () =>
    assert.equal(slots('我更换灯泡。天气很好。我道歉。')[1], 0));
});

test('analysis/answerTotals: a chapter whose passages are added again adds up to the same', () => {
  const text = Array.from(
    { length: 6 },
    (_, index) =>
      `## 第${index}条\n\n我道歉。我到第${index}栋查看灯杆，三天内更换灯泡。\n\n- 每月巡灯\n- 高度重视\n\n`,
  ).join('');
  const members = analyse(text).labelling?.passages ?? [];
  assert.ok(members.length > 10);
  const [first, second, third] = [1, 2, 3].map(() => chapterTotals(new Chapter(members)));
  assert.ok(first && first.lines > 20 && sum(first.totals.map(({ lines: counting }) => counting)) > 5);
  assert.deepEqual(second, first);
  assert.deepEqual(third, first);
});
