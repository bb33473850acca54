import type { Status } from '../analysis/coverage';

/** The mark of a status wherever a section is shown: in lenses, outlines, reports, previews and the status bar. */
export const STATUS_MARK = { full: '✓', weak: '◐', absent: '✗' } as const satisfies Record<Status, string>;

/** How much of a section there is, for sums over sections: one that is weak counts half. */
export const STATUS_SHARE = { full: 1, weak: 0.5, absent: 0 } as const satisfies Record<Status, number>;
