import type { Section } from '../framework/types';
import type { PointCoverage } from './coverage';
import type { LabelledLine } from './label';

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

/** What is known of one section of a draft when its status is judged. */
export interface JudgedSection {
  readonly section: Section;
  /** Its place in the framework, and how many there are. */
  readonly index: number;
  readonly sections: number;
  readonly labelled: readonly LabelledLine[];
  /** The lines that count for it. */
  readonly lines: readonly LabelledLine[];
  readonly points: readonly PointCoverage[];
  /** Whether a heading announces it. */
  readonly heading: boolean;
}

/** Values of STATUS_FEATURES for one section. */
export function statusFeatures(judged: JudgedSection): number[] {
  const { section, index, labelled, lines, points } = judged;
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
    ...placeFeatures(judged, hanzi),
  ];
}

/** How the section stands among the others: what share it takes, and what lies where it would be expected. */
function placeFeatures(
  { index, sections, labelled, lines, heading }: JudgedSection,
  hanzi: number,
): number[] {
  const count = labelled.length;
  const chances = labelled.map(({ probabilities }) => probabilities[index] ?? 0);
  let top = 0;
  let second = 0;
  for (const chance of chances) {
    second = Math.max(second, Math.min(top, chance));
    top = Math.max(top, chance);
  }
  const total = labelled.reduce((sum, { line }) => sum + line.evidence.sentence.hanzi, 0);
  const cues = lines.map(({ signals }) => (signals.cues[index] ?? 0) + (signals.phrases[index] ?? 0));
  const own = new Set(lines);
  const runs = labelled.filter((line, at) => own.has(line) && !isIn(own, labelled[at - 1])).length;
  const others = new Set(labelled.map(({ section }) => section).filter((at) => at >= 0 && at !== index)).size;
  const slot = slotOf(labelled, index, sections);
  const most = (values: readonly number[]): number => values.reduce((max, value) => Math.max(max, value), 0);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return [
    labelled.some(({ signals }) => (signals.headings[index] ?? 0) > 0) ? 1 : 0,
    heading ? 1 : 0,
    total === 0 ? 0 : Math.min(2, (hanzi / total) * sections) / 2,
    Math.log1p(count) / 4,
    Math.min(sum(cues), 6) / 6,
    lines.length > 0 && most(cues) === 0 ? 1 : 0,
    count === 0 ? 1 : labelled.filter(({ section }) => section < 0).length / count,
    count === 0 ? 0 : sum(labelled.map(({ slogan }) => slogan)) / count,
    lines.length === 1 ? 1 : 0,
    sections < 2 ? 0 : others / (sections - 1),
    Math.min(chances.filter((chance) => chance > 0.15).length, 5) / 5,
    Math.min(chances.filter((chance) => chance > 0.5).length, 5) / 5,
    Math.min(runs, 3) / 3,
    most(labelled.map((line, at) => (own.has(line) ? 0 : (chances[at] ?? 0)))),
    second,
    Math.min(slot.length, 4) / 4,
    most(slot.map(({ probabilities }) => probabilities[index] ?? 0)),
  ];
}

function isIn(set: ReadonlySet<LabelledLine>, line: LabelledLine | undefined): boolean {
  return line !== undefined && set.has(line);
}

/** The lines of no section between the section before and the section after: where it would be expected. */
function slotOf(labelled: readonly LabelledLine[], index: number, sections: number): LabelledLine[] {
  const after = index === 0 ? -1 : labelled.findLastIndex(({ section }) => section === index - 1);
  const next = index === sections - 1 ? -1 : labelled.findIndex(({ section }) => section === index + 1);
  return labelled.slice(after + 1, next < 0 ? undefined : next).filter(({ section }) => section < 0);
}
