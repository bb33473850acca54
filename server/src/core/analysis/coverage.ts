import type { Framework, Section } from '../framework/types';
import type { Range } from '../text/range';
import type { LabelledLine } from './label';
import type { Answer } from './lines';
import type { Model } from './model';

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
] as const;

/** Judges every section of the framework from the labelled lines; O(lines · sections). */
export function judgeCoverage(
  labelled: readonly LabelledLine[],
  answer: Answer,
  framework: Framework,
  frameworkIndex: number,
  model: Model,
): SectionCoverage[] {
  return framework.sections.map((section, index) => {
    const lines = labelled.filter((line) => line.sections.includes(index));
    const points = coverPoints(section, index, frameworkIndex, lines);
    const features = statusFeatures(section, index, labelled, lines, points);
    const confidence = softmaxStatus(features, model);
    const heading = answer.headings.find(({ cues }) =>
      cues.some(
        ({ cue }) => cue.framework === frameworkIndex && cue.section === index && cue.strength === 'heading',
      ),
    );
    const unfilled = lines.reduce(
      (sum, { line }) => sum + (line.evidence.sentence.folded.match(PLACEHOLDER)?.length ?? 0),
      0,
    );
    return {
      section,
      status: decideStatus(
        confidence,
        lines.length > 0,
        heading !== undefined,
        unfilled,
        namesHalf(section, points, lines),
      ),
      confidence,
      unfilled,
      points,
      lines,
      ...(heading ? { heading: { from: heading.from, to: heading.to } } : {}),
    };
  });
}

/** Placeholders as the scaffolds have them, folded; labels such as 【答案】 that exam papers use are none. */
const PLACEHOLDER = /【(?!参考|答案|解析|题目|题干|材料|要点|点评|分析|示例)[^】]{1,40}】/g;

/** A section no line is labelled with is absent, or weak when a heading announces it; thin lines are still lines. */
function decideStatus(
  confidence: Readonly<Record<Status, number>>,
  hasLines: boolean,
  hasHeading: boolean,
  unfilled: number,
  half: boolean,
): Status {
  if (!hasLines) return hasHeading ? 'weak' : 'absent';
  if (unfilled > 0) return 'weak';
  if (half) return 'full';
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

/** Values of STATUS_FEATURES for one section. */
export function statusFeatures(
  section: Section,
  index: number,
  labelled: readonly LabelledLine[],
  lines: readonly LabelledLine[],
  points: readonly PointCoverage[],
): number[] {
  const spoken = lines.filter(({ line }) => line.evidence.sentence.kind !== 'lead');
  const hanzi = spoken.reduce((sum, { line }) => sum + line.evidence.sentence.hanzi, 0);
  const count = (kind: keyof LabelledLine['line']['evidence']['concrete']): number =>
    spoken.reduce((sum, { line }) => sum + (line.evidence.concrete[kind] ?? 0), 0);
  const kinds = ['when', 'who', 'where', 'deed', 'condition', 'quantity'] as const;
  const counts = kinds.map(count);
  const slogans = spoken.reduce(
    (sum, { line }) => sum + line.evidence.wording.filter((hit) => hit.list.rule === 'cliche').length,
    0,
  );
  const sloganShare =
    spoken.length === 0 ? 0 : spoken.reduce((sum, { slogan }) => sum + slogan, 0) / spoken.length;
  const expected = labelled.reduce((sum, line) => sum + (line.probabilities[index] ?? 0), 0);
  const top = labelled.reduce((max, line) => Math.max(max, line.probabilities[index] ?? 0), 0);
  const covered = points.filter((point) => point.covered).length;
  const pointShare = points.length === 0 ? 0 : covered / points.length;
  const required = section.points.filter((point) => point.need === 'required');
  const requiredCovered = required.filter(
    (point) => points.find(({ id }) => id === point.id)?.covered,
  ).length;
  const branches = section.points.filter((point) => point.branch !== undefined);
  const branchesCovered = branches.filter(
    (point) => points.find(({ id }) => id === point.id)?.covered,
  ).length;
  const concrete = counts.reduce((sum, value) => sum + value, 0);
  return [
    1,
    lines.length === 0 ? 1 : 0,
    Math.log1p(hanzi) / 5,
    Math.min(spoken.length, 6) / 6,
    Math.min(expected, 6) / 6,
    top,
    Math.min(covered, 6) / 6,
    required.length === 0 ? pointShare : requiredCovered / required.length,
    ...counts.map((value) => Math.log1p(value) / 2),
    counts.filter((value) => value > 0).length / kinds.length,
    Math.log1p(slogans) / 2,
    branches.length === 0 ? 0 : branchesCovered / branches.length,
    lines.length > 0 && spoken.length === 0 ? 1 : 0,
    lines.length > 0 && hanzi < 40 ? 1 : 0,
    sloganShare,
    hanzi === 0 ? 0 : Math.min(1, (concrete * 10) / hanzi),
    // A stance that names what the section asks for is worth more than one that names nothing.
    sloganShare * pointShare,
  ];
}

function softmaxStatus(features: readonly number[], { data }: Model): Record<Status, number> {
  const score = (weights: readonly number[]): number =>
    features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  const full = Math.exp(score(data.status.full));
  const weak = Math.exp(score(data.status.weak));
  const total = full + weak + 1;
  return { full: full / total, weak: weak / total, absent: 1 / total };
}
