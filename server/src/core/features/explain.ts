import type { CueHit } from '../analysis/evidence';
import type { Analysis } from '../analysis/analyse';
import type { SectionCoverage } from '../analysis/coverage';
import type { LabelledLine } from '../analysis/label';
import { speaksForPoint } from '../analysis/sectionTotals';
import type { Point } from '../framework/types';
import { deedWords, SURE_SLOGAN } from '../rules/slogans';
import type { Range } from '../text/range';

/** Why one sentence counts for a section. */
export interface ExplainedLine {
  /** Absolute range of the sentence. */
  readonly range: Range;
  /** The points it is evidence for, in framework order. */
  readonly points: readonly Point[];
  /** The words found in it, as they stand in the draft, each once. */
  readonly words: readonly string[];
  /** How probable the model finds the section for this sentence, 0-1. */
  readonly probability: number;
  /** The sentence declares rather than does. */
  readonly slogan: boolean;
  /** Something concrete is in it: a time, place, act or figure. */
  readonly concrete: boolean;
}

/** Why a section has the status it has. */
export interface Explanation {
  readonly coverage: SectionCoverage;
  readonly lines: readonly ExplainedLine[];
  /** How sure the status is, 0-1. */
  readonly confidence: number;
  /** Where no sentence counts: the one that comes nearest, when the model gives it at least a small chance. */
  readonly nearest?: ExplainedLine;
}

/** Below this a sentence does not come near a section at all. */
const NEAR = 0.05;

/**
 * Lists the evidence for the status of a section: the sentences that count for it, for which points, by which words,
 * and how sure the model is. A pure function of the analysis; O(sentences).
 * @param index place of the section in `analysis.sections`
 * @returns undefined when there is no such section
 */
export function explainSection(analysis: Analysis, index: number): Explanation | undefined {
  const coverage = analysis.sections[index];
  const framework = analysis.choice?.index;
  if (!coverage || framework === undefined) return undefined;
  const explain = (line: LabelledLine): ExplainedLine =>
    explainLine(line, coverage, index, framework, analysis.draft.text);
  const near = analysis.lines
    .filter((line) => chanceOf(line, index) >= NEAR)
    .toSorted((a, b) => chanceOf(b, index) - chanceOf(a, index))[0];
  return {
    coverage,
    lines: coverage.lines.map(explain),
    confidence: coverage.confidence[coverage.status],
    ...(coverage.lines.length === 0 && near ? { nearest: explain(near) } : {}),
  };
}

/** How sure the model is that a line belongs to a section. */
function chanceOf({ probabilities }: LabelledLine, section: number): number {
  return probabilities[section] ?? 0;
}

function explainLine(
  labelled: LabelledLine,
  { section }: SectionCoverage,
  index: number,
  framework: number,
  text: string,
): ExplainedLine {
  const { line, slogan } = labelled;
  const { evidence, blockFrom } = line;
  const own = evidence.cues.filter((hit) => isEvidence(hit, framework, index));
  const named = new Set(own.map(({ cue }) => cue.point));
  const longest = own.filter(
    (hit) =>
      !own.some(
        (other) => other !== hit && other.from <= hit.from && hit.to <= other.to && isLonger(other, hit),
      ),
  );
  return {
    range: { from: line.from, to: line.to },
    points: section.points.filter((_, point) => named.has(point)),
    words: [...new Set(longest.map(({ from, to }) => text.slice(blockFrom + from, blockFrom + to)))],
    probability: chanceOf(labelled, index),
    slogan: slogan > SURE_SLOGAN,
    concrete: deedWords(evidence) > 0,
  };
}

/** The cues that make a point covered: neither weak ones nor what others say. */
function isEvidence({ cue, guard }: CueHit, framework: number, section: number): boolean {
  return (
    cue.framework === framework &&
    cue.section === section &&
    cue.point >= 0 &&
    speaksForPoint(cue.strength, guard)
  );
}

function isLonger(a: Range, b: Range): boolean {
  return a.to - a.from > b.to - b.from;
}
