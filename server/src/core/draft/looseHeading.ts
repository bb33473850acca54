import type { MarkdownConfig } from '@lezer/markdown';

/** `##题目`: what was meant as a heading, but has no space. `#话题#` is a topic tag, and `#1` an issue. */
const LOOSE = /^(#{1,6})[^#\s\d][^#]*$/;
/** A longer line is a sentence that begins with the sign. */
const MOST_UNITS = 40;

function sizeOf(line: string): number {
  const signs = line.length > MOST_UNITS ? undefined : LOOSE.exec(line)?.[1];
  // Last, and made only then: an expression of a script takes half a millisecond of every start.
  return signs && /\p{Script=Han}/u.test(line) ? signs.length : 0;
}

/**
 * Reads a heading whose space after the signs was forgotten as a heading: on a Chinese keyboard it is the commonest
 * slip, and an answer must not lose its sections by it.
 */
export const looseHeading: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LooseHeading',
      before: 'ATXHeading',
      parse(context, line) {
        const text = line.text.slice(line.pos).trimEnd();
        const size = line.next === 35 ? sizeOf(text) : 0;
        if (size === 0) return false;
        const from = context.lineStart + line.pos;
        context.addElement(
          context.elt(`ATXHeading${size}`, from, from + text.length, [
            context.elt('HeaderMark', from, from + size),
            ...context.parser.parseInline(text.slice(size), from + size),
          ]),
        );
        context.nextLine();
        return true;
      },
      endLeaf: (_context, line) => line.next === 35 && sizeOf(line.text.slice(line.pos).trimEnd()) > 0,
    },
  ],
};
