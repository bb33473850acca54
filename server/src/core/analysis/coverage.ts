import type { Section } from '../framework/types';
import type { Range } from '../text/range';
import type { LabelledLine, Labelling } from './label';
import type { PlacedLine } from './lines';
import type { Model } from './model';
import { announcement, AnswerTotals, chapterTotals } from './answerTotals';
import { firstPlaceholder, SectionChances, SectionTotals, speaksForPoint } from './sectionTotals';
import { slotOf } from './slot';
import { type SectionWords, wordFeatures } from './sectionWords';
import { type JudgedSection, statusFeatures } from './statusFeatures';

export type Status = 'full' | 'weak' | 'absent';

/** Evidence for one point. */
export interface PointCoverage {
  readonly id: string;
  readonly covered: boolean;
  /** The words found, absolute; collected when asked for. */
  readonly evidence: readonly Range[];
}

/** How far a draft realises one section. */
export interface SectionCoverage {
  readonly section: Section;
  readonly status: Status;
  /** Probability of full, weak and absent. */
  readonly confidence: Readonly<Record<Status, number>>;
  readonly points: readonly PointCoverage[];
  /** What the lines that count for the section add up to. */
  readonly totals: SectionTotals;
  /** The lines that count for the section, in order; collected when asked for. */
  readonly lines: readonly LabelledLine[];
  /** The first and the last of them. */
  readonly first: PlacedLine | undefined;
  readonly last: PlacedLine | undefined;
  /** Heading that announces the section, if any. */
  readonly heading?: Range;
  /** Whether nothing stands under that heading. */
  readonly emptyHeading: boolean;
  /** Placeholders of an inserted outline (`【…】`) not filled in yet; a section with one is at most weak. */
  readonly unfilled: number;
  /** The first of these placeholders, absolute. */
  readonly blank: Range | undefined;
}

/**
 * From which probability on a section is absent. One that no line is labelled with is called so only when that is
 * probable: a false "missing" costs the writer's trust, a "weak" for what is hardly there costs little. Lines so
 * doubtful that the section is very probably absent do not keep it from being so.
 */
interface Doubt {
  readonly withoutLines: number;
  readonly despiteLines: number;
}

/** Where the model knows sentences of the framework. */
const BY_SENTENCES: Doubt = { withoutLines: 0.5, despiteLines: 0.85 };
/** Where it knows the framework by its cues alone. */
const BY_CUES: Doubt = { ...BY_SENTENCES, withoutLines: 0.8 };
/** The same of an answer that is hardly more than a beginning: what has no line is not there. */
const BY_CUES_OF_TINY: Doubt = { ...BY_SENTENCES, withoutLines: 0 };
/** Such an answer has fewer 字 for each section than this. */
const SECTION_HANZI = 15;
/** Where the curves judge: chosen for nine right in ten on authors not trained on. */
const BY_CURVES: Doubt = { withoutLines: 0.65, despiteLines: 0.65 };

/** Judges every section of the framework from what the labelled passages add up to; O(passages · sections). */
export function judgeCoverage(labelling: Labelling, model: Model): SectionCoverage[] {
  // Of what the model has seen no sentences, it knows by cues alone, which miss what is said in other words.
  const byCues = model.tableFor(labelling.framework) === undefined;
  return judgedSections(labelling).map((judged) => {
    const { words, answer, sections } = judged;
    const curves = words && model.statusCurves();
    const confidence = curves
      ? curves.judge(curveFeatures(judged, words))
      : softmaxStatus(statusFeatures(judged), model);
    const isTiny = answer.hanzi < SECTION_HANZI * sections;
    const doubtByCues = isTiny ? BY_CUES_OF_TINY : BY_CUES;
    const doubtOtherwise = byCues ? doubtByCues : BY_SENTENCES;
    const status = decideStatus(judged, confidence, curves ? BY_CURVES : doubtOtherwise);
    return new Coverage(labelling, judged, confidence, status);
  });
}

/** Values of CURVE_FEATURES for one section. */
export function curveFeatures(judged: JudgedSection, words: SectionWords): number[] {
  const { index, sections, answer } = judged;
  const { lines, hanzi, personal, elsewhere, totals } = answer;
  const hanziOf = totals.map((own) => own.hanzi);
  return [
    ...statusFeatures(judged),
    ...wordFeatures(words, { index, sections, lines, hanzi, personal, elsewhere, hanziOf }),
  ];
}

/** What is known of every section when its status is judged. */
export function judgedSections(labelling: Labelling): JudgedSection[] {
  const { framework, passages } = labelling;
  const sections = framework.sections.length;
  const answer = new AnswerTotals(framework.sections);
  for (const chapter of labelling.chapters.chapters) answer.add(chapterTotals(chapter));
  return framework.sections.map((section, index) => ({
    section,
    index,
    sections,
    answer,
    totals: answer.totals[index] ?? new SectionTotals(section.points.length),
    chances: answer.chances[index] ?? new SectionChances(),
    // Where the model does not know the words of the framework no line was weighed by them.
    words: answer.words[index]?.likeliest && answer.words[index],
    slot: slotOf(passages, index, sections),
    heading: announcement(labelling, index),
  }));
}

class Coverage implements SectionCoverage {
  readonly section: Section;
  readonly totals: SectionTotals;
  readonly unfilled: number;
  readonly points: readonly PointCoverage[];
  readonly heading?: Range;
  readonly emptyHeading: boolean;
  readonly #index: number;
  #lines: readonly LabelledLine[] | undefined;

