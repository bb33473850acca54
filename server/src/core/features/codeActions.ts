import { matched } from '../text/matched';
import type { Analysis } from '../analysis/analyse';
import type { Status } from '../analysis/coverage';
import type { Draft } from '../draft/draft';
import { type Locale, messages } from '../messages/messages';
import type { Finding, RuleCode } from '../rules/types';
import { type Range, touches } from '../text/range';
import { type Edit, lineEnding } from './edits';
import { disableInFile, setFramework } from './frontMatterEdits';
import { wholeAnswerPlace } from '../rules/places';
import { insertSection } from './insertSection';

/** Something the writer may choose to do, mostly about a finding; nothing happens by itself. */
export interface CodeAction {
  readonly title: string;
  /** The finding it is for; absent when it only offers something better. */
  readonly finding?: Finding;
  /** What editors list it under; a quick fix when absent. */
  readonly kind?: 'quickfix' | 'refactor.rewrite';
  readonly edits?: readonly Edit[];
  /** Instead of edits: set the severity of a rule for the workspace. */
  readonly setSeverity?: { readonly code: string; readonly severity: 'off' };
  /** Instead of edits: note that the verdict on a section is wrong. */
  readonly dispute?: Dispute;
  /** The one to offer first. */
  readonly preferred?: boolean;
}

/** A verdict on a section that the writer does not agree with. */
export interface Dispute {
  readonly code: string;
  readonly framework: string;
  readonly section: string;
  /** What the section was said to be. */
  readonly said: Status;
}

/** How many other frameworks are offered where the question fits none; the command shows all. */
const OFFERED_FRAMEWORKS = 3;

/** Where another framework may be what is wrong, the likeliest is offered: what is thin is not mended by another. */
const MAY_BE_ANOTHER: ReadonlySet<RuleCode> = new Set(['section.missing', 'section.order']);

/** The actions for the findings that touch a range, remedies first, then suppressions. */
export function codeActions(
  analysis: Analysis,
  findings: readonly Finding[],
  range: Range,
  locale: Locale,
): CodeAction[] {
  const touched = findings.filter((finding) => touches(placeOf(analysis, finding), range));
  const actions = [
    ...touched.flatMap((finding) => remedies(analysis, finding, locale)),
    ...touched
      .filter(({ code }) => MAY_BE_ANOTHER.has(code))
      .slice(0, 1)
      .flatMap((finding) => otherFrameworks(analysis, finding, locale).slice(0, 1)),
    ...touched.flatMap((finding) => disputes(analysis, finding, locale)),
    ...uniqueByCode(touched).flatMap((finding) => suppressions(analysis, finding, locale)),
  ];
  // Front matter that cannot be read is not edited on a guess.
  return actions.filter(({ edits }) => edits === undefined || edits.length > 0);
}

/** Where a finding is asked about: one about the whole answer on the whole of the question. */
function placeOf(analysis: Analysis, { range }: Finding): Range {
  const { from, to } = wholeAnswerPlace(analysis);
  const question = analysis.draft.question?.ranges[0];
  if (!question || range.from !== from || range.to !== to) return range;
  return { from: Math.min(from, question.from), to: Math.max(to, question.to) };
}

function remedies(analysis: Analysis, finding: Finding, locale: Locale): CodeAction[] {
  const text = messages(locale);
  const { remedy, range } = finding;
  switch (remedy?.type) {
    case 'insert-section': {
      const edits = insertSection(analysis, remedy.section, remedy.under);
      const section = analysis.sections.find(({ section: { id } }) => id === remedy.section)?.section;
      const title = section ? text.insertSection(section.title[locale]) : text.insertAllSections;
      return edits.length === 0 ? [] : [{ title, finding, edits, preferred: true }];
    }
    case 'replace':
      return remedy.rewrites.map((rewrite, index) => ({
        title: text.replaceWith(rewrite),
        finding,
        edits: [{ ...range, text: rewrite }],
        preferred: index === 0,
      }));
    case 'delete':
      return [
        {
          title: text.deleteRepeat,
          finding,
          edits: [{ ...wholeOf(analysis.draft.text, range), text: '' }],
        },
      ];
    case 'choose-framework':
      return otherFrameworks(analysis, finding, locale, true);
    case undefined:
      return [];
  }
}

