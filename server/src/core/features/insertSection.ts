import type { Analysis } from '../analysis/analyse';
import { isLeftOpen } from '../draft/leftOpen';
import { type Edit, insertParagraphs } from './edits';
import { numberHeading } from './headingNumbers';
import { expectedSections } from '../rules/sectionMissing';
import type { Range } from '../text/range';

/**
 * The edits that insert the outline of a section at its place in the order of the framework: under its own empty
 * heading, else after the last sentence of the nearest earlier section, else before the first later one, else at the
 * end. A heading is added when the draft has headings, numbered as they are; the later ones are counted on.
 * @param id section id, or `*` for all expected sections that are absent
 * @param under the heading it goes under, whatever the order
 * @returns empty when the framework has no such section
 */
export function insertSection(analysis: Analysis, id: string, under?: Range): Edit[] {
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
  const own = under ?? coverage.heading;
  const empty = own && analysis.answer.headings.find(({ from, empty: bare }) => bare && from === own.from);
  if (empty) return [insertParagraphs(source, endOfHeading(analysis, empty), section.scaffold)];
  const level = headingLevel(analysis);
  const place = placeFor(analysis, index);
  if (level === 0) return [insertParagraphs(source, place, section.scaffold)];
  const numbering = numberHeading(analysis.draft, level, place);
  const heading = `${'#'.repeat(level)} ${numbering?.prefix ?? ''}${section.title.zh}`;
  return [
    insertParagraphs(source, place, `${heading}\n\n${section.scaffold}`),
    ...(numbering?.renumber ?? []),
  ];
}

/** Behind the line that underlines it, too; a heading that is a line of a paragraph ends with its text. */
function endOfHeading({ draft }: Analysis, { from, to }: Range): number {
  const placed = draft.blocks.find((own) => own.from <= from && to <= own.from + own.block.length);
  return placed?.block.kind === 'heading' ? placed.from + placed.block.length : to;
}

/**
 * After everything that belongs to an earlier section, its headings too; before the first later one when the draft
 * has an order of its own.
 */
function placeFor(analysis: Analysis, index: number): number {
  const { choice, answer, sections } = analysis;
  const announced = answer.headings.flatMap((heading) => {
    const cue = heading.cues.find(
      (hit) => hit.cue.framework === choice?.index && hit.cue.strength === 'heading',
    )?.cue;
    return cue ? [{ section: cue.section, from: heading.from, to: heading.to }] : [];
  });
  const written = sections.flatMap(({ lines }, section) =>
    lines.map(({ line }) => ({ section, from: line.from, to: line.to })),
  );
  const all = [...announced, ...written];
  let after: number | undefined;
  let before: number | undefined;
  for (const { section, from, to } of all) {
    if (section < index) after = Math.max(after ?? to, to);
    else if (section > index) before = Math.min(before ?? from, from);
  }
  if (after !== undefined && (before === undefined || after <= before)) {
    // What else stands under the last heading of the earlier section stays with it.
    const next = answer.headings.find(({ from }) => from >= after && from <= (before ?? from));
    return next ? borderBefore(analysis, next.from) : borderAfter(analysis, after);
  }
  if (before !== undefined) return borderBefore(analysis, before);
  return endOfAnswer(analysis);
}

/** The nearest place after `at` where a paragraph may begin without tearing a list, a table or emphasis. */
export function borderAfter({ draft }: Analysis, at: number): number {
  const placed = draft.blocks.find(({ block, from }) => from < at && at <= from + block.length);
  if (!placed) return at;
  const end = placed.from + placed.block.length;
  if (!placed.block.divisible) return betweenItems(draft.text, at, end) ?? end;
  let border = at;
  while (border < end && /[*_~ \t]/.test(draft.text.charAt(border))) border++;
  return border;
}

/** The nearest place before `at` where a paragraph may begin. */
function borderBefore({ draft }: Analysis, at: number): number {
  const placed = draft.blocks.find(({ block, from }) => from <= at && at < from + block.length);
  if (!placed?.block.divisible) return placed?.from ?? at;
  let border = at;
  while (border > placed.from && /[*_~]/.test(draft.text.charAt(border - 1))) border--;
  return border;
}

/** End of the list item that ends at `at`, when another item of the list follows. */
function betweenItems(source: string, at: number, end: number): number | undefined {
  const rest = /^[*_~ \t]*(?=(?:\r\n|\n|\r)+[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])/.exec(source.slice(at, end));
  return rest ? at + rest[0].length : undefined;
}

/** Where the answer ends, blank lines left out: before code or a comment that nobody has closed. */
export function endOfAnswer({ draft }: Analysis): number {
  const last = draft.blocks.at(-1);
  const end = last && isLeftOpen(draft, last) ? last.from : draft.text.length;
  return Math.max(draft.frontMatter.range.to, draft.text.slice(0, end).trimEnd().length);
}

/** Level of the draft's section headings; 0 when it is written without. */
function headingLevel({ draft, answer }: Analysis): number {
  const levels: number[] = [];
  let at = 0;
  // Both in order: one walk through the blocks finds those of all headings.
  for (const { from } of answer.headings) {
    while ((draft.blocks[at + 1]?.from ?? Infinity) <= from) at++;
    const level = draft.blocks[at]?.block.level ?? 0;
    if (level > 0) levels.push(level);
  }
  const middle = levels.length > 1 ? levels.sort((a, b) => a - b)[Math.floor(levels.length / 2)] : undefined;
  return middle ?? 0;
}
