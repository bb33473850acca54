import { countHan, endsClause, endsSentence, HAN } from '../han';
import { readItem } from '../items';
import type { Passage, Warning } from '../types';
import { endOf, startOf } from './excerpt';

/** Verbs that take an object of two characters and more; one character behind them is half a word: 没有得到满。 */
const HALF_WORD = new RegExp(
  `(?:得到|加以|予以|给予|进行|作出|提供|开展|获得|受到)(?![了过着的他她它们钱吗呢])[${HAN}]。?$`,
);
/** The start of an idiom of the form 尽职尽责: its last character is missing. */
const HALF_IDIOM = new RegExp(`([${HAN}])(?![一不了没来])[${HAN}]\\1$`);
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
    if (passage.kind === 'heading') {
      if (HALF_IDIOM.test(text)) return [{ kind: 'truncated', line, text: endOf(text) }];
      return isEmptySection(passages, index) ? [{ kind: 'empty-section', line, text: startOf(text) }] : [];
    }
    if (isCut(passage, next)) return [{ kind: 'truncated', line, text: endOf(text) }];
    return closesSection(passage, next) && !endsSentence(text) && !endsClause(text)
      ? [{ kind: 'unended', line, text: endOf(text) }]
      : [];
  });
}

/** Whether the end of a passage is missing, judged by the passage and the one behind it. */
export function isCut(passage: Passage, next: Passage | undefined): boolean {
  const { kind, text } = passage;
  if (kind === 'heading') return HALF_IDIOM.test(text);
  if (HALF_WORD.test(text)) return true;
  if (!closesSection(passage, next)) return false;
  if (/[，、]$/.test(text)) return true;
  const stump = text.slice(Math.max(text.lastIndexOf('，'), text.lastIndexOf('、')) + 1);
  return !endsSentence(text) && !endsClause(text) && countHan(stump) <= STUMP_HAN;
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
