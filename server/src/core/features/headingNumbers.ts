import type { Draft } from '../draft/draft';
import type { Edit } from './edits';

/** A heading that begins with a number: 一、 1. （二） 3） */
const NUMBERED =
  /^([ \t]*#{1,6}[ \t]+[（(【[]?)([一二三四五六七八九十]{1,3}|\d{1,2})([)）】\]]?[、.．,，:： \t]*)/;
const DIGITS = '一二三四五六七八九十';

interface Numbered {
  /** Where the heading begins. */
  readonly from: number;
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/**
 * What a new heading is numbered with at a place, in the way of the headings there are, and the edits that count on
 * the ones after it. Nothing when the headings are not numbered 1, 2, 3 without a gap.
 * @param level of the headings
 * @param at where the new heading goes, UTF-16 offset
 */
export function numberHeading(
  draft: Draft,
  level: number,
  at: number,
): { readonly prefix: string; readonly renumber: readonly Edit[] } | undefined {
  const headings = numberedHeadings(draft, level);
  const [first] = headings;
  if (!first || headings.length < 2) return undefined;
  const write = /\d/.test(first.number) ? String : toHan;
  if (headings.some(({ number }, index) => number !== write(index + 1))) return undefined;
  const place = headings.filter(({ from }) => from < at).length;
  const renumber = headings.slice(place).map(({ from, before, number }, index): Edit => {
    const start = from + before.length;
    return { from: start, to: start + number.length, text: write(place + index + 2) };
  });
  const opening = first.before.replace(/^[ \t]*#+[ \t]+/, '');
  return { prefix: `${opening}${write(place + 1)}${first.after}`, renumber };
}

function numberedHeadings({ text, blocks }: Draft, level: number): Numbered[] {
  return blocks.flatMap(({ block, from, role }) => {
    if (role !== 'answer' || block.level !== level) return [];
    const match = NUMBERED.exec(text.slice(from, from + Math.min(block.length, 40)));
    const [, before, number, after] = match ?? [];
    return before !== undefined && number !== undefined && after !== undefined && after !== ''
      ? [{ from, before, number, after }]
      : [];
  });
}

/** 1-99 in Chinese. */
function toHan(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens - 1)}十`;
  return ten + (units === 0 ? '' : DIGITS.charAt(units - 1));
}
