import type { Analysis } from '../analysis/analyse';
import type { Status } from '../analysis/coverage';
import { type Locale, messages } from '../messages/messages';
import { expectedSections } from '../rules/sectionMissing';
import type { Finding } from '../rules/types';
import { escapeMarkdown } from './escapeMarkdown';
import { verdict } from './report';
import { STATUS_MARK } from './statusMark';

/** One draft in the report of a folder. */
export interface WorkspaceRow {
  readonly uri: string;
  /** Path below the workspace folder. */
  readonly name: string;
  readonly framework: string;
  readonly verdict: string;
  readonly full: number;
  readonly expected: number;
  readonly sections: readonly { readonly title: string; readonly status: Status }[];
  readonly findings: number;
  readonly seconds: number;
}

/** The report of a folder as plain data. */
export interface WorkspaceModel {
  readonly locale: Locale;
  /** Markdown files looked at. */
  readonly files: number;
  readonly cancelled: boolean;
  readonly rows: readonly WorkspaceRow[];
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
}

/** Sums up one draft. */
export function workspaceRow(
  uri: string,
  name: string,
  analysis: Analysis,
  findings: readonly Finding[],
  locale: Locale,
): WorkspaceRow {
  const expected = expectedSections(analysis);
  return {
    uri,
    name,
    framework: analysis.choice?.framework.title[locale] ?? '',
    verdict: verdict(analysis, locale),
    full: expected.filter(({ status }) => status === 'full').length,
    expected: expected.length,
    sections: expected.map(({ section, status }) => ({ title: section.title[locale], status })),
    findings: findings.length,
    seconds: analysis.length.spokenSeconds,
  };
}

/** The report of a folder as Markdown, with links to the drafts. */
export function workspaceMarkdown({ locale, files, cancelled, rows, unreadable }: WorkspaceModel): string {
  const text = messages(locale);
  const { draft, framework, sections, verdict: judged, findings, spoken } = text.workspaceColumns;
  return [
    `# ${text.workspaceTitle}`,
    '',
    text.workspaceSummary(rows.length, files),
    ...(cancelled ? ['', text.workspaceCancelled] : []),
    '',
    ...(rows.length === 0
      ? []
      : [
          `| ${draft} | ${framework} | ${sections} | ${judged} | ${findings} | ${spoken} |`,
          '| --- | --- | --- | --- | ---: | ---: |',
          ...rows.map(rowLine),
          '',
        ]),
    ...(unreadable.length === 0
      ? []
      : [
          `## ${text.workspaceUnreadable}`,
          '',
          ...unreadable.map(({ name, reason }) => `- ${escapeMarkdown(name)}${text.colon}${reason}`),
          '',
        ]),
  ].join('\n');

  function rowLine(row: WorkspaceRow): string {
    const coverage = row.sections.map(
      ({ title, status }) => `${escapeMarkdown(title)} ${STATUS_MARK[status]}`,
    );
    return `| [${escapeMarkdown(row.name)}](${row.uri}) | ${escapeMarkdown(row.framework)} | ${coverage.join(' ')} | ${escapeMarkdown(row.verdict)} | ${row.findings} | ${text.duration(row.seconds)} |`;
  }
}
