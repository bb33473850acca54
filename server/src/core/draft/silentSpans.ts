import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../text/range';
import { CLOSE, CLOSE_IMAGE, DROP, OPEN } from './linearInline';

/** Inline syntax whose text is not said. */
const SILENT_NODES = new Set([
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'URL',
  'LinkTitle',
  'LinkMark',
  'InlineCode',
  'QuoteMark',
  'HeaderMark',
  'Autolink',
  'TableDelimiter',
  CLOSE,
]);

/**
 * What of a leaf of the syntax tree is not said, in order and apart.
 * @param comments the comments in it are added here
 */
export function silentSpans(leaf: SyntaxNode, comments: Range[]): Range[] {
  const spans: Span[] = [];
  /** Places of opening brackets in `spans`; they are said unless something ends them. */
  const open: number[] = [];
  const cursor = leaf.cursor();
  while (cursor.next() && cursor.from < leaf.to) {
    const { name, from, to } = cursor;
    if (name === 'Comment') comments.push({ from, to });
    const opening = name === CLOSE || name === CLOSE_IMAGE || name === DROP ? open.pop() : undefined;
    if (opening !== undefined) {
      const span = spans[opening];
      if (span && name !== DROP) span.said = false;
      if (span && name === CLOSE_IMAGE) {
        // What stands in a picture is a part of it.
        spans.length = opening + 1;
        span.to = to;
      }
    }
    const last = spans.at(-1);
    if (last && from < last.to) continue;
    if (name === OPEN) open.push(spans.length);
    if (name === OPEN || SILENT_NODES.has(name)) spans.push({ from, to, said: name === OPEN });
  }
  return spans.filter(({ said }) => !said);
}

interface Span {
  from: number;
  to: number;
  said: boolean;
}
