import type { Point, Section } from '../framework/types';
import type { Announcement, AnswerTotals } from './answerTotals';
import type { SectionChances, SectionTotals } from './sectionTotals';
import type { SectionWords } from './sectionWords';

/** Names of the features from which a section's status is judged; the same for every section. */
export const STATUS_FEATURES = [
  'bias',
  'no-line',
  'hanzi',
  'lines',
  'expected',
  'top',
  'points',
  'required',
  'when',
  'who',
  'where',
  'deed',
  'condition',
  'quantity',
  'kinds',
  'slogans',
  'branches',
  'lead-only',
  'short',
  'slogan-share',
  'density',
  'slogan-with-points',
  'announced',
  'heading',
  'share',
  'draft-lines',
  'cues',
  'no-cue',
  'none',
  'draft-slogans',
  'one-line',
  'others',
  'possible',
  'probable',
  'runs',
  'top-elsewhere',
  'second',
  'slot',
  'slot-top',
] as const;

/** What lies where a section would be expected: between the one before and the one after, and in none. */
export interface Slot {
  readonly lines: number;
  /** The highest probability of the section there. */
  readonly top: number;
}

/** What is known of one section of a draft when its status is judged. */
export interface JudgedSection {
  readonly section: Section;
  /** Its place in the framework, and how many there are. */
  readonly index: number;
  readonly sections: number;
  readonly answer: AnswerTotals;
  /** Of the lines that count for it. */
  readonly totals: SectionTotals;
  readonly chances: SectionChances;
  /** What the words alone say; undefined where the model does not know the framework. */
  readonly words: SectionWords | undefined;
  readonly slot: Slot;
  /** The first heading that announces it. */
  readonly heading: Announcement | undefined;
}

/** Values of STATUS_FEATURES for one section. */
export function statusFeatures(judged: JudgedSection): number[] {
  const { section, totals, chances } = judged;
  const { spoken, spokenHanzi: hanzi, concrete: counts } = totals;
  const isCovered = (_: unknown, point: number): boolean => (totals.points[point] ?? 0) > 0;
  const covered = section.points.filter(isCovered).length;
  const pointShare = section.points.length === 0 ? 0 : covered / section.points.length;
  const share = (asked: (point: Point) => boolean, otherwise: number): number => {
    const points = section.points.map(asked);
    const all = points.filter(Boolean).length;
    return all === 0 ? otherwise : points.filter((is, at) => is && isCovered(is, at)).length / all;
  };
  const sloganShare = spoken === 0 ? 0 : totals.slogan / spoken;
  const concrete = counts.reduce((sum, value) => sum + value, 0);
  return [
    1,
    totals.lines === 0 ? 1 : 0,
    Math.log1p(hanzi) / 5,
    Math.min(spoken, 6) / 6,
    Math.min(chances.expected, 6) / 6,
    chances.top,
    Math.min(covered, 6) / 6,
    share(({ need }) => need === 'required', pointShare),
    ...counts.map((value) => Math.log1p(value) / 2),
    counts.filter((value) => value > 0).length / counts.length,
    Math.log1p(totals.slogans) / 2,
    share(({ branch }) => branch !== undefined, 0),
    totals.lines > 0 && spoken === 0 ? 1 : 0,
    totals.lines > 0 && hanzi < 40 ? 1 : 0,
    sloganShare,
    hanzi === 0 ? 0 : Math.min(1, (concrete * 10) / hanzi),
    // A stance that names what the section asks for is worth more than one that names nothing.
    sloganShare * pointShare,
    ...placeFeatures(judged),
  ];
}

/** How the section stands among the others: what share it takes, and what lies where it would be expected. */
function placeFeatures({ index, sections, answer, totals, chances, slot, heading }: JudgedSection): number[] {
  const { lines: count } = answer;
  const others = answer.present.reduce((sum, there, at) => sum + (at === index ? 0 : there), 0);
  return [
    answer.announced[index] ?? 0,
    heading === undefined ? 0 : 1,
    answer.hanzi === 0 ? 0 : Math.min(2, (totals.spokenHanzi / answer.hanzi) * sections) / 2,
    Math.log1p(count) / 4,
    Math.min(totals.cues, 6) / 6,
    totals.lines > 0 && totals.mostCues === 0 ? 1 : 0,
    count === 0 ? 1 : answer.loose / count,
    count === 0 ? 0 : answer.slogan / count,
    totals.lines === 1 ? 1 : 0,
    sections < 2 ? 0 : others / (sections - 1),
    Math.min(chances.possible, 5) / 5,
    Math.min(chances.probable, 5) / 5,
    Math.min(totals.runs, 3) / 3,
    chances.elsewhere,
    chances.second,
    Math.min(slot.lines, 4) / 4,
    slot.top,
  ];
}
