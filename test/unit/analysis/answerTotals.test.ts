import assert from 'node:assert/strict';
import { type Analysis } from '../../../server/src/core/analysis/analyse';
import { chapterTotals } from '../../../server/src/core/analysis/answerTotals';
import { Chapter } from '../../../server/src/core/analysis/chapter';
import { judgedSections } from '../../../server/src/core/analysis/coverage';
import { countSignals, type SectionSignals } from '../../../server/src/core/analysis/features';
import type { LabelledLine } from '../../../server/src/core/analysis/label';
import type { Line } from '../../../server/src/core/analysis/lines';
import type { Model } from '../../../server/src/core/analysis/model';
import { SentenceScorer } from '../../../server/src/core/analysis/scorer';
import { COUNTED_KINDS } from '../../../server/src/core/analysis/sectionTotals';
import type { JudgedSection, Slot } from '../../../server/src/core/analysis/statusFeatures';
import { seeded } from '../../corpus/random';
import { anyModel } from '../../support/anyModel';
import { analyse } from '../../support/check';
import { LAMP as PLAIN_LAMP, RUBRICS } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';

/** The fixture's framework with words of every strength. */
const LAMP = {
  ...PLAIN_LAMP,
  sections: PLAIN_LAMP.sections.map((section) => ({
    ...section,
    points: section.points.map((point) => ({
      ...point,
      ...(point.id === 'look' && { weakCues: ['到现场', '灯杆'], phrases: ['把灯杆看一遍'] }),
      ...(point.id === 'repair' && { weakCues: ['换灯', '到现场'] }),
    })),
  })),
};
const ANY_STRENGTH = { ...RUBRICS, frameworks: [LAMP, ...RUBRICS.frameworks.slice(1)] };

const SECTIONS = LAMP.sections.length;
const signalsOf = (line: Line): SectionSignals => countSignals(line, 0, SECTIONS);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const highest = (numbers: readonly number[], least = 0): number => Math.max(least, ...numbers);
const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => b - a);

/** What is known of a section, added up plainly over all lines of the answer. */
class Plainly {
  readonly own: readonly boolean[];
  readonly chances: readonly number[];

  constructor(
    private readonly labelled: readonly LabelledLine[],
    private readonly section: number,
    private readonly isKnown: boolean,
  ) {
    this.own = labelled.map((line) => this.counts(line));
    this.chances = labelled.map(({ probabilities }) => probabilities[section] ?? -1);
  }

  /** A line counts for all its sections where the model knows the framework, else for the best. */
  counts({ section, sections }: LabelledLine): boolean {
    return this.isKnown ? sections.includes(this.section) : section === this.section;
  }

  totals(): unknown {
    const counting = this.labelled.filter((line) => this.counts(line));
    const spoken = counting.filter(({ line }) => line.evidence.sentence.kind === 'sentence');
    const cues = counting.map(({ line }) => {
      const signals = signalsOf(line);
      return (signals.cues[this.section] ?? 0) + (signals.phrases[this.section] ?? 0);
    });
    const points = LAMP.sections[this.section]?.points ?? [];
    return {
      lines: counting.length,
      hanzi: sum(counting.map(({ line }) => line.evidence.sentence.hanzi)),
      spoken: spoken.length,
      spokenHanzi: sum(spoken.map(({ line }) => line.evidence.sentence.hanzi)),
      concrete: COUNTED_KINDS.map((kind) => sum(spoken.map(({ line }) => line.evidence.concrete[kind]))),
      slogans: sum(
        spoken.map(({ line }) => line.evidence.wording.filter(({ list }) => list.rule === 'cliche').length),
      ),
      cues: sum(cues),
      mostCues: highest(cues),
      unfilled: sum(counting.map(({ line }) => line.evidence.sentence.folded.match(/【谁】/g)?.length ?? 0)),
      points: points.map((_, point) =>
        sum(
          counting.map(
            ({ line }) =>
              line.evidence.cues.filter(
                ({ cue, guard }) =>
                  cue.framework === 0 &&
                  cue.section === this.section &&
                  cue.point === point &&
                  cue.strength !== 'weak' &&
                  guard !== 'reported',
              ).length,
          ),
        ),
      ),
      runs: this.own.filter((counts, at) => counts && !this.own[at - 1]).length,
      among: this.own.length,
      opens: this.own[0] ?? false,
      ends: this.own.at(-1) ?? false,
    };
  }

