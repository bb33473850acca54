import { countSignals, type SectionSignals } from '../../../server/src/core/analysis/signals';
import type { LabelledLine } from '../../../server/src/core/analysis/label';
import type { Line } from '../../../server/src/core/analysis/lines';
import type { Model } from '../../../server/src/core/analysis/model';
import { SentenceScorer } from '../../../server/src/core/analysis/scorer';
import { COUNTED_KINDS } from '../../../server/src/core/analysis/sectionTotals';
import type { Slot } from '../../../server/src/core/analysis/statusFeatures';
import { LAMP as PLAIN_LAMP, RUBRICS } from '../../support/fixtureRubrics';

/** The fixture's framework with words of every strength. */
export const LAMP = {
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
export const ANY_STRENGTH = { ...RUBRICS, frameworks: [LAMP, ...RUBRICS.frameworks.slice(1)] };

export const SECTIONS = LAMP.sections.length;
export const signalsOf = (line: Line): SectionSignals => countSignals(line, 0, SECTIONS);
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
export const highest = (numbers: readonly number[], least = 0): number => Math.max(least, ...numbers);
export const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => b - a);

/** What is known of a section, added up plainly over all lines of the answer. */
export class Plainly {
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
export function answerPlainly(labelled: readonly LabelledLine[]): unknown {
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
