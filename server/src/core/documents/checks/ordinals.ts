import { type Item, LAST_ITEM, LEVEL, readItem, type Series, writeItem } from '../items';
import type { Passage, Warning } from '../types';
import { startOf } from './excerpt';

/** A first item may stand inside a sentence: 有以下几点体会：第一是…, 深入基层，首先要… */
const FIRST_WITHIN: readonly (readonly [RegExp, Series])[] = [
  [/首先/, 'word'],
  [/[，：；]第一/, 'nth'],
  [/[，：；]一是/, 'is'],
  [/[，：；]其一/, 'its'],
  [/[，：；][（(]1[）)]/, 'digit-paren'],
  [/[，：；]①/, 'circle'],
];
const SPOKEN: ReadonlySet<Series> = new Set(['nth', 'is', 'its', 'word']);
/** So many passages are looked ahead for the next item of a list. */
const AHEAD = 40;
/** A jump further than this is no list (a year, a clause of a law). */
const LONGEST_GAP = 12;

/**
 * Reports ordinals without the ones before them: 其次 without 首先, 4. after 2. The paragraphs in between were lost
 * when the document was copied. Source: inventory.md §3.5, §4.3 line 18, §4.4 lines 137, 161-162.
 */
export function ordinalGaps(passages: readonly Passage[]): Warning[] {
  const warnings: Warning[] = [];
  const last = new Map<Series, number>();
  const counts = passages.some(({ text }) => /首先/.test(text));
  for (const [index, { kind, text, line, runIn }] of passages.entries()) {
    if (kind === 'question') continue;
    const item = readItem(text);
    if (kind === 'heading' && (item || !runIn)) {
      for (const series of [...last.keys()])
        if (!item || (SPOKEN.has(series) && series !== item.series)) last.delete(series);
    }
    if (item) {
      // 最后 closes a list only where the author counts from 首先; elsewhere it just means: in the end.
      const idle = item.order === LAST_ITEM && !counts;
      const missing = idle ? [] : missingBefore(item, last, passages.slice(index + 1, index + 1 + AHEAD));
      if (missing.length > 0) warnings.push({ kind: 'ordinal-gap', line, text: startOf(text), missing });
      begin(item, last);
    }
    for (const [pattern, series] of FIRST_WITHIN) {
      if (kind === 'sentence' && item?.series !== series && pattern.test(text)) last.set(series, 1);
    }
  }
  return warnings;
}

function missingBefore(
  { series, order }: Item,
  last: ReadonlyMap<Series, number>,
  later: readonly Passage[],
): string[] {
  const previous = last.get(series) ?? 0;
  if (order <= previous + 1) return [];
  if (order === LAST_ITEM) return closesAny(last, later) ? [] : [writeItem('word', 1)];
  // Authors mix the spoken ones: 首先 … 其次 … 三是.
  if (SPOKEN.has(series) && [...SPOKEN].some((other) => last.get(other) === order - 1)) return [];
  if (order - previous > LONGEST_GAP) return [];
  return Array.from({ length: order - previous - 1 }, (_, index) => writeItem(series, previous + index + 1));
}

/** Whether there is a spoken list that 最后 can close: begun, and not going on behind it. */
function closesAny(last: ReadonlyMap<Series, number>, later: readonly Passage[]): boolean {
  return [...last].some(([series, order]) => {
    if (!SPOKEN.has(series)) return false;
    const next = later.find(({ text }) => readItem(text)?.series === series);
    return series === 'word' || readItem(next?.text ?? '')?.order !== order + 1;
  });
}

/** Notes the item: the lists within an outer one begin anew, and 最后 ends its list. */
function begin({ series, order }: Item, last: Map<Series, number>): void {
  const level = LEVEL[series] ?? Infinity;
  for (const other of [...last.keys()]) if ((LEVEL[other] ?? 0) > level) last.delete(other);
  if (order === LAST_ITEM) last.delete('word');
  else last.set(series, order);
}
