import type { MarkdownConfig } from '@lezer/markdown';

/** So many lists and quotes in each other are looked into; nobody writes more, and each level costs every line. */
const DEEPEST = 64;

/**
 * Reads what stands deeper than anybody nests as paragraphs: the parser counts columns from the start of the line for
 * every level, which takes quadratic time on a line of list signs.
 */
export const shallow: MarkdownConfig = {
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'LinkReference',
      parse(context, line) {
        if (context.depth <= DEEPEST) return false;
        const from = context.lineStart + line.pos;
        const text = line.text.slice(line.pos);
        if (text.trim() !== '') {
          const inline = context.parser.parseInline(text, from);
          context.addElement(context.elt('Paragraph', from, from + text.length, inline));
        }
        context.nextLine();
        return true;
      },
    },
  ],
};
