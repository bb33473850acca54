import { groupBy } from '../core/text/groupBy';
import type { CleanDocument, DropReason } from '../core/documents/types';
import { documentWords } from '../core/documents/words';
import type { Locale } from '../core/messages/messages';
import type { DocumentView } from './types';

/** Nobody misses these; they go without a word. */
const SILENT: ReadonlySet<DropReason> = new Set(['space', 'markup', 'punctuation']);

/** A stretch of a line in place of which something else is shown. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

/**
 * The text of a document beside what was kept of it, line for line, so that an editor can show the two side by side.
 * Where something was dropped or put right the reason stands in brackets.
 */
export function documentView(
  text: string,
  { dropped, repaired, warnings }: Pick<CleanDocument, 'dropped' | 'repaired' | 'warnings'>,
  locale: Locale,
): DocumentView {
  const words = documentWords(locale);
  const changes = new Map<number, Change[]>();
  const put = (line: number, change: Change): void => {
    const known = changes.get(line);
    if (known) known.push(change);
    else changes.set(line, [change]);
  };
  const bracket = (reason: string): string => `〔${reason}〕`;
  for (const { line, from, to, reason } of dropped)
    put(line, { from, to, shown: SILENT.has(reason) ? '' : bracket(words.drops[reason]) });
  for (const { line, from, to, now, reason } of repaired)
    put(line, { from, to, shown: now + bracket(words.repairs[reason]) });
  const lines = text.split(/\r\n|\r|\n/);
  const cleaned = lines.map((line, index) => applied(line, changes.get(index + 1) ?? []));
  const told = dropped.filter(({ reason }) => !SILENT.has(reason));
  const summary = [...groupBy(told, ({ reason }) => reason)].map(
    ([reason, drops]) => `${words.drops[reason]} × ${drops.length}`,
  );
  const repairs = [...groupBy(repaired, ({ reason }) => reason)].map(
    ([reason, found]) => `${words.repairs[reason]} × ${found.length}`,
  );
  const notes = warnings.map((warning) => `${warning.line}: ${words.warning(warning)}`);
  return { text, cleaned: cleaned.join('\n'), summary: [...summary, ...repairs, ...notes] };
}

/** A line with its changes made; one reason is given once for drops that touch. */
function applied(line: string, changes: readonly Change[]): string {
  let shown = '';
  let end = 0;
  let last = '';
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (change.from > end) {
      shown += line.slice(end, change.from);
      last = '';
    }
    if (change.shown !== '' && change.shown !== last) shown += change.shown;
    if (change.shown !== '') last = change.shown;
    end = Math.max(end, change.to);
  }
  return shown + line.slice(end);
}
