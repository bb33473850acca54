import { documentWords } from '../core/documents/words';
import type { Locale } from '../core/messages/messages';
import { describeProblem, type DocumentProblem } from '../documents/problems';
import type { LoadedDocument } from '../documents/readDocument';
import { columns, pad } from './columns';
import { droppedByReason, linesOf } from './documentsJson';
import { printablePath } from './print';

/** So many ranges of lines are listed. */
const RANGES = 6;
/** So many characters of a dropped text are shown. */
const SHOWN = 40;

const ZH = {
  formats: { text: '纯文本', markdown: 'Markdown', html: '网页', docx: 'Word', pdf: 'PDF' },
  title: (title: string) => `标题：${title}`,
  kept: '留下',
  dropped: '丢弃',
  repaired: '改正',
  warnings: '注意',
  counts: (sentences: number, headings: number, questions: number, kept: number, read: number) =>
    `${sentences} 句、${headings} 个标题${questions > 0 ? `、${questions} 句题目` : ''}（${read} 个汉字留下 ${kept} 个）`,
  times: (count: number) => `${count} 处`,
  lines: (ranges: string, more: boolean) => `第 ${ranges} ${more ? '等行' : '行'}`,
  same: (line: number, document?: string) =>
    document === undefined ? `同第 ${line} 行` : `同 ${document} 第 ${line} 行`,
  nothing: '没有',
  unread: '没有读的：',
  total: (documents: number, sentences: number, problems: number) =>
    `共读到 ${documents} 份文档，${sentences} 句可用${problems > 0 ? `；${problems} 处没有读` : ''}。`,
};

const EN: typeof ZH = {
  formats: { text: 'plain text', markdown: 'Markdown', html: 'HTML', docx: 'Word', pdf: 'PDF' },
  title: (title) => `title: ${title}`,
  kept: 'kept',
  dropped: 'dropped',
  repaired: 'repaired',
  warnings: 'note',
  counts: (sentences, headings, questions, kept, read) =>
    `${sentences} sentences, ${headings} headings${questions > 0 ? `, ${questions} question sentences` : ''} (${kept} of ${read} Han characters)`,
  times: (count) => `${count}×`,
  lines: (ranges, more) => `line ${ranges}${more ? ' …' : ''}`,
  same: (line, document) => (document === undefined ? `as line ${line}` : `as ${document} line ${line}`),
  nothing: 'nothing',
  unread: 'Not read:',
  total: (documents, sentences, problems) =>
    `${documents} documents read, ${sentences} sentences${problems > 0 ? `; ${problems} not read` : ''}.`,
};

const textFor = (locale: Locale): typeof ZH => (locale === 'zh' ? ZH : EN);

/** What was read from one document, for a person. */
export function documentReport(
  { path, format, encoding, bytes, document }: LoadedDocument,
  { locale, details }: { readonly locale: Locale; readonly details: boolean },
): string {
  const text = textFor(locale);
  const words = documentWords(locale);
  const { stats, title } = document;
  const facts = [
    text.formats[format],
    encoding?.toUpperCase(),
    size(bytes),
    title === undefined ? undefined : text.title(title),
  ];
  const dropped = droppedByReason(document).flatMap(({ reason, drops }) => [
    [words.drops[reason], text.times(drops.length), lineRanges(linesOf(drops), locale)],
    ...(details && reason !== 'space'
      ? drops.map((drop) => {
          const origin = drop.of ? text.same(drop.of.line, drop.of.document) : '';
          return ['', '', `${drop.line}: ${excerpt(drop.text)}  ${origin}`.trimEnd()];
        })
      : []),
  ]);
  const repaired = Object.entries(words.repairs).flatMap(([reason, message]) => {
    const found = document.repaired.filter((repair) => repair.reason === reason);
    return found.length === 0
      ? []
      : [[message, text.times(found.length), lineRanges(linesOf(found), locale)]];
  });
  const warnings = document.warnings.map((warning) => [
    lineRanges([warning.line], locale),
    words.warning(warning),
  ]);
  const kept = text.counts(stats.sentences, stats.headings, stats.questions, stats.hanKept, stats.hanRead);
  return [
    `${printablePath(path)}  ${facts.filter((fact) => fact !== undefined).join(' · ')}`,
    ...section(text.kept, [[kept]]),
    ...section(text.dropped, dropped.length > 0 ? dropped : [[text.nothing]]),
    ...section(text.repaired, repaired),
    ...section(text.warnings, warnings),
    '',
  ].join('\n');
}

/** What could not be read; empty when everything could. */
export function problemReport(problems: readonly DocumentProblem[], locale: Locale): string {
  if (problems.length === 0) return '';
  const rows = table(
    problems.map((problem) => [printablePath(problem.path), describeProblem(problem, locale)]),
  );
  return `${textFor(locale).unread}\n${rows.map((row) => `  ${row}\n`).join('')}\n`;
}

/** The last line of the report. */
export function totalReport(
  { documents, sentences }: { readonly documents: number; readonly sentences: number },
  problems: number,
  locale: Locale,
): string {
  return `${textFor(locale).total(documents, sentences, problems)}\n`;
}

/** Rows beneath a label that stands before the first. */
function section(label: string, rows: readonly (readonly string[])[]): string[] {
  return table(rows).map((row, index) => `  ${pad(index === 0 ? label : '', 10)}${row}`);
}

/** Rows with their cells below each other; the last column is not filled up. */
function table(rows: readonly (readonly string[])[]): string[] {
  // One by one: a document may have more rows than a function can be given arguments.
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, columns(row[column] ?? '')), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : pad(cell, (widths[column] ?? 0) + 2)))
      .join('')
      .trimEnd(),
  );
}

/** `第 12–21、30 行` */
function lineRanges(lines: readonly number[], locale: Locale): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const shown = ranges.slice(0, RANGES).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return textFor(locale).lines(shown.join(locale === 'zh' ? '、' : ', '), ranges.length > RANGES);
}

function excerpt(value: string): string {
  const line = value.trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}…`;
}

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
