import { onBorder } from '../text/surrogates';
import { paragraphIndexAt, offsetWithin } from './places';
import type { Copy, ReferenceDocument } from './types';

/** How much is shown on either side of what is meant, and of that itself, in UTF-16 units. */
const AROUND = 60;
const MOST = 200;

/** A place of a document with the text around it in its paragraph; `…` stands for what is left out. */
export interface Excerpt {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly heading?: string | undefined;
}

/** What stands at a place; when it goes on in the next paragraph, the first one. Undefined when nothing is there. */
export function excerptAt(
  document: ReferenceDocument,
  { from, to }: Pick<Copy['place'], 'from' | 'to'>,
): Excerpt | undefined {
  const paragraph = document.paragraphs[paragraphIndexAt(document, from)];
  if (!paragraph) return undefined;
  const { text, heading } = paragraph;
  const start = offsetWithin(paragraph, from);
  const end = Math.max(start, Math.min(text.length, offsetWithin(paragraph, to - 1) + 1));
  const [first, last] = [onBorder(text, start - AROUND), onBorder(text, end + AROUND)];
  const most = onBorder(text, start + MOST);
  return {
    before: `${first > 0 ? '…' : ''}${text.slice(first, start)}`,
    text: end <= most ? text.slice(start, end) : `${text.slice(start, most)}…`,
    after: end <= most ? `${text.slice(end, last)}${last < text.length ? '…' : ''}` : '',
    heading,
  };
}
