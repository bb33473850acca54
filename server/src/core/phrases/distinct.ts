import { nearDuplicates, shingles } from './dedupe';
import type { PhraseStore } from './store';

/**
 * Of rows, best first, the first `limit` that say different things: one that differs from a better one in a word or
 * two, or is part of it, is left out.
 */
export function distinctRows(store: PhraseStore, rows: readonly number[], limit: number): number[] {
  const kept: { readonly row: number; readonly shingles: ReadonlySet<number> }[] = [];
  for (const row of rows) {
    if (kept.length >= limit) break;
    const own = shingles(store.text(row));
    if (!kept.some((other) => nearDuplicates(own, other.shingles))) kept.push({ row, shingles: own });
  }
  return kept.map(({ row }) => row);
}
