import { bigramsOf, decode, keyUnits } from './units';

/** Phrases whose shingles agree at least this far say the same. */
export const SAME = 0.65;
/** A phrase is part of another when this share of its shingles is in it. */
export const PART = 0.95;

/** What two phrases have in common when they differ only in punctuation, width, case or script. */
export function dedupeKey(text: string): string {
  return decode(keyUnits(text));
}

/** Keeps the first of the items whose phrases have the same key, in order. */
export function dedupe<T extends { readonly text: string }>(items: Iterable<T>): T[] {
  const seen = new Set<string>();
  const kept: T[] = [];
  for (const item of items) {
    const key = dedupeKey(item.text);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(item);
  }
  return kept;
}

/** The shingles of a phrase: its bigrams, or its only character. */
export function shingles(text: string): ReadonlySet<number> {
  const bigrams = bigramsOf(text);
  return new Set(bigrams.length > 0 ? bigrams : keyUnits(text));
}

/**
 * Whether a list need not show two phrases: they differ in a word or two, or one is part of the other.
 * @param a shingles of one phrase
 * @param b shingles of the other
 */
export function nearDuplicates(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size === 0 || b.size === 0) return a.size === b.size;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / (a.size + b.size - shared) >= SAME || shared / small.size >= PART;
}