  constructor(
    private readonly labelling: Labelling,
    judged: JudgedSection,
    readonly confidence: Readonly<Record<Status, number>>,
    readonly status: Status,
  ) {
    const { section, index, totals } = judged;
    this.section = section;
    this.#index = index;
    // Lines too doubtful for the section to be there are no evidence of it.
    this.totals = status === 'absent' ? new SectionTotals(section.points.length) : totals;
    this.unfilled = totals.unfilled;
    this.points = section.points.map(
      ({ id }, point) => new Point(id, (this.totals.points[point] ?? 0) > 0, () => this.#evidence(point)),
    );
    const at = judged.heading;
    const heading = at && labelling.answer.placeHeading(at.passage, at.heading);
    if (heading) this.heading = { from: heading.from, to: heading.to };
    this.emptyHeading = at !== undefined && labelling.answer.isEmptyHeading(at.passage, at.heading);
  }

  get lines(): readonly LabelledLine[] {
    return (this.#lines ??=
      this.totals.lines === 0
        ? []
        : this.labelling.passages.flatMap((passage, at) => {
            const start = this.labelling.answer.starts[at] ?? 0;
            return this.labelling.lines
              .slice(start, start + passage.count)
              .filter((_, line) => passage.counts(line, this.#index));
          }));
  }

  get first(): PlacedLine | undefined {
    if (this.totals.lines === 0) return undefined;
    const { passages, answer } = this.labelling;
    const at = passages.findIndex((passage) => passage.countsAny(this.#index));
    const passage = passages[at];
    for (let line = 0; line < (passage?.count ?? 0); line++)
      if (passage?.counts(line, this.#index)) return answer.placeLine(at, line);
    return undefined;
  }

  get last(): PlacedLine | undefined {
    if (this.totals.lines === 0) return undefined;
    const { passages, answer } = this.labelling;
    const at = passages.findLastIndex((passage) => passage.countsAny(this.#index));
    const passage = passages[at];
    for (let line = (passage?.count ?? 0) - 1; line >= 0; line--)
      if (passage?.counts(line, this.#index)) return answer.placeLine(at, line);
    return undefined;
  }

  get blank(): Range | undefined {
    if (this.unfilled === 0) return undefined;
    const { passages, answer } = this.labelling;
    for (const [at, passage] of passages.entries()) {
      if (!passage.countsAny(this.#index)) continue;
      for (let number = 0; number < passage.count; number++) {
        const line = passage.counts(number, this.#index) ? answer.placeLine(at, number) : undefined;
        const found = line && firstPlaceholder(line.evidence.sentence.folded);
        if (found) return { from: line.from + found.from, to: line.from + found.to };
      }
    }
    return undefined;
  }

  #evidence(point: number): Range[] {
    const { index: framework } = this.labelling;
    return this.lines.flatMap(({ line: { evidence, blockFrom } }) =>
      evidence.cues
        .filter(
          ({ cue, guard }) =>
            cue.framework === framework &&
            cue.section === this.#index &&
            cue.point === point &&
            speaksForPoint(cue.strength, guard),
        )
        .map(({ from, to }) => ({ from: blockFrom + from, to: blockFrom + to })),
    );
  }
}

class Point implements PointCoverage {
  #evidence: readonly Range[] | undefined;

  constructor(
    readonly id: string,
    readonly covered: boolean,
    private readonly collect: () => readonly Range[],
  ) {}

  get evidence(): readonly Range[] {
    return (this.#evidence ??= this.covered ? this.collect() : []);
  }
}

function decideStatus(
  { answer, section, totals, heading }: JudgedSection,
  confidence: Readonly<Record<Status, number>>,
  { withoutLines, despiteLines }: Doubt,
): Status {
  const hasHeading = heading !== undefined;
  if (answer.lines === 0 && !hasHeading) return 'absent';
  if (totals.lines === 0) return !hasHeading && confidence.absent >= withoutLines ? 'absent' : 'weak';
  if (totals.unfilled > 0) return 'weak';
  if (namesHalf(section, totals)) return 'full';
  if (!hasHeading && confidence.absent >= despiteLines) return 'absent';
  return confidence.full >= confidence.weak ? 'full' : 'weak';
}

/** Fewer 字 than this name points without carrying them out. */
const CARRIED_OUT_HANZI = 60;

/**
 * A section that says something of at least half of what it should contain is realised, in however lofty words:
 * that is how the corpus was labelled, and of its sections that pass this test 1 in 160 was labelled weak.
 */
function namesHalf({ points }: Section, totals: SectionTotals): boolean {
  const share = (of: readonly number[]): number =>
    of.length === 0 ? 1 : of.filter((point) => (totals.points[point] ?? 0) > 0).length / of.length;
  const all = [...points.keys()];
  return (
    points.length > 0 &&
    totals.hanzi >= CARRIED_OUT_HANZI &&
    share(all) >= 0.5 &&
    share(all.filter((point) => points[point]?.need === 'required')) >= 0.5
  );
}

function softmaxStatus(features: readonly number[], { data }: Model): Record<Status, number> {
  const score = (weights: readonly number[]): number =>
    features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  const full = Math.exp(score(data.status.full));
  const weak = Math.exp(score(data.status.weak));
  const total = full + weak + 1;
  return { full: full / total, weak: weak / total, absent: 1 / total };
}