  chancesOf(): unknown {
    const [top = 0, second = 0] = sorted(this.chances);
    return {
      top,
      second,
      possible: this.chances.filter((chance) => chance > 0.15).length,
      probable: this.chances.filter((chance) => chance > 0.5).length,
      elsewhere: highest(this.chances.filter((_, at) => !this.own[at])),
      loose: highest(this.chances.filter((_, at) => this.labelled[at]?.section === -1)),
    };
  }

  /** The lines of no section after the section before and before the section after. */
  slot(): Slot {
    const best = this.labelled.map(({ section }) => section);
    const from = this.section === 0 ? 0 : best.lastIndexOf(this.section - 1) + 1;
    const after = this.section === SECTIONS - 1 ? -1 : best.indexOf(this.section + 1);
    const within = this.labelled
      .slice(from, after < 0 ? undefined : Math.max(from, after))
      .filter(({ section }) => section === -1);
    return {
      lines: within.length,
      top: highest(within.map(({ probabilities }) => probabilities[this.section] ?? -1)),
    };
  }

  /** How many weak cues of the section all lines have, but for those taken back or of others. */
  weakCues(): number {
    return sum(
      this.labelled.map(
        ({ line }) =>
          line.evidence.cues.filter(
            ({ cue, guard }) =>
              cue.framework === 0 &&
              cue.section === this.section &&
              cue.strength === 'weak' &&
              guard !== 'negated' &&
              guard !== 'reported',
          ).length,
      ),
    );
  }

  /** What the words alone say: of every line the chance of the section and by how much it leads or lags. */
  words(model: Model): { chances: number[]; margins: number[]; scores: number[] } {
    const scorer = new SentenceScorer(model);
    const all = { chances: [] as number[], margins: [] as number[], scores: [] as number[] };
    for (const { line } of this.labelled) {
      const scores = new Float64Array(SECTIONS + 1);
      scorer.score(LAMP, line.evidence, scores);
      const own = scores[this.section] ?? 0;
      const others = [...scores].filter((_, label) => label !== this.section);
      all.chances.push(Math.exp(own) / sum([...scores].map(Math.exp)));
      all.margins.push(own - Math.max(...others));
      all.scores.push(own);
    }
    return all;
  }
}

/** What the whole answer adds up to. */
function answerPlainly(labelled: readonly LabelledLine[]): unknown {
  const loose = labelled.filter(({ section }) => section === -1);
  const flags = (has: (section: number) => boolean): number[] =>
    Array.from({ length: SECTIONS }, (_, section) => (has(section) ? 1 : 0));
  return {
    lines: labelled.length,
    loose: loose.length,
    elsewhere: sum(
      loose.filter(({ slogan }) => slogan < 0.5).map(({ line }) => line.evidence.sentence.hanzi),
    ),
    personal: labelled.filter(({ line }) => /[我咱]/.test(line.evidence.sentence.folded)).length,
    present: flags((section) => labelled.some((line) => line.section === section)),
    announced: flags((section) => labelled.some(({ line }) => (signalsOf(line).headings[section] ?? 0) > 0)),
  };
}

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
    const random = seeded(isKnown ? 1 : 2);
    let model: Model;
    suiteSetup(() => {
      model = anyModel(random, isKnown);
    });
    for (const length of [0, 1, 2, 6, 12, 40, 300])
      test(`${length} pieces, of a framework the model ${isKnown ? 'knows' : 'does not know'}`, () => {
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
