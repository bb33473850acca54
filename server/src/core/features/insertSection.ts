import type { Analysis } from '../analysis/analyse';
import type { SectionCoverage } from '../analysis/coverage';
import { type Edit, insertParagraphs } from './edits';
import { expectedSections } from '../rules/sectionMissing';

/**
 * The edits that insert the outline of a section at its place in the order of the framework: under its own empty
 * heading, else after the last sentence of the nearest earlier section, else before the first later one, else at the
 * end. A heading is added when the draft has headings.
 * @param id section id, or `*` for all expected sections that are absent
 * @returns empty when the framework has no such section
 */
export function insertSection(analysis: Analysis, id: string): Edit[] {
  if (id === '*') {
    const absent = expectedSections(analysis).filter(
      ({ status, heading }) => status === 'absent' && !heading,
    );
    const text = absent
      .map(({ section }) => `## ${section.title.zh}\n\n${section.scaffold.trim()}`)
      .join('\n\n');
    return text === '' ? [] : [insertParagraphs(analysis.draft.text, endOfAnswer(analysis), text)];
  }
  const index = analysis.sections.findIndex(({ section }) => section.id === id);
  const coverage = analysis.sections[index];
  if (!coverage) return [];
  const { section } = coverage;
  const source = analysis.draft.text;
  const empty =
    coverage.heading &&
    analysis.answer.headings.find(({ from, empty: bare }) => bare && from === coverage.heading?.from);
  if (empty) return [insertParagraphs(source, empty.to, section.scaffold)];
  const level = headingLevel(analysis);
  const text =
    level === 0 ? section.scaffold : `${'#'.repeat(level)} ${section.title.zh}\n\n${section.scaffold}`;
  return [insertParagraphs(source, placeFor(analysis, index), text)];
}

function placeFor(analysis: Analysis, index: number): number {
  const written = (coverage: SectionCoverage): boolean => coverage.lines.length > 0;
  const earlier = analysis.sections.slice(0, index).findLast(written);
  const later = analysis.sections.slice(index + 1).find(written);
  const after = earlier?.lines.at(-1)?.line.to;
  const before = later?.lines[0]?.line;
  // In a draft whose order is its own, "after the earlier one" may lie behind the later one: keep before the later.
  if (after !== undefined && (before === undefined || after <= before.from))
    return endOfLineOrSentence(analysis.draft.text, after);
  if (before !== undefined && after === undefined)
    return before.heading && before.opensHeading ? before.heading.from : before.from;
  return after ?? endOfAnswer(analysis);
}

/** Past trailing white space when the sentence ends its line, so that nothing is torn. */
function endOfLineOrSentence(source: string, at: number): number {
  const rest = /^[ \t]*(?=\r|\n|$)/.exec(source.slice(at, at + 200));
  return at + (rest?.[0].length ?? 0);
}

function endOfAnswer({ draft }: Analysis): number {
  return draft.text.trimEnd().length;
}

/** Level of the draft's section headings; 0 when it is written without. */
function headingLevel({ draft, answer }: Analysis): number {
  const levels = answer.headings
    .map(
      ({ from }) =>
        draft.blocks.find(({ from: start, block }) => start <= from && from < start + block.length)?.block
          .level ?? 0,
    )
    .filter((level) => level > 0);
  return levels.length < 2 ? 0 : (levels.sort((a, b) => a - b)[Math.floor(levels.length / 2)] ?? 2);
}
