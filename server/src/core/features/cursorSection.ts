import { matched } from '../text/matched';
import type { Analysis } from '../analysis/analyse';
import type { PlacedLine } from '../analysis/lines';
import { expectedSections } from '../rules/sectionMissing';
import { isAnswerPlace } from './answerPlace';
import { lackingPoints } from './lackingPoints';

/** What is being written at the cursor: ids of the framework, its section, and the point that is most wanted there. */
export interface CursorSection {
  /** Undefined when there are no frameworks. */
  readonly framework?: string;
  /** Undefined when the draft gives no hint and lacks nothing. */
  readonly section?: string;
  /** The section to write next: on an empty line below a section that is full. */
  readonly next?: string;
  /** The first point of the section that is not there yet. */
  readonly point?: string;
}

/** A sentence that is still being written speaks for its section from this probability on. */
const SURE = 0.5;

/**
 * The section the cursor is in: that of the sentence at or before it, else of the heading above, else the next one
 * the draft lacks.
 * @param offset UTF-16
 * @returns undefined where no answer is written: front matter, question, headings, quotes, code, comments
 */
export function cursorSection(analysis: Analysis, offset: number): CursorSection | undefined {
  const { draft, choice, sections } = analysis;
  if (!isAnswerPlace(draft, offset)) return undefined;
  if (!choice) return {};
  const found = sectionAt(analysis, offset);
  const index =
    found ?? nextExpected(analysis, lastSectionBefore(analysis, offset)) ?? sectionAfter(analysis, offset);
  const framework = choice.framework.id;
  const coverage = index === undefined ? undefined : sections[index];
  if (index === undefined || !coverage) return { framework };
  const point = lackingPoints(coverage)[0]?.id;
  const next =
    found !== undefined && coverage.status === 'full' && isEmptyLine(draft.text, offset)
      ? sections[absentAfter(analysis, index) ?? -1]?.section.id
      : undefined;
  return {
    framework,
    section: coverage.section.id,
    ...(next === undefined ? {} : { next }),
    ...(point === undefined ? {} : { point }),
  };
}

/** Whether nothing but white space and a list marker stands on the line of an offset. */
function isEmptyLine(text: string, offset: number): boolean {
  const before = matched(/[^\r\n]{0,200}$/, text.slice(Math.max(0, offset - 200), offset));
  const after = matched(/^[^\r\n]{0,200}/, text.slice(offset, offset + 200));
  return after.trim() === '' && /^[ \t\u3000]*(?:(?:[-*+]|\d{1,9}[.)])[ \t\u3000]*)?$/.test(before);
}

/** Index of the section of the sentence at or before the offset, or of the heading above; undefined for neither. */
function sectionAt(analysis: Analysis, offset: number): number | undefined {
  const framework = analysis.choice?.index;
  const heading = headingBefore(analysis, offset);
  const announced = sectionOf(heading, framework);
  let current: CursorLine | undefined;
  /** The section of the last line before that has one. */
  let earlier: number | undefined;
  for (const line of linesBefore(analysis, offset)) {
    if (line.from < (heading?.from ?? 0)) break;
    if (!current) current = line;
    else if (line.section >= 0) {
      earlier = line.section;
      break;
    }
  }
  if (!current) return announced;
  const unfinished = offset <= current.to && !/[。！？!?]$/.test(current.evidence.sentence.folded);
  if (current.section < 0)
    return announced ?? (unfinished ? hintedBy(current, framework) : undefined) ?? earlier;
  if (!unfinished || current.chance >= SURE) return current.section;
  return announced ?? earlier ?? current.section;
}

/** A line where it stands. */
interface CursorLine extends PlacedLine {
  /** Index of its section, -1 for none. */
  readonly section: number;
  /** How probable the section is; 0 for none. */
  readonly chance: number;
}

/** The lines that begin before an offset, the last first; made one by one, for a draft may have thousands. */
function* linesBefore({ answer, labelling }: Analysis, offset: number): Generator<CursorLine> {
  for (let index = answer.passagesBefore(offset) - 1; index >= 0; index--) {
    const labelled = labelling?.passages[index];
    if (!labelled) continue;
    for (let at = labelled.count - 1; at >= 0; at--) {
      const line = answer.placeLine(index, at);
      const section = labelled.sectionOf(at);
      const chance = section < 0 ? 0 : labelled.chance(at, section);
      if (line && line.from < offset) yield { ...line, section, chance };
    }
  }
}

/** The last heading that ends before an offset. */
function headingBefore({ answer }: Analysis, offset: number): PlacedLine | undefined {
  for (let index = answer.passagesBefore(offset) - 1; index >= 0; index--) {
    for (let at = answer.headingsIn(index) - 1; at >= 0; at--) {
      const heading = answer.placeHeading(index, at);
      if (heading && heading.to < offset) return heading;
    }
  }
  return undefined;
}

/** Half a sentence is seldom labelled; a word of a section in it tells enough. */
function hintedBy({ evidence }: CursorLine, framework: number | undefined): number | undefined {
  return evidence.cues.findLast(
    ({ cue, guard }) => cue.framework === framework && cue.strength !== 'weak' && guard === 'said',
  )?.cue.section;
}

/** The section a heading announces; one that only has words of a section hints at it. */
function sectionOf(heading: PlacedLine | undefined, framework: number | undefined): number | undefined {
  const own = heading?.evidence.cues.filter(({ cue }) => cue.framework === framework) ?? [];
  return (own.find(({ cue }) => cue.strength === 'heading') ?? own[0])?.cue.section;
}

function lastSectionBefore(analysis: Analysis, offset: number): number {
  for (const { section } of linesBefore(analysis, offset)) if (section >= 0) return section;
  return -1;
}

function sectionAfter({ answer, labelling }: Analysis, offset: number): number | undefined {
  for (const [index, labelled] of (labelling?.passages ?? []).entries()) {
    if ((answer.froms[index + 1] ?? Infinity) <= offset) continue;
    for (let at = 0; at < labelled.count; at++) {
      const section = labelled.sectionOf(at);
      if (section >= 0 && (answer.placeLine(index, at)?.from ?? 0) >= offset) return section;
    }
  }
  return undefined;
}

/** The next section that is absent, else an earlier one, else the first weak one. */
function nextExpected(analysis: Analysis, after: number): number | undefined {
  const { sections } = analysis;
  const expected = expectedSections(analysis);
  const of = (status: 'absent' | 'weak'): number =>
    sections.findIndex((one) => one.status === status && expected.includes(one));
  const index = absentAfter(analysis, after) ?? (of('absent') >= 0 ? of('absent') : of('weak'));
  return index < 0 ? undefined : index;
}

function absentAfter(analysis: Analysis, after: number): number | undefined {
  const expected = expectedSections(analysis);
  const index = analysis.sections.findIndex(
    (one, at) => at > after && one.status === 'absent' && expected.includes(one),
  );
  return index < 0 ? undefined : index;
}
