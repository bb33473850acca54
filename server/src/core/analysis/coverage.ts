import type { Framework, Section } from '../framework/types';
import type { Range } from '../text/range';
import type { LabelledLine } from './label';
import type { Answer } from './lines';
import type { Model } from './model';
import { statusFeatures } from './statusFeatures';

export type Status = 'full' | 'weak' | 'absent';

/** Evidence for one point: the words found, absolute. */
export interface PointCoverage {
  readonly id: string;
  readonly covered: boolean;
  readonly evidence: readonly Range[];
}

/** How far a draft realises one section. */
export interface SectionCoverage {
  readonly section: Section;
  readonly status: Status;
  /** Probability of full, weak and absent. */
  readonly confidence: Readonly<Record<Status, number>>;
  readonly points: readonly PointCoverage[];
  /** The lines that count for the section, in order. */
  readonly lines: readonly LabelledLine[];
  /** Heading that announces the section, if any. */
  readonly heading?: Range;
  /** Placeholders of an inserted outline (`【…】`) not filled in yet; a section with one is at most weak. */
  readonly unfilled: number;
}

/** Judges every section of the framework from the labelled lines; O(lines · sections). */
export function judgeCoverage(
  labelled: readonly LabelledLine[],
  answer: Answer,
  framework: Framework,
  frameworkIndex: number,
  model: Model,
): SectionCoverage[] {
  // What the model has seen no sentences of it knows by cues alone: no line means nothing was found, and what is
  // rather another section's sentence is no evidence.
  const known = model.tableFor(framework) !== undefined;
  const doubt = known ? ABSENT_WITHOUT_LINES : 0;
  return framework.sections.map((section, index) => {
    const lines = labelled.filter((line) => (known ? line.sections.includes(index) : line.section === index));
    const points = coverPoints(section, index, frameworkIndex, lines);
    const heading = answer.headings.find(({ cues }) =>
      cues.some(
        ({ cue }) => cue.framework === frameworkIndex && cue.section === index && cue.strength === 'heading',
      ),
    );
    const features = statusFeatures({
      section,
      index,
      sections: framework.sections.length,
      labelled,
      lines,
      points,
      heading: heading !== undefined,
    });
    const confidence = softmaxStatus(features, model);
    const unfilled = lines.reduce(
      (sum, { line }) => sum + (line.evidence.sentence.folded.match(PLACEHOLDER)?.length ?? 0),
      0,
    );
    const status =
      labelled.length === 0 && !heading
        ? 'absent'
        : decideStatus(
            confidence,
            lines.length > 0,
            heading !== undefined,
            unfilled,
            namesHalf(section, points, lines),
            doubt,
          );
    return {
      section,
      status,
      confidence,
      unfilled,
      points: status === 'absent' ? coverPoints(section, index, frameworkIndex, []) : points,
      lines: status === 'absent' ? [] : lines,
      ...(heading ? { heading: { from: heading.from, to: heading.to } } : {}),
    };
  });
}

/** Placeholders as the scaffolds have them, folded; labels such as 【答案】 that exam papers use are none. */
const PLACEHOLDER = /【(?!参考|答案|解析|题目|题干|材料|要点|点评|分析|示例)[^】]{1,40}】/g;

/**
 * A section that no line is labelled with is called absent only when that is probable: a false "missing" costs the
 * writer's trust, a "weak" for what is hardly there costs little. Lines so doubtful that the section is very probably
 * absent do not keep it from being so.
 */
const ABSENT_WITHOUT_LINES = 0.5;
const ABSENT_DESPITE_LINES = 0.85;

function decideStatus(
  confidence: Readonly<Record<Status, number>>,
  hasLines: boolean,
  hasHeading: boolean,
  unfilled: number,
  half: boolean,
  doubt: number,
): Status {
  if (!hasLines) return !hasHeading && confidence.absent >= doubt ? 'absent' : 'weak';
  if (unfilled > 0) return 'weak';
  if (half) return 'full';
  if (!hasHeading && confidence.absent >= ABSENT_DESPITE_LINES) return 'absent';
  return confidence.full >= confidence.weak ? 'full' : 'weak';
}

/** Fewer 字 than this name points without carrying them out. */
const CARRIED_OUT_HANZI = 60;

/**
 * A section that says something of at least half of what it should contain is realised, in however lofty words:
 * that is how the corpus was labelled, and of its sections that pass this test 1 in 160 was labelled weak.
 */
function namesHalf(
  section: Section,
  points: readonly PointCoverage[],
  lines: readonly LabelledLine[],
): boolean {
  const covered = new Set(points.filter((point) => point.covered).map(({ id }) => id));
  const share = (of: readonly { readonly id: string }[]): number =>
    of.length === 0 ? 1 : of.filter(({ id }) => covered.has(id)).length / of.length;
  const hanzi = lines.reduce((sum, { line }) => sum + line.evidence.sentence.hanzi, 0);
  return (
    points.length > 0 &&
    hanzi >= CARRIED_OUT_HANZI &&
    share(points) >= 0.5 &&
    share(section.points.filter(({ need }) => need === 'required')) >= 0.5
  );
}

function coverPoints(
  section: Section,
  index: number,
  frameworkIndex: number,
  lines: readonly LabelledLine[],
): PointCoverage[] {
  return section.points.map((point, pointIndex) => {
    const evidence: Range[] = [];
    for (const { line } of lines) {
      for (const { cue, guard, from, to } of line.evidence.cues) {
        if (cue.framework !== frameworkIndex || cue.section !== index || cue.point !== pointIndex) continue;
        if (cue.strength === 'weak' || guard === 'reported') continue;
        evidence.push({ from: line.blockFrom + from, to: line.blockFrom + to });
      }
    }
    return { id: point.id, covered: evidence.length > 0, evidence };
  });
}

function softmaxStatus(features: readonly number[], { data }: Model): Record<Status, number> {
  const score = (weights: readonly number[]): number =>
    features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  const full = Math.exp(score(data.status.full));
  const weak = Math.exp(score(data.status.weak));
  const total = full + weak + 1;
  return { full: full / total, weak: weak / total, absent: 1 / total };
}
