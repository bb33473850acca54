import type { Analysis } from '../core/analysis/analyse';
import type { Status } from '../core/analysis/coverage';
import { pointsToTell } from '../core/features/lackingPoints';
import { chosenBecause, firstToFix, isUnasked, verdict } from '../core/features/report';
import { STATUS_MARK } from '../core/features/statusMark';
import { messages } from '../core/messages/messages';
import { expectedSections } from '../core/rules/sectionMissing';
import type { Finding, Severity } from '../core/rules/types';
import { LineIndex } from '../core/text/lineIndex';
import { columns, pad } from './columns';
import type { CheckOptions } from './checkOptions';
import { printablePath } from './print';

type Paint = (text: string) => string;

const ESC = '\u001b[';
const STATUS_COLOR: Readonly<Record<Status, string>> = { full: '32', weak: '33', absent: '31' };
const SEVERITY_COLOR: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '2',
};

/** The report of one draft for a terminal: verdict, coverage table, what to fix first, everything else. */
export function textReport(
  path: string,
  analysis: Analysis,
  findings: readonly Finding[],
  { locale, color }: Pick<CheckOptions, 'locale' | 'color'>,
): string {
  const text = messages(locale);
  const paint = (code: string): Paint =>
    color ? (value) => `${ESC}${code}m${value}${ESC}0m` : (value) => value;
  const bold = paint('1');
  const dim = paint('2');
  const index = new LineIndex(analysis.draft.text);
  const lines = [
    `${bold(printablePath(path))}  ${chosenBecause(analysis, locale)}`.trimEnd(),
    `${verdict(analysis, locale)} · ${text.spoken(analysis.length.hanzi, text.duration(analysis.length.spokenSeconds))}`,
    ...(analysis.sections.length > 0 ? ['', ...coverageTable(analysis, locale, paint)] : []),
  ];
  const item = ({ range, message, code, severity, remedy }: Finding, lead: string): string => {
    const { line, character } = index.positionAt(range.from);
    const where = `${line + 1}:${character + 1}`.padEnd(6);
    const rewrite =
      remedy?.type === 'replace' && remedy.rewrites[0] ? ` → ${text.replaceWith(remedy.rewrites[0])}` : '';
    return `  ${lead}${where} ${paint(SEVERITY_COLOR[severity])(text.severity[severity])}  ${message}${rewrite}  ${dim(code)}`;
  };
  const first = firstToFix(findings);
  lines.push('', bold(text.reportFirst));
  if (first.length === 0) lines.push(`  ${isUnasked(analysis) ? text.reportAskFirst : text.reportNothing}`);
  lines.push(...first.map((finding, at) => item(finding, `${at + 1}. `)));
  const rest = findings.filter((finding) => !first.includes(finding));
  if (rest.length > 0) lines.push('', bold(text.reportOther), ...rest.map((finding) => item(finding, '   ')));
  return `${lines.join('\n')}\n`;
}

function coverageTable(
  analysis: Analysis,
  locale: CheckOptions['locale'],
  paint: (code: string) => Paint,
): string[] {
  const text = messages(locale);
  const rows = expectedSections(analysis);
  const width = Math.max(...rows.map(({ section }) => columns(section.title[locale])), 0);
  return rows.map((coverage) => {
    const { section, status, points, lines } = coverage;
    const covered = pointsToTell(coverage);
    const title = pad(section.title[locale], width);
    const state = paint(STATUS_COLOR[status])(`${STATUS_MARK[status]} ${text.status[status]}`);
    const counts =
      covered === undefined ? text.hoverWhere(lines.length) : text.reportPoints(covered, points.length);
    const need = section.need === 'optional' ? `  ${paint('2')(text.optional)}` : '';
    return `  ${title}  ${state}  ${paint('2')(counts)}${need}`;
  });
}
