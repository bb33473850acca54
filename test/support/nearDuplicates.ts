import { agree } from '../../server/src/core/phrases/dedupe';
import { bigramsOf, keyUnits } from '../../server/src/core/phrases/units';

/** The shingles of a phrase: its bigrams, or its only character. */
export function shingles(text: string): ReadonlySet<number> {
  const bigrams = bigramsOf(text);
  return new Set(bigrams.length > 0 ? bigrams : keyUnits(text));
}

/** Whether a list need not show two phrases, by their shingles. */
export function nearDuplicates(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return agree([...a].filter((shingle) => b.has(shingle)).length, a.size, b.size);
}