/**
 * What goes with a deleted sentence: emphasis marks that would be left empty, and the whole line when nothing else
 * stands on it but a list marker.
 */
function wholeOf(source: string, { from, to }: Range): Range {
  let start = from;
  let end = to;
  while (/[*_]/.test(source.charAt(start - 1)) && source.charAt(start - 1) === source.charAt(end)) {
    start--;
    end++;
  }
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(source.charAt(lineStart - 1))) lineStart--;
  let lineEnd = end;
  while (lineEnd < source.length && !/[\r\n]/.test(source.charAt(lineEnd))) lineEnd++;
  const alone =
    /^[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*$/.test(source.slice(lineStart, start)) &&
    source.slice(end, lineEnd).trim() === '';
  if (!alone) return { from: start, to: end };
  // What is left above and below keeps the blank line between them, and gets no second one.
  const blankAbove =
    lineStart === 0 ||
    /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(source.slice(Math.max(0, lineStart - 40), lineStart));
  const breaks = blankAbove ? /^(?:\r\n|\n|\r)+/ : /^(?:\r\n|\n|\r)/;
  const rest = matched(breaks, source.slice(lineEnd, lineEnd + 8)).length;
  return { from: lineStart, to: lineEnd + rest };
}

function otherFrameworks(
  analysis: Analysis,
  finding: Finding,
  locale: Locale,
  includeChosen = false,
): CodeAction[] {
  const { choice, draft } = analysis;
  if (!choice) return [];
  const others = choice.alternatives.slice(0, OFFERED_FRAMEWORKS).map(({ framework }) => framework);
  return (includeChosen ? [choice.framework, ...others] : others).map((framework) => ({
    title: messages(locale).chooseFramework(framework.title[locale]),
    finding,
    edits: setFramework(draft, framework.id),
  }));
}

function disputes(analysis: Analysis, finding: Finding, locale: Locale): CodeAction[] {
  const { choice, sections } = analysis;
  const { code } = finding;
  if (!choice || (code !== 'section.missing' && code !== 'section.weak')) return [];
  const coverage = sections.find(({ section: { id } }) => id === finding.section);
  if (!coverage) return [];
  const { section, status } = coverage;
  const title = messages(locale).dispute(section.title[locale]);
  const dispute = { code, framework: choice.framework.id, section: section.id, said: status };
  return [{ title, finding, dispute }];
}

function suppressions(analysis: Analysis, finding: Finding, locale: Locale): CodeAction[] {
  const text = messages(locale);
  const { code, range } = finding;
  const { draft } = analysis;
  const actions: CodeAction[] = [];
  if (range.from >= draft.frontMatter.range.to)
    actions.push({
      title: text.suppressHere(code),
      finding,
      edits: suppressAt(draft, range.from, code),
    });
  actions.push({ title: text.suppressFile(code), finding, edits: disableInFile(draft, code) });
  actions.push({ title: text.suppressWorkspace(code), finding, setSeverity: { code, severity: 'off' } });
  return actions;
}

/**
 * A comment on the line above. Where a line in the middle of a block would tear the block apart (a table, a sentence
 * that goes on over a line), the whole block is put between two comments.
 */
function suppressAt({ text: source, blocks }: Draft, at: number, code: string): Edit[] {
  const eol = lineEnding(source);
  let lineStart = at;
  while (lineStart > 0 && !/[\r\n]/.test(source.charAt(lineStart - 1))) lineStart--;
  const placed = blocks.find(({ block, from }) => from <= at && at < from + block.length);
  const opensItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(source.slice(lineStart, at + 1));
  if (!placed || lineStart <= placed.from || opensItem) {
    // Inside a list or quote the comment has to stand at the same depth, or it would split the block.
    const indent = matched(/^[ \t>]*/, source.slice(lineStart, at));
    return [
      { from: lineStart, to: lineStart, text: `${indent}<!-- zhangfa-disable-next-line ${code} -->${eol}` },
    ];
  }
  const end = placed.from + placed.block.length;
  return [
    { from: placed.from, to: placed.from, text: `<!-- zhangfa-disable ${code} -->${eol}${eol}` },
    { from: end, to: end, text: `${eol}${eol}<!-- zhangfa-enable ${code} -->` },
  ];
}

function uniqueByCode(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex(({ code }) => code === finding.code) === index,
  );
}
