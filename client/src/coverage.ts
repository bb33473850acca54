import type { CoverageParams, SectionState } from '../../server/src/lsp/protocol';

/** Also used by the lens and the report of the server. */
export const STATUS_MARK = { full: '✓', weak: '◐', absent: '✗' } as const;

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
