import type { Range } from '../text/range';

/** One line `key: value` of a front matter, with its places in the source. */
export interface PlainPair {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: string | number;
  readonly valueRange: Range;
}

/* A value of one line that YAML takes as it stands: it begins with a Han character, nothing in it ends it early. */
const TEXT =
  /^[\u4e00-\u9fff](?:[^\0-\x1f:#\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]*[^\0-\x20:#\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff])?$/;
/* An id or a count, but none of the words that stand for something else. */
const ID = /^(?!(?:null|true|false)$)[a-z][a-z-]*$/;
const COUNT = /^[1-9]\d{0,2}$/;
const PAIR = /^([a-z]+|[\u4e00-\u9fff]+): +(\S.*)$/;

/**
 * Reads a front matter of nothing but lines `key: value` with values that need no YAML to be understood, as nearly all
 * are: the parser for YAML is only loaded for the others.
 * @param source between the fences
 * @returns undefined when YAML must decide
 */
export function readPlainPairs(source: string): PlainPair[] | undefined {
  const pairs: PlainPair[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    const from = at;
    at += line.length + 1;
    if (line === '' && at > source.length) break;
    const [, key, text] = PAIR.exec(line) ?? [];
    if (key === undefined || text === undefined || pairs.some((pair) => pair.key === key)) return undefined;
    if (!TEXT.test(text) && !ID.test(text) && !COUNT.test(text)) return undefined;
    const start = from + line.length - text.length;
    pairs.push({
      key,
      keyRange: { from, to: from + key.length },
      value: COUNT.test(text) ? Number(text) : text,
      valueRange: { from: start, to: start + text.length },
    });
  }
  return pairs.length === 0 ? undefined : pairs;
}
