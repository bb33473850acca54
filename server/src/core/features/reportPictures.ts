import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import { reportMessages } from '../messages/report';
import { expectedSections } from '../rules/sectionMissing';
import { escapeMarkdown } from './escapeMarkdown';
import { elementReports } from './reportElements';
import { placerOf } from './reportPlace';
import { stripOf } from './reportStrip';

/** Cells of the strip: fits into a page of text, and one is 2 % of the answer. */
const CELLS = 50;
const NO_SECTION = '·';
/** Sections have one cell each for their sign; so many are told apart. */
const SIGNS = '123456789abcdefghijklmnopqrstuvwxyz';

/** The whole answer as a line of signs, one for each section, as Markdown lines; empty where there is no answer. */
export function stripLines(analysis: Analysis, locale: Locale): string[] {
  const text = reportMessages(locale);
  const { listSeparator, aside, status: words } = messages(locale);
  const { segments } = stripOf(analysis, placerOf(analysis.draft.text), locale);
  if (segments.length === 0) return [];
  const sign = (section: number | undefined): string =>
    section === undefined ? NO_SECTION : (SIGNS[section] ?? SIGNS.slice(-1));
  const cells = Array.from({ length: CELLS }, (_, cell) => {
    const middle = (cell + 0.5) / CELLS;
    return sign(segments.find(({ to }) => middle <= to)?.section);
  });
  const shown = new Set(segments.map(({ section }) => section));
  const legend = expectedSections(analysis).flatMap(({ section, status }, index) =>
    shown.has(index)
      ? [
          `${sign(index)} ${escapeMarkdown(section.title[locale])}${status === 'weak' ? aside(words.weak) : ''}`,
        ]
      : [],
  );
  if (shown.has(undefined)) legend.push(`${NO_SECTION} ${text.noSection}`);
  return [
    `## ${text.strip}`,
    '',
    '```text',
    cells.join(''),
    '```',
    '',
    `${legend.join(listSeparator)}${locale === 'zh' ? '。' : '. '}${text.stripInWords}`,
    '',
  ];
}

/** What judges score, as a table, as Markdown lines; empty where the framework names nothing. */
export function elementLines(
  analysis: Analysis,
  weights: Readonly<Record<string, number>>,
  locale: Locale,
): string[] {
  const text = reportMessages(locale);
  const { listSeparator } = messages(locale);
  const elements = elementReports(analysis, weights, locale);
  if (elements.length === 0) return [];
  return [
    `## ${text.elements}`,
    '',
    `| ${text.elements} | ${text.elementWeight} | ${text.elementShare} | ${text.sections} |`,
    '| --- | ---: | ---: | --- |',
    ...elements.map(
      ({ title, weight, share, sections }) =>
        `| ${escapeMarkdown(title)} | ${weight} | ${text.percent(Math.round(share * 100))} | ${sections.map(escapeMarkdown).join(listSeparator)} |`,
    ),
    '',
    text.elementsInWords,
    '',
  ];
}
