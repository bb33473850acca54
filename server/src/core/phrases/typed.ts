import { u16At } from '../text/typedArrays';
import { bigram, keyOf, keyUnits, startOfTail } from './units';

/** What was typed, as a query reads it. */
export interface Typed {
  /** Word units, folded. */
  readonly units: Uint16Array;
  /** Distinct bigrams, in order; at most MAX_BIGRAMS, the last ones typed. */
  readonly bigrams: readonly (readonly [number, number])[];
  /** Letters at the end that may be initials of pinyin; '' when there are none. */
  readonly letters: string;
  /** UTF-16 units of the text that was read before its cut-off start, letters included. */
  readonly text: string;
}

const MAX_BIGRAMS = 24;
/** Word units of one phrase; shared by all calls. */
const key = new Uint16Array(256);

/** Where a clause ends: what is typed before tells nothing of the phrase that comes now. */
const CLAUSE_END = /[，。；：！？,;:!?…\n\r“”"「」()（）【】《》]/;
/** How one begins to say what one does; any phrase may follow. */
const LEAD_IN =
  /^\s*(?:(?:首先|其次|再次|然后|接着|最后|同时|此外|另外|第[一二三四五六]步?|[一二三四五六]是)\s*)?(?:我(?:们|会|要|将|就|先|再|还|也|得|可以|应该|应当|当场|马上|立即|主动)*|要|先|再|并)?\s*$/;

/** Whether a clause so far only begins to say what one does (首先我会), so that any phrase may follow it. */
export function isLeadIn(clause: string): boolean {
  return LEAD_IN.test(clause);
}

/** Reads the text before the cursor: its last clause, without a lead-in like 首先我会. */
export function readBefore(before: string): Typed {
  let start = before.length;
  while (start > 0 && before.length - start < 40 && !CLAUSE_END.test(before.charAt(start - 1))) start--;
  // 路灯、 waits for the next of a list.
  const clause = before.endsWith('、') ? '' : before.slice(start);
  return readWords(isLeadIn(clause) ? '' : clause);
}

/** Reads the words of a search, all of them. */
export function readWords(text: string): Typed {
  const letters = /(?:^|[^a-z])([a-z]{2,12})$/i.exec(text)?.[1] ?? '';
  const units = keyUnits(text);
  const bigrams = new Map<number, readonly [number, number]>();
  for (let i = Math.max(1, units.length - MAX_BIGRAMS); i < units.length; i++) {
    const [first, second] = [u16At(units, i - 1), u16At(units, i)];
    // A bigram typed again counts where it was typed last.
    bigrams.delete(bigram(first, second));
    bigrams.set(bigram(first, second), [first, second]);
  }
  return { units, bigrams: [...bigrams.values()], letters: letters.toLowerCase(), text };
}

/**
 * How much of the end of what is typed a phrase takes the place of: what it begins with, or, where nothing but a
 * lead-in stands before, at least two word units it has anywhere (我会安抚 and 先安抚他们的情绪). Not 们要 of 你们要
 * for 我们要理解对方, which would leave 你.
 * @param phrase its UTF-16 units
 * @returns UTF-16 units of `typed.text`
 */
export function replaced({ units, text }: Typed, phrase: Uint16Array): number {
  if (units.length === 0) return 0;
  let size = 0;
  for (let i = 0; i < phrase.length && size < key.length; i++) {
    const unit = keyOf(u16At(phrase, i));
    if (unit !== 0) key[size++] = unit;
  }
  for (let length = Math.min(size, units.length); length > 0; length--) {
    const start = startOfTail(text, length);
    const anywhere = length > 1 && isLeadIn(text.slice(0, start));
    for (let at = 0; at <= (anywhere ? size - length : 0); at++) {
      if (standsAt(at, units.subarray(units.length - length))) return text.length - start;
    }
  }
  return 0;
}

/** Whether units stand at a place of the phrase in `key`. */
function standsAt(at: number, units: Uint16Array): boolean {
  for (let i = 0; i < units.length; i++) if (key[at + i] !== units[i]) return false;
  return true;
}
