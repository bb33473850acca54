import type { l10n as VSCodeL10n } from 'vscode';
import type { Status } from '../../server/src/core/analysis/coverage';
import type { CoverageParams, SectionState } from '../../server/src/lsp/protocol';

/** VS Code's translator; given, so that what uses it needs no VS Code. */
export type Words = Pick<typeof VSCodeL10n, 't'>;

/** What the marks of sections mean, in the writer's language. */
export function statusWords(l10n: Words): Readonly<Record<Status, string>> {
  return { full: l10n.t('full'), weak: l10n.t('weak'), absent: l10n.t('missing') };
}

/** What the status bar says of a draft, e.g. 3 of 4. */
export interface Tally {
  readonly full: number;
  readonly total: number;
}

/** Counts the sections that are complete among those the server reports. */
export function tally(sections: readonly SectionState[]): Tally {
  return { full: sections.filter(({ status }) => status === 'full').length, total: sections.length };
}

const PRIORITY = { absent: 0, weak: 2, full: 4 } as const;

/** Sections in the order in which they are worth inserting: missing before weak before complete, needed before optional. */
export function byUrgency(sections: readonly SectionState[]): SectionState[] {
  const rank = ({ status, need }: SectionState): number => PRIORITY[status] + (need === 'optional' ? 1 : 0);
  // Equal ranks keep the order of the framework: the sort is stable.
  return [...sections].sort((a, b) => rank(a) - rank(b));
}

/** Whether a notification says something newer than what is known; versions start again when a document is reopened. */
export function isNewer(known: CoverageParams | undefined, told: CoverageParams): boolean {
  return known === undefined || told.version >= known.version;
}
