/** A run of text on a page, as pdf.js gives it. Lengths are points; `y` grows upwards. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The file says that a line ends here. */
  readonly ends: boolean;
}

/** Runs on one line differ in height by less than this share of the size of their type (notes, formulas). */
const SAME_LINE = 0.5;
/** A gap wider than this share of the size of the type is a space between Latin words. */
const GAP = 0.25;
/** Bold type is feigned by printing twice, less than this many points apart. */
const DOUBLED = 1.5;
/** Copies of a run follow within so many runs. */
const RECENT = 6;

/** Puts the runs of a page together to lines, in the order of the file, which is that of reading in most files. */
export function pageLines(items: readonly PdfItem[]): string[] {
  const lines: string[] = [];
  let line = '';
  let last: PdfItem | undefined;
  const close = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
    last = undefined;
  };
  for (const [index, item] of items.entries()) {
    if (item.text !== '' && !isDoubled(items, index)) {
      const size = Math.max(item.height, last?.height ?? 0, 1);
      if (last && Math.abs(item.y - last.y) > size * SAME_LINE) close();
      const gap = last ? item.x - (last.x + last.width) : 0;
      const words = /[\w)]$/.test(line) && /^[\w(]/.test(item.text);
      line += words && gap > size * GAP ? ` ${item.text}` : item.text;
      last = item;
    }
    if (item.ends) close();
  }
  close();
  return lines;
}

/** Whether the same text was printed in the same place just before. */
function isDoubled(items: readonly PdfItem[], index: number): boolean {
  const item = items[index];
  if (!item || item.text.trim() === '') return false;
  return items
    .slice(Math.max(0, index - RECENT), index)
    .some(
      (other) =>
        other.text === item.text &&
        Math.abs(other.x - item.x) < DOUBLED &&
        Math.abs(other.y - item.y) < DOUBLED,
    );
}
