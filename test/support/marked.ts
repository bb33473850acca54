import type { Range } from '../../server/src/core/text/range';

/** A text with the spans that were marked in it. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** Joins lines with `\n`; a test reads like the draft it is about. */
export function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}

/** The same text with Windows line ends. */
export function crlf(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}

/** Takes the marks «…» out of a text and says where they were; marks may nest, ranges are in order of their start. */
export function marked(source: string): Marked {
  let text = '';
  const open: number[] = [];
  const ranges: { from: number; to: number }[] = [];
  for (const unit of source.split('')) {
    if (unit === '«') {
      open.push(ranges.length);
      ranges.push({ from: text.length, to: -1 });
    } else if (unit === '»') {
      const range = ranges[open.pop() ?? -1];
      if (!range) throw new Error(`» without « in ${source}`);
      range.to = text.length;
    } else text += unit;
  }
  if (open.length > 0) throw new Error(`« without » in ${source}`);
  return { text, ranges };
}

/** Puts the marks back: what a failed comparison of ranges shows. */
export function mark(text: string, ranges: readonly Range[]): string {
  let out = '';
  for (let at = 0; at <= text.length; at++) {
    const closing = ranges.filter(({ from, to }) => to === at && from < at).length;
    const empty = ranges.filter(({ from, to }) => from === at && to === at).length;
    const opening = ranges.filter(({ from, to }) => from === at && to > at).length;
    out += '»'.repeat(closing) + '«»'.repeat(empty) + '«'.repeat(opening) + text.charAt(at);
  }
  return out;
}

/** The text of a range. */
export function slice(text: string, { from, to }: Range): string {
  return text.slice(from, to);
}
