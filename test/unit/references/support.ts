import { cleanDocument } from '../../../server/src/core/documents/clean';
import { toLines } from '../../../server/src/core/documents/lines';
import type { PhraseDocument } from '../../../server/src/core/phrases/types';
import { referenceDocument } from '../../../server/src/core/references/fromDocument';
import { ReferenceLibrary } from '../../../server/src/core/references/library';
import { lineStartsOf } from '../../../server/src/core/text/lineIndex';
import type { Copy, Paragraph, ReferenceDocument } from '../../../server/src/core/references/types';

/** A document whose lines are its paragraphs, nothing cleaned away. */
export function plain(id: string, text: string): ReferenceDocument {
  const lineStarts = lineStartsOf(text);
  const paragraphs: Paragraph[] = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line, anchors: [{ at: 0, from: lineStarts[index] ?? 0, line: index }] }));
  const name = id.slice(id.lastIndexOf('/') + 1);
  return { id, version: '1', name, opensAsText: true, lineStarts, paragraphs };
}

/** A plain text, cleaned. */
export function cleaned(id: string, text: string): ReferenceDocument {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const file = { id, version: '1', name, opensAsText: true };
  return referenceDocument(cleanDocument({ format: 'text', lines: toLines(text), drops: [] }), text, file);
}

export function noPhrases(id: string): PhraseDocument {
  return { id, version: '1', origin: 'documents', entries: [] };
}

/** A library of documents by id, their lines as paragraphs, without phrases. */
export function libraryOf(documents: Readonly<Record<string, string>>): ReferenceLibrary {
  const library = new ReferenceLibrary();
  for (const [id, text] of Object.entries(documents)) library.add(plain(id, text), noPhrases(id));
  return library;
}

/** Copies as `text → document: text of the document`. */
export function shown(
  text: string,
  copies: readonly Copy[],
  documents: Readonly<Record<string, string>>,
): string[] {
  return copies.map(({ from, to, hanzi, place }) => {
    const there = documents[place.document]?.slice(place.from, place.to) ?? '';
    return `${hanzi} ${text.slice(from, to)} → ${place.document}: ${there}`;
  });
}
