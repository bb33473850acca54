import { SILENT } from '../draft/sentences';

/** Number of hash buckets; a power of two. */
export const BUCKETS = 1 << 15;

const SILENT_UNIT = SILENT.charCodeAt(0);
const SPACE = 0x20;
const ZERO = 0x30;

/** Buckets seen in the current call carry its number: a set without clearing. */
const seen = new Uint32Array(BUCKETS);
let call = 0;
/** What the last call of `borrowNgramBuckets` found; the rest of it means nothing. */
export const borrowed = new Uint16Array(BUCKETS);
let count = 0;

/**
 * Hash buckets of the character 1-, 2- and 3-grams of a folded sentence, each once. Digits are alike; white space
 * and silent units are stepped over.
 * @param salt sets features of different origin apart (question, answer)
 */
export function ngramBuckets(folded: string, salt = 0): Uint16Array {
  return borrowed.slice(0, borrowNgramBuckets(folded, salt));
}

/** The same without a copy: puts them in `borrowed`, where they stay until the next call, and returns how many. */
export function borrowNgramBuckets(folded: string, salt = 0): number {
  call = (call + 1) >>> 0;
  if (call === 0) {
    seen.fill(0);
    call = 1;
  }
  count = 0;
  const seed = Math.imul(salt + 1, 0x9e3779b1);
  let first = 0;
  let second = 0;
  for (let i = 0; i < folded.length; i++) {
    let unit = folded.charCodeAt(i);
    if (unit === SILENT_UNIT || unit <= SPACE) continue;
    if (unit >= ZERO && unit <= ZERO + 9) unit = ZERO;
    put(Math.imul(unit ^ seed, 0x85ebca6b));
    if (second !== 0) {
      const pair = Math.imul(second, 0x27d4eb2f) ^ unit;
      put(Math.imul(pair ^ seed, 0xc2b2ae35));
      if (first !== 0) put(Math.imul((Math.imul(first, 0x165667b1) ^ pair) + seed, 0x85ebca6b));
    }
    first = second;
    second = unit;
  }
  return count;
}

function put(hash: number): void {
  const bucket = (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  if (seen[bucket] === call) return;
  seen[bucket] = call;
  borrowed[count++] = bucket;
}
