import type { Analysis } from '../analysis/analyse';
import type { Answer, PlacedLine } from '../analysis/lines';
import { expectedSections } from '../rules/sectionMissing';
import { firstThat } from '../text/firstThat';

/** Where a section of the framework begins in a draft. */
export interface SectionStart {
  /** Section id. */
  readonly section: string;
  /** UTF-16. */
  readonly offset: number;
}

/**
 * Where each expected section begins, in the order of the draft: at the heading above its first sentence, else at that
 * sentence; one of which there is nothing but a heading, at the heading. What is not there at all begins nowhere.
 * Asked at every keystroke: it makes no list of the lines.
 */
export function sectionStarts(analysis: Analysis): SectionStart[] {
  const { answer } = analysis;
  const starts = expectedSections(analysis).flatMap(({ section, first, heading }) => {
    const offset = first ? (headingOpenedBy(answer, first) ?? first).from : heading?.from;
    return offset === undefined ? [] : [{ section: section.id, offset }];
  });
  // Sections that begin at one place keep the order of the framework: the sort is stable.
  return starts.sort((a, b) => a.offset - b.offset);
}

/** The heading a line stands first under; undefined for a line that is not the first under one. */
function headingOpenedBy(answer: Answer, { evidence, blockFrom }: PlacedLine): PlacedLine | undefined {
  const at = firstThat(answer.froms, (from) => from > blockFrom) - 1;
  const passage = answer.passages[at];
  const line = passage?.lines.indexOf(evidence) ?? -1;
  if (!passage || line < 0 || !passage.opensHeading(line)) return undefined;
  const own = passage.headings.findLastIndex((heading) => heading.at <= line);
  if (own >= 0) return answer.placeHeading(at, own);
  for (let before = at - 1; before >= 0; before--) {
    const last = answer.headingsIn(before) - 1;
    if (last >= 0) return answer.placeHeading(before, last);
  }
  return undefined;
}
