import { PART, SAME } from './dedupe';
import type { PhraseStore } from './store';
import { bigram, KEY } from './units';

/** As many phrases as bits of a mask are compared at once. */
const GROUP = 31;

/**
 * Of rows, best first, the first `limit` that say different things: one that is a near duplicate of a better one (see
 * `nearDuplicates`) is left out.
 */
export function distinctRows(store: PhraseStore, rows: readonly number[], limit: number): number[] {
  const kept: number[] = [];
  const sizes: number[] = [];
  /** Which of the kept phrases have a shingle, a bit each, by group of GROUP. */
  const groups: Map<number, number>[] = [];
  const shared = new Uint8Array(limit);
  for (const row of rows) {
    if (kept.length >= limit) break;
    const own = shinglesOf(store, row);
    shared.fill(0);
    for (const [group, masks] of groups.entries()) {
      for (const shingle of own) {
        for (let mask = masks.get(shingle) ?? 0; mask !== 0; mask &= mask - 1) {
          const at = group * GROUP + 31 - Math.clz32(mask & -mask);
          shared[at] = (shared[at] ?? 0) + 1;
        }
      }
    }
    if (sizes.some((size, at) => agree(shared[at] ?? 0, own.size, size))) continue;
    const at = kept.length;
    const group = Math.floor(at / GROUP);
    const masks = (groups[group] ??= new Map<number, number>());
    for (const shingle of own) masks.set(shingle, (masks.get(shingle) ?? 0) | (1 << at % GROUP));
    kept.push(row);
    sizes.push(own.size);
  }
  return kept;
}

function agree(shared: number, a: number, b: number): boolean {
  if (a === 0 || b === 0) return a === b;
  return shared / (a + b - shared) >= SAME || shared / Math.min(a, b) >= PART;
}

/** As `shingles` of the row's text. */
function shinglesOf(store: PhraseStore, row: number): Set<number> {
  const start = store.starts.at(row);
  const found = new Set<number>();
  let last = 0;
  for (const raw of store.units.view(start, start + store.lengths.at(row))) {
    const unit = KEY[raw] ?? 0;
    if (unit === 0) continue;
    if (last !== 0) found.add(bigram(last, unit));
    last = unit;
  }
  if (found.size === 0 && last !== 0) found.add(last);
  return found;
}
