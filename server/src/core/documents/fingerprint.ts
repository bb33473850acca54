import { splitSentences } from '../draft/sentences';
import { fold } from '../text/fold';
import { countHan } from './han';

/** A sentence shorter than this, in Han characters, says nothing about where a text comes from. */
const TELLING_HAN = 8;

/**
 * What texts are compared by: letters, digits and Han characters, folded (width, case, script), nothing between
 * them. Two texts with the same key differ in punctuation and layout only (rule R5 of inventory.md §4.1).
 */
export function keyOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A number of 53 bits for a key; with a million sentences the chance of any two sharing one is 1 in 18 000. */
export function fingerprint(key: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

/** The fingerprints of the telling sentences of a paragraph. */
export function fingerprints(paragraph: string): number[] {
  if (countHan(paragraph) < TELLING_HAN) return [];
  return splitSentences(paragraph, { from: 0, to: paragraph.length }, [], false)
    .filter(({ from, to }) => countHan(paragraph.slice(from, to)) >= TELLING_HAN)
    .map(({ from, to }) => fingerprint(keyOf(paragraph.slice(from, to))));
}
