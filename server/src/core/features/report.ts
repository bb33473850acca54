import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import { escapeMarkdown } from './escapeMarkdown';
import { methodLines } from './methods';
import { expectedSections } from '../rules/sectionMissing';
import type { Finding, RuleCode } from '../rules/types';
import { LineIndex } from '../text/lineIndex';
import { fullBecause } from './lackingPoints';
import { describeKinds } from './questionKind';
import { elementLines, stripLines } from './reportPictures';
import { STATUS_MARK } from './statusMark';

/** What costs most comes first; a writer fixes one to three things at a time. */
const URGENCY: readonly RuleCode[] = [
  'draft.front-matter',
  'question.off-topic',
  'section.missing',
  'wording.taboo',
  'wording.dignity',
  'role.shirk',
  'promise.beyond-authority',
  'role.report-only',
  'section.empty',
  'section.weak',
  'cliche',
  'length.over',
  'section.order',
  'text.repeat',
  'source.copied',
  'length.under',
  'example.missing',
];

const FIRST = 3;

/** A missing section that is no warning (optional, or of a framework without training) comes after weak ones. */
const DOUBTFUL = URGENCY.indexOf('length.over') - URGENCY.indexOf('section.missing');

/** The findings to act on first, most costly first, at most three. Hints do not count. */
export function firstToFix(findings: readonly Finding[]): readonly Finding[] {
  const urgency = ({ code, severity }: Finding): number =>
    URGENCY.indexOf(code) + (code === 'section.missing' && severity !== 'warning' ? DOUBTFUL : 0);
  return findings
    .filter(({ severity }) => severity !== 'hint')
    .toSorted((a, b) => urgency(a) - urgency(b) || a.range.from - b.range.from)
    .slice(0, FIRST);
}

/** Whether there is nothing to judge yet: neither question nor answer, so that no framework was chosen. */
export function isUnasked({ choice, rubrics }: Analysis): boolean {
  return choice === undefined && rubrics.frameworks.length > 0;
}

/** One line that says how the draft stands. */
export function verdict(analysis: Analysis, locale: Locale): string {
  const text = messages(locale);
  if (isUnasked(analysis)) return text.reportUnasked;
  const expected = expectedSections(analysis);
  const titles = (status: 'weak' | 'absent'): string =>
    expected
      .filter((coverage) => coverage.status === status)
      .map(({ section }) => section.title[locale])
      .join(text.listSeparator);
  const parts = [
    text.reportVerdict(expected.filter(({ status }) => status === 'full').length, expected.length),
  ];
  if (titles('absent') !== '') parts.push(text.reportMissing(titles('absent')));
  if (titles('weak') !== '') parts.push(text.reportWeak(titles('weak')));
  return parts.join(text.semicolon);
}

/** How the framework was chosen, in words. */
export function chosenBecause(analysis: Analysis, locale: Locale): string {
  const text = messages(locale);
  const { choice } = analysis;
  if (!choice) return '';
  const because =
    choice.because.length > 0 && choice.chosenBy === 'question'
      ? `${text.semicolon}${text.because(choice.because.slice(0, 4).join(text.listSeparator))}`
      : '';
  return `${choice.framework.title[locale]}${text.aside(`${text.chosenBy[choice.chosenBy]}${because}`)}`;
}

/**
 * The report before submitting, as Markdown.
 * @param name how the draft is called in the title
 * @param link target for a place in the draft (line and column, 1-based)
 * @param weights the writer's own weights of 测评要素 by id
 */
export function reportMarkdown(
  analysis: Analysis,
  findings: readonly Finding[],
  name: string,
  locale: Locale,
  link: (line: number, column: number) => string,
  weights: Readonly<Record<string, number>> = {},
): string {
  const text = messages(locale);
  const index = new LineIndex(analysis.draft.text);
  const item = ({ range, message, code }: Finding): string => {
    const { line, character } = index.positionAt(range.from);
    return `[${line + 1}:${character + 1}](${link(line + 1, character + 1)}) ${escapeMarkdown(message)} \`${code}\``;
  };
  const first = firstToFix(findings);
  const kinds = describeKinds(analysis, locale);
  const lines = [
    `# ${text.reportTitle} · ${escapeMarkdown(name)}`,
    '',
    `**${escapeMarkdown(verdict(analysis, locale))}**`,
    '',
    ...(kinds === undefined ? [] : [`- ${text.reportKind}${text.colon}${escapeMarkdown(kinds)}`]),
    ...(analysis.choice
      ? [`- ${text.reportFramework}${text.colon}${escapeMarkdown(chosenBecause(analysis, locale))}`]
      : []),
    `- ${text.reportLength}${text.colon}${text.spoken(analysis.length.hanzi, text.duration(analysis.length.spokenSeconds))}`,
    '',
    `## ${text.reportFirst}`,
    '',
    ...(first.length === 0
      ? [isUnasked(analysis) ? text.reportAskFirst : text.reportNothing]
      : first.map((finding, at) => `${at + 1}. ${item(finding)}`)),
    '',
    ...stripLines(analysis, locale),
    `## ${text.reportCoverage}`,
    '',
    `| ${text.reportCoverage} | | ${text.hoverFound} | ${text.hoverLacking} |`,
    '| --- | --- | --- | --- |',
    ...expectedSections(analysis).map((coverage) => {
      const { section, status, points } = coverage;
      const titles = (covered: boolean): string =>
        section.points
          .filter(({ id }) => points.some((point) => point.id === id && point.covered === covered))
          .map(({ title }) => escapeMarkdown(title[locale]))
          .join(text.semicolon);
      return `| ${escapeMarkdown(section.title[locale])} | ${STATUS_MARK[status]} ${text.status[status]} | ${titles(true)} | ${status === 'full' ? (fullBecause(coverage, locale) ?? '') : titles(false)} |`;
    }),
    '',
  ];
  lines.push(...elementLines(analysis, weights, locale), ...methodLines(analysis, locale));
  const rest = findings.filter((finding) => !first.includes(finding));
  if (rest.length > 0)
    lines.push(`## ${text.reportFindings}`, '', ...rest.map((finding) => `- ${item(finding)}`), '');
  return lines.join('\n');
}
