import type { Analysis } from '../analysis/analyse';
import type { LabelledLine } from '../analysis/label';
import type { Locale } from '../messages/messages';
import type { Range } from '../text/range';
import { sectionCard } from './sectionCard';

/** A word shown in the text that is not part of it. */
export interface InlayHint {
  /** UTF-16. */
  readonly offset: number;
  /** `〔安抚情绪〕`. */
  readonly label: string;
  /** The section's card, as Markdown. */
  readonly tooltip: string;
}

/**
 * The recognised section at the start of each paragraph of the answer, where it is not the one of the paragraph
 * before and no heading above says so already.
 * @param range only paragraphs that begin in it
 */
export function inlayHints(analysis: Analysis, range: Range, locale: Locale): InlayHint[] {
  const hints: InlayHint[] = [];
  let before = -1;
  for (const paragraph of paragraphs(analysis.lines)) {
    const [first] = paragraph;
    if (!first) continue;
    const { line } = first;
    if (line.opensHeading) before = announced(first, analysis);
    const section = paragraph.find((one) => one.section >= 0)?.section ?? -1;
    const coverage = analysis.sections[section];
    if (coverage && section !== before && range.from <= line.from && line.from <= range.to)
      hints.push({
        offset: line.from,
        label: `〔${coverage.section.title[locale]}〕`,
        tooltip: sectionCard(coverage, locale),
      });
    if (section >= 0) before = section;
  }
  return hints;
}

function paragraphs(lines: readonly LabelledLine[]): LabelledLine[][] {
  const all: LabelledLine[][] = [];
  for (const labelled of lines) {
    const last = all.at(-1);
    if (last && !labelled.line.startsParagraph) last.push(labelled);
    else all.push([labelled]);
  }
  return all;
}

/** The section named by the heading a line stands under, -1 for none. */
function announced({ line }: LabelledLine, { choice }: Analysis): number {
  const cues = line.heading?.cues ?? [];
  return (
    cues.find(({ cue }) => cue.framework === choice?.index && cue.strength === 'heading')?.cue.section ?? -1
  );
}
