import type { Anchor } from '../phrases/types';
import { keyOf } from '../phrases/units';
import { firstThat } from '../text/firstThat';
import type { Position } from '../text/lineIndex';
import type { Paragraph, ReferenceDocument } from './types';

/** Line and column of an offset of a document's text; one before it counts as its start. */
export function positionIn({ lineStarts }: ReferenceDocument, offset: number): Position {
  const line = Math.max(0, firstThat(lineStarts, (start) => start > offset) - 1);
  return { line, character: Math.max(0, offset - (lineStarts[line] ?? 0)) };
}

/** Offset in the document's text of an offset in a paragraph. */
export function offsetIn({ anchors }: Paragraph, at: number): number {
  const anchor = anchors[firstThat(anchors, (own) => own.at > at) - 1];
  return anchor ? anchor.from + at - anchor.at : at;
}

/** Number of the paragraph that holds an offset of the document's text; -1 for what stands in none. */
export function paragraphIndexAt({ paragraphs }: ReferenceDocument, offset: number): number {
  const index = firstThat(paragraphs, ({ anchors: [first] }) => (first?.from ?? 0) > offset) - 1;
  const paragraph = paragraphs[index];
  return paragraph && offset < endOf(paragraph) ? index : -1;
}

/** Offset in a paragraph of an offset of the document's text; what was cut out counts as the end of what is before. */
export function offsetWithin({ anchors, text }: Paragraph, offset: number): number {
  const index = firstThat(anchors, ({ from }) => from > offset) - 1;
  const anchor: Anchor | undefined = anchors[index];
  if (!anchor) return 0;
  return Math.min(anchor.at + offset - anchor.from, anchors[index + 1]?.at ?? text.length);
}

/** Whether no word of the document's paragraphs stands between two offsets of its text, the first not behind the second. */
export function adjoin(document: ReferenceDocument, to: number, from: number): boolean {
  if (from < to) return false;
  // The last unit before `to` is in a paragraph; `to` itself may be past its end.
  const first = paragraphIndexAt(document, to - 1);
  const last = paragraphIndexAt(document, from);
  if (first < 0 || last < 0) return false;
  for (let index = first; index <= last; index++) {
    const paragraph = document.paragraphs[index];
    if (!paragraph) return false;
    const start = index === first ? offsetWithin(paragraph, to - 1) + 1 : 0;
    const end = index === last ? offsetWithin(paragraph, from) : paragraph.text.length;
    if (hasWords(paragraph.text, start, end)) return false;
  }
  return true;
}

function hasWords(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (keyOf(text.charCodeAt(i)) !== 0) return true;
  return false;
}

function endOf({ text, anchors }: Paragraph): number {
  const last = anchors.at(-1);
  return last ? last.from + text.length - last.at : 0;
}
