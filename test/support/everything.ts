import type { Analysis } from '../../server/src/core/analysis/analyse';

/** All an analysis says, as plain data: two analyses that say the same are deeply equal, to the last bit. */
export function everything({ draft, choice, kinds, length, answer, lines, sections }: Analysis): unknown {
  return {
    text: draft.text,
    question: draft.question,
    kinds,
    choice,
    length,
    headings: answer.headings,
    lines,
    sections: sections.map(
      ({
        section,
        status,
        confidence,
        points,
        lines: own,
        first,
        last,
        heading,
        emptyHeading,
        unfilled,
      }) => ({
        section: section.id,
        status,
        confidence,
        points: points.map(({ id, covered, evidence }) => ({ id, covered, evidence })),
        lines: own,
        first,
        last,
        heading,
        emptyHeading,
        unfilled,
      }),
    ),
  };
}
