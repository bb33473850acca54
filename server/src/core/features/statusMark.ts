import type { Status } from '../analysis/coverage';

/** The mark of a status wherever a section is shown: in lenses, outlines, reports, previews and the status bar. */
export const STATUS_MARK = { full: '✓', weak: '◐', absent: '✗' } as const satisfies Record<Status, string>;
