/**
 * Machine-readable result of `zhangfa documents --format json`, version 1; docs/result-format.md describes it. Lines
 * count from 1, columns (`from`, `to`, end not included) are UTF-16 units.
 */
import { groupBy } from '../core/text/groupBy';
import type { CleanDocument, Drop, DropReason, Repair, Warning } from '../core/documents/types';
import { documentWords } from '../core/documents/words';
import type { Locale } from '../core/messages/messages';
import type { ProblemJson } from '../documents/problems';
import type { LoadedDocument } from '../documents/readDocument';

export interface DocumentsJson {
  readonly version: 1;
  readonly documents: DocumentJson[];
  readonly problems: ProblemJson[];
  readonly totals: { documents: number; sentences: number };
}

export interface DocumentJson {
  readonly path: string;
  readonly format: string;
  readonly encoding?: string;
  readonly bytes: number;
  readonly title?: string;
  readonly kept: {
    readonly sentences: number;
    readonly headings: number;
    readonly questions: number;
    readonly han: number;
  };
  readonly read: { readonly han: number };
  readonly dropped: readonly DroppedJson[];
  readonly repaired: readonly Repair[];
  readonly warnings: readonly (Warning & { readonly message: string })[];
}

export interface DroppedJson {
  readonly reason: DropReason;
  readonly message: string;
  readonly count: number;
  readonly lines: readonly number[];
  readonly places: readonly Omit<Drop, 'reason'>[];
}

/** One document of the result. */
export function toDocumentJson(
  { path, format, encoding, bytes, document }: LoadedDocument,
  locale: Locale,
): DocumentJson {
  const { title, stats, repaired, warnings } = document;
  const words = documentWords(locale);
  return {
    path,
    format,
    ...(encoding === undefined ? {} : { encoding }),
    bytes,
    ...(title === undefined ? {} : { title }),
    kept: {
      sentences: stats.sentences,
      headings: stats.headings,
      questions: stats.questions,
      han: stats.hanKept,
    },
    read: { han: stats.hanRead },
    dropped: droppedByReason(document).map(({ reason, drops }) => ({
      reason,
      message: words.drops[reason],
      count: drops.length,
      lines: linesOf(drops),
      places: drops.map(({ line, from, to, text, of }) => ({ line, from, to, text, ...(of ? { of } : {}) })),
    })),
    repaired,
    warnings: warnings.map((warning) => ({ ...warning, message: words.warning(warning) })),
  };
}

/** What was dropped, the most text first; white space and markup, which nobody misses, last. */
export function droppedByReason({
  dropped,
}: Pick<CleanDocument, 'dropped'>): { readonly reason: DropReason; readonly drops: readonly Drop[] }[] {
  const weight = ({ reason, drops }: { reason: DropReason; drops: readonly Drop[] }): number =>
    reason === 'space' || reason === 'markup' ? -1 : drops.reduce((sum, { text }) => sum + text.length, 0);
  return [...groupBy(dropped, ({ reason }) => reason)]
    .map(([reason, drops]) => ({ reason, drops }))
    .toSorted((a, b) => weight(b) - weight(a));
}

/** The lines of places, in order, each once. */
export function linesOf(places: readonly { readonly line: number }[]): number[] {
  return [...new Set(places.map(({ line }) => line))].toSorted((a, b) => a - b);
}
