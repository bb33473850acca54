import type { Analysis } from '../analysis/analyse';
import type { Status } from '../analysis/coverage';
import type { Locale } from '../messages/messages';
import { expectedSections } from '../rules/sectionMissing';
import type { Finding } from '../rules/types';
import { verdict } from './report';

/** One draft in the report of a folder. */
export interface WorkspaceRow {
  readonly uri: string;
  /** Path below the workspace folder. */
  readonly name: string;
  readonly framework: string;
  readonly verdict: string;
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
  return {
    uri,
    name,
    framework: analysis.choice?.framework.title[locale] ?? '',
    verdict: verdict(analysis, locale),
    sections: expectedSections(analysis).map(({ section, status }) => ({
      title: section.title[locale],
      status,
    })),
    findings: findings.length,
    seconds: analysis.length.spokenSeconds,
  };
}
