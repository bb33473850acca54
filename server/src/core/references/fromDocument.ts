import { stretchesOf } from '../documents/stretches';
import type { CleanDocument } from '../documents/types';
import { lineStartsOf } from '../text/lineIndex';
import type { ReferenceDocument } from './types';

/** What the file of a document is known by. */
export type DocumentFile = Pick<ReferenceDocument, 'id' | 'version' | 'name' | 'opensAsText'>;

/**
 * Makes a reference document out of a cleaned one: its running text in paragraphs, each with its heading.
 * @param text the text its lines and columns refer to
 */
export function referenceDocument(
  cleaned: CleanDocument,
  text: string,
  { id, version, name, opensAsText }: DocumentFile,
): ReferenceDocument {
  const lineStarts = lineStartsOf(text);
  /** Headings by the place of the passages under them. */
  const headings = new Map<number, string | undefined>();
  for (const { line, from, pieces, under } of cleaned.passages) {
    const first = pieces?.[0] ?? { line, from };
    const heading = under === undefined ? undefined : cleaned.passages[under]?.text;
    headings.set((lineStarts[first.line - 1] ?? 0) + first.from, heading);
  }
  const paragraphs = stretchesOf(cleaned, text).map(({ text: said, anchors }) => ({
    text: said,
    anchors,
    heading: headings.get(anchors[0]?.from ?? -1),
  }));
  return { id, version, name, title: cleaned.title, opensAsText, lineStarts, paragraphs };
}
