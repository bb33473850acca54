/** The lines of a paragraph, 0-based, both included. */
export interface ParagraphLines {
  readonly first: number;
  readonly last: number;
}

/** Farther than this nobody looks for the ends of a paragraph. */
const MAX_LINES = 100;

/** A blank line, a heading, a rule, a fence, or the border of the front matter: never part of what stands beside it. */
const ALONE = /^\s*$|^\s{0,3}(?:#{1,6}(?:\s|$)|(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3}.*|~{3}.*|\.{3})\s*$)/;
/** A list item, a quotation, a row of a table, or a key of the front matter. */
const BEGINS = /^\s*(?:[-*+>|]|\d{1,9}[.)、．]|[A-Za-z][\w-]*:(?:\s|$))/;
/** The end of a sentence, with what may close after it. */
const ENDS = /[。！？!?…；;：:.．]["'”’』」）)\]*_]*\s*$/u;

/**
 * The paragraph a line belongs to, as the writer sees it: many put no blank line between paragraphs, so a line that
 * ends a sentence ends one too; others break lines where the page ends, and those belong together.
 * @param at 0-based line
 * @param count lines there are
 * @param textOf text of a line; its line end may be there or not
 */
export function paragraphLines(at: number, count: number, textOf: (line: number) => string): ParagraphLines {
  const line = Math.max(0, Math.min(at, count - 1));
  const joins = (upper: number): boolean => {
    const above = textOf(upper);
    const below = textOf(upper + 1);
    return !ALONE.test(above) && !ENDS.test(above) && !ALONE.test(below) && !BEGINS.test(below);
  };
  let first = line;
  while (first > 0 && line - first < MAX_LINES && joins(first - 1)) first--;
  let last = line;
  while (last < count - 1 && last - line < MAX_LINES && joins(last)) last++;
  return { first, last };
}
