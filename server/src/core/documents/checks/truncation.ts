import { countHan, endsClause, endsSentence, HAN, HAS_HAN } from '../han';
import { readItem } from '../items';
import type { Passage, Warning } from '../types';
import { endOf, startOf } from './excerpt';

/** Verbs that take an object of two characters and more; one character behind them is half a word: 没有得到满。 */
const HALF_WORD = new RegExp(
  `(?:得到|加以|予以|给予|进行|作出|提供|开展|获得|受到)(?![了过着的他她它们钱吗呢])[${HAN}]。?$`,
);
/** The start of an idiom of the form 尽职尽责. */
const IDIOM = new RegExp(`([${HAN}])[${HAN}]\\1`, 'g');
/** A shorter paragraph without a stop may be an item of a list, in Han characters. */
const UNENDED_HAN = 24;
/** A last clause of at most so many Han characters without a stop was cut off: …一定要准，同 */
const STUMP_HAN = 2;

/**
 * Finds ends that are missing: a paragraph before a heading or the end of the document that has no stop, half a
 * word, a numbered heading with nothing under it. Source: inventory.md §4.3 lines 13 and 14, §4.4 lines 208, 221,
 * 238, §4.6 line 26.
 */
export function truncations(passages: readonly Passage[]): Warning[] {
  return passages.flatMap((passage, index): Warning[] => {
    const { line, text } = passage;
    const next = passages[index + 1];
    if (passage.cut) return [{ kind: 'truncated', line, text: endOf(text) }];
    if (passage.kind === 'heading')
      return isEmptySection(passages, index) ? [{ kind: 'empty-section', line, text: startOf(text) }] : [];
    return closesSection(passage, next) &&
      countHan(text) > UNENDED_HAN &&
      !endsSentence(text) &&
      !endsClause(text)
      ? [{ kind: 'unended', line, text: endOf(text) }]
      : [];
  });
}

/**
 * Whether the end of a passage is missing, judged by it and the one behind it.
 * @param halves see `halfIdioms`
 */
export function isCut(passage: Passage, next: Passage | undefined, halves: ReadonlySet<string>): boolean {
  const { kind, text } = passage;
  if (kind === 'heading') return halves.has(text.slice(-3));
  if (HALF_WORD.test(text)) return true;
  if (!closesSection(passage, next)) return false;
  if (/[，、]$/.test(text)) return true;
  const stump = text.slice(Math.max(text.lastIndexOf('，'), text.lastIndexOf('、')) + 1);
  return !endsSentence(text) && !endsClause(text) && countHan(stump) <= STUMP_HAN;
}

/** Beginnings of idioms (尽职尽) that stand in the text with a fourth character only (尽职尽责), ends aside. */
export function halfIdioms(passages: readonly Passage[]): ReadonlySet<string> {
  const halves = new Set<string>();
  const whole = new Set<string>();
  for (const { text } of passages) {
    for (const { 0: half, index } of text.matchAll(IDIOM)) {
      const next = text.charAt(index + 3);
      if (HAS_HAN.test(next)) halves.add(half);
      else if (next !== '') whole.add(half);
    }
  }
  return new Set([...halves].filter((half) => !whole.has(half)));
}

/** Whether the passage ends its paragraph and a heading or nothing follows. */
function closesSection({ paragraph }: Passage, next: Passage | undefined): boolean {
  return next === undefined || (next.kind === 'heading' && next.paragraph !== paragraph);
}

function isEmptySection(passages: readonly Passage[], index: number): boolean {
  const item = readItem(passages[index]?.text ?? '');
  if (!item || /：$/.test(passages[index]?.text ?? '')) return false;
  const next = passages[index + 1];
  return next === undefined || (next.kind === 'heading' && readItem(next.text)?.series === item.series);
}
