import type { DocumentFormat } from '../core/documents/types';
import type { Reader } from './reader';
import { readMarkdown } from './readers/markdown';
import type { CharacterMaps } from './readers/pdf';
import { readText } from './readers/text';

/** Finds the reader for a format; those for HTML, Word and PDF are loaded when the first such file is there. */
export type Readers = (format: DocumentFormat) => Promise<Reader>;

/**
 * The readers. The build puts the modules imported here at run time into files of their own, so that a server whose
 * user has only plain text never loads them.
 * @param maps where the tables for Chinese fonts in pdf files come from
 */
export function documentReaders(maps: CharacterMaps): Readers {
  return async (format) => {
    switch (format) {
      case 'text':
        return readText;
      case 'markdown':
        return readMarkdown;
      case 'html':
        return (await import('./readers/html.js')).readHtml;
      case 'docx':
        return (await import('./readers/docx.js')).readDocx;
      case 'pdf':
        return (await import('./readers/pdf.js')).pdfReader(maps);
    }
  };
}
