import assert from 'node:assert/strict';
import type { SyntaxNode, Tree } from '@lezer/common';
import fc from 'fast-check';
import { draftParser, markdownParser } from '../../server/src/core/draft/blocks';
import { silentSpans } from '../../server/src/core/draft/silentSpans';
import type { Range } from '../../server/src/core/text/range';
import { holds } from './runs';
import { anyText } from './texts';

const SILENT = new Set([
  ...['HTMLTag', 'Comment', 'ProcessingInstruction', 'URL', 'LinkTitle', 'LinkMark', 'InlineCode', 'Image'],
  ...['QuoteMark', 'HeaderMark', 'Autolink', 'TableDelimiter'],
]);

/** What is not said, by the nested links and pictures of the library's own parser. */
function bookish(leaf: SyntaxNode, comments: Range[]): Range[] {
  const spans: Range[] = [];
  const cursor = leaf.cursor();
  while (cursor.next() && cursor.from < leaf.to) {
    if (!SILENT.has(cursor.name)) continue;
    if (cursor.name === 'Comment') comments.push({ from: cursor.from, to: cursor.to });
    const last = spans.at(-1);
    if (!last || cursor.from >= last.to) spans.push({ from: cursor.from, to: cursor.to });
  }
  return spans;
}

function silentIn(tree: Tree, spansOf: typeof silentSpans): unknown {
  const found: unknown[] = [];
  const cursor = tree.cursor();
  do {
    if (!/^(?:Paragraph|TableCell|(?:ATX|Setext)Heading\d)$/.test(cursor.name)) continue;
    const comments: Range[] = [];
    const spans = spansOf(cursor.node, comments);
    found.push([cursor.name, cursor.from, cursor.to, merged(spans), comments]);
  } while (cursor.next());
  return found;
}

/** Spans that touch say the same as one. */
function merged(spans: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last?.to === span.from) all[all.length - 1] = { from: last.from, to: span.to };
    else all.push({ from: span.from, to: span.to });
  }
  return all;
}

const bits = fc.constantFrom(
  ...[
    '[',
    ']',
    '![',
    '](',
    ')',
    '(',
    '][',
    '[a](b)',
    '![a](b)',
    '[a][b]',
    '[]',
    '[ ]',
    '](<',
    '>',
    '<',
    '"',
    "'",
  ],
  ...[
    '`',
    '``',
    '```',
    '\\',
    '<!--',
    '-->',
    '<!',
    '<!A',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<a',
    ' b="c"',
    '/>',
    '</a>',
  ],
  ...[
    '<a@b.c>',
    '<x:y>',
    'x:',
    '@',
    '道歉',
    'a',
    ' ',
    '\n',
    '  ',
    '&amp;',
    '*',
    '_',
    '> ',
    '- ',
    '| ',
    '\n\n',
    '!',
  ],
);

suite('properties: inline syntax', () => {
  holds(
    'what is not said of a line is what the nested links of CommonMark say is not',
    0.05,
    fc.property(
      fc.oneof(
        anyText,
        fc.array(bits, { maxLength: 40 }).map((parts) => parts.join('')),
      ),
      (source) => {
        const text = source.replace(/\r\n?/g, '\n');
        assert.deepEqual(
          silentIn(draftParser.parse(text), silentSpans),
          silentIn(markdownParser.parse(text), bookish),
        );
      },
    ),
  );
});
