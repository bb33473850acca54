import type { Analysis } from '../analysis/analyse';
import type { SectionCoverage, Status } from '../analysis/coverage';
import type { Need } from '../framework/types';
import type { Locale } from '../messages/messages';
import { expectedSections } from '../rules/sectionMissing';
import type { Range } from '../text/range';

/** One thing a section should contain, and whether it is there. */
export interface PointNode {
  readonly id: string;
  readonly title: string;
  readonly need: Need;
  readonly covered: boolean;
  /** The first words that show it. */
  readonly range?: Range;
}

/** A section of the draft's framework, as a tree shows it. */
export interface SectionNode {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly need: Need;
  /** What a judge looks for. */
  readonly why: string;
  /** Its heading or its first sentence; absent when nothing is there. */
  readonly range?: Range;
  readonly points: readonly PointNode[];
}

/** The sections that count for a draft, in the order of the framework, with their points; O(sections + points). */
export function sectionTree(analysis: Analysis, locale: Locale): SectionNode[] {
  return expectedSections(analysis).map((coverage) => {
    const { section, status, points } = coverage;
    const range = firstPlace(coverage);
    return {
      id: section.id,
      title: section.title[locale],
      status,
      need: section.need,
      why: section.why[locale],
      ...(range ? { range } : {}),
      points: section.points.map(({ id, title, need }) => {
        const found = points.find((point) => point.id === id);
        const [first] = found?.evidence ?? [];
        return {
          id,
          title: title[locale],
          need,
          covered: found?.covered === true,
          ...(first ? { range: first } : {}),
        };
      }),
    };
  });
}

function firstPlace({ heading, lines }: SectionCoverage): Range | undefined {
  const [first] = lines;
  // A heading far from its sentences announces something else by the same name.
  if (!first || (heading && heading.from < first.line.from)) return heading;
  return { from: first.line.from, to: first.line.to };
}
