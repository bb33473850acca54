import type { Analysis } from '../analysis/analyse';
import { expectedSections } from '../rules/sectionMissing';

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
 */
export function sectionStarts(analysis: Analysis): SectionStart[] {
  const starts = expectedSections(analysis).flatMap(({ section, lines, heading }) => {
    const first = lines[0]?.line;
    const above = first?.opensHeading === true ? first.heading : undefined;
    const offset = above?.from ?? first?.from ?? heading?.from;
    return offset === undefined ? [] : [{ section: section.id, offset }];
  });
  // Sections that begin at one place keep the order of the framework: the sort is stable.
  return starts.sort((a, b) => a.offset - b.offset);
}
