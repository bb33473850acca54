import type { Analysis } from '../analysis/analyse';
import type { LabelledLine } from '../analysis/label';
import type { HeadingContext } from '../analysis/lines';
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
export function isEmptyLine(text: string, offset: number): boolean {
  const before = /[^\r\n]{0,200}$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = /^[^\r\n]{0,200}/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return after.trim() === '' && /^[ \t\u3000]*(?:(?:[-*+]|\d{1,9}[.)])[ \t\u3000]*)?$/.test(before);
}

/** Index of the section of the sentence at or before the offset, or of the heading above; undefined for neither. */
function sectionAt({ lines, answer, choice }: Analysis, offset: number): number | undefined {
  const heading = answer.headings.findLast(({ from, to }) => from < offset && to < offset);
  const under = lines.filter(({ line }) => line.from < offset && line.from >= (heading?.from ?? 0));
  const announced = sectionOf(heading, choice?.index);
  const current = under.at(-1);
  if (!current) return announced;
  const known = under.findLast(({ section }) => section >= 0)?.section;
  const unfinished = offset <= current.line.to && !/[。！？!?]$/.test(current.line.evidence.sentence.folded);
  if (current.section < 0)
    return announced ?? (unfinished ? hintedBy(current, choice?.index) : undefined) ?? known;
  if (!unfinished || (current.probabilities[current.section] ?? 0) >= SURE) return current.section;
  const earlier = under.slice(0, -1).findLast(({ section }) => section >= 0)?.section;
  return announced ?? earlier ?? current.section;
}

/** Half a sentence is seldom labelled; a word of a section in it tells enough. */
function hintedBy({ line }: LabelledLine, framework: number | undefined): number | undefined {
  return line.evidence.cues.findLast(
    ({ cue, guard }) => cue.framework === framework && cue.strength !== 'weak' && guard === 'said',
  )?.cue.section;
}

/** The section a heading announces; one that only has words of a section hints at it. */
function sectionOf(heading: HeadingContext | undefined, framework: number | undefined): number | undefined {
  const own = heading?.cues.filter(({ cue }) => cue.framework === framework) ?? [];
  return (own.find(({ cue }) => cue.strength === 'heading') ?? own[0])?.cue.section;
}

function lastSectionBefore({ lines }: Analysis, offset: number): number {
  return lines.findLast(({ line, section }) => line.from < offset && section >= 0)?.section ?? -1;
}

function sectionAfter({ lines }: Analysis, offset: number): number | undefined {
  return lines.find(({ line, section }) => line.from >= offset && section >= 0)?.section;
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
