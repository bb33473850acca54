import type { Range } from '../../text/range';
import { HAN } from '../han';
import { cutEach, retext, spansOf, textOf } from '../lines';
import type { Line, Step } from '../types';

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '｡': '。',
  '､': '、',
};
const CHINESE = new RegExp(`[${HAN}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…]`);
/** Two stops where one belongs: ，；or ，。 (document 002 line 215). */
const DOUBLED = /[，,、](?=[；;。，,])/g;
/** Chinese text is looked for so many UTF-16 units away, over spaces and other punctuation. */
const REACH = 8;
/** What spaces mean nothing beside. */
const BESIDE_SPACE = new RegExp(`[${HAN}\\u3001-\\u303f\\uff00-\\uffef“”‘’—…①-⑳]`);

/**
 * Makes half-width punctuation beside Chinese text full-width, one for one, and pairs straight quotation marks, so
 * that phrases can be inserted as they are; drops doubled stops and spaces that mean nothing in Chinese.
 * Source: inventory.md §4.2 lines 4, 5 and 全文, §4.4 line 215; domain.md C1 (all five documents).
 */
export const punctuation: Step = (lines) => {
  const wide = lines.map((line) => retext(line, widen(textOf(line))));
  const single = cutEach(wide, (text) => spansOf(text, DOUBLED), 'punctuation');
  const spaces = single.lines.map((line) =>
    cutEach([line], (text) => idleSpaces(text, isHeading(line)), 'space'),
  );
  return {
    lines: spaces.flatMap((result) => result.lines),
    drops: [...single.drops, ...spaces.flatMap(({ drops }) => drops)],
  };
};

function isHeading(line: Line): boolean {
  return line.heading !== undefined || !/[，。；：！？]/.test(textOf(line));
}

/** Spaces at the ends of a line and between Chinese; in a heading a space between words stands for a comma. */
function idleSpaces(text: string, heading: boolean): Range[] {
  return spansOf(text, /\s+/g).filter(({ from, to }) => {
    if (from === 0 || to === text.length) return true;
    return !heading && BESIDE_SPACE.test(text.charAt(from - 1)) && BESIDE_SPACE.test(text.charAt(to));
  });
}

/** The text with full-width punctuation where it stands beside Chinese; of the same length. */
export function widen(text: string): string {
  if (!/[,;:?!()"｡､]/.test(text)) return text;
  const straight = text.split('"').length - 1;
  const brackets = bracketPairs(text);
  let opened = false;
  return text.replace(/[,;:?!()"｡､]/g, (unit, at: number) => {
    if (unit === '"') {
      if (straight % 2 === 1) return unit;
      opened = !opened;
      return opened ? '“' : '”';
    }
    const partner = brackets.get(at);
    const wide = isBesideChinese(text, at) || (partner !== undefined && isBesideChinese(text, partner));
    return wide ? (WIDE[unit] ?? unit) : unit;
  });
}

/** For each bracket the offset of the one it belongs to. */
function bracketPairs(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    const partner = bracket === '(' ? undefined : open.pop();
    if (bracket === '(') open.push(index);
    else if (partner !== undefined) pairs.set(partner, index).set(index, partner);
  }
  return pairs;
}

/** Whether the nearest character on either side, spaces and punctuation aside, is Chinese; never inside a number. */
function isBesideChinese(text: string, at: number): boolean {
  if (/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1))) return false;
  const near = (step: 1 | -1): string => {
    let next = at + step;
    while (Math.abs(next - at) < REACH && /[\s",;:?!()]/.test(text.charAt(next))) next += step;
    return text.charAt(next);
  };
  return CHINESE.test(near(-1)) || CHINESE.test(near(1));
}
