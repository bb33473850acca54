import { decode, keyUnits } from './units';

/** Phrases whose shingles agree at least this far say the same. */
const SAME = 0.65;
/** A phrase is part of another when this share of its shingles is in it. */
const PART = 0.95;
/** Of a short phrase less must be: with so few a word more or less is a verb about the same thing. */
const PART_OF_SHORT = 0.8;
/** Shingles of a short phrase. */
const SHORT = 8;

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

/**
 * Whether a list need not show two phrases: they differ in a word or two, or one is part of the other. Told by their
 * shingles: the bigrams of a phrase, or its only character.
 * @param shared how many both have
 * @param a how many the one has
 * @param b how many the other has
 */
export function agree(shared: number, a: number, b: number): boolean {
  if (a === 0 || b === 0) return a === b;
  const small = Math.min(a, b);
  return shared / (a + b - shared) >= SAME || shared / small >= (small <= SHORT ? PART_OF_SHORT : PART);
}
