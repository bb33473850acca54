import { cleanDocument } from '../core/documents/clean';
import type { CleanDocument, DocumentFormat, Fingerprints } from '../core/documents/types';
import { messageOf } from '../core/text/messageOf';
import type { Encoding } from './encoding';
import { type Limits, LIMITS, megabytes } from './limits';
import { type DocumentProblem, isUnreadable, Unreadable } from './problems';
import { Budget } from './reader';
import type { Readers } from './readers';
import { formatOf } from './sniff';

/** A document that was read and cleaned. */
export interface LoadedDocument {
  readonly path: string;
  readonly format: DocumentFormat;
  readonly encoding?: Encoding;
  /** Size of the file. */
  readonly bytes: number;
  /** The text that lines and columns refer to, see `ReadDocument`. */
  readonly text: string;
  readonly document: CleanDocument;
}

/** What reading depends on, given from outside. */
export interface ReadingOptions {
  readonly readers: Readers;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  readonly limits?: Limits;
  /** Sentences of documents read before. */
  readonly known?: Fingerprints;
}

/** Reads and cleans one document. Never throws: what goes wrong is a problem of this document. */
export async function readDocument(
  path: string,
  bytes: Uint8Array,
  { readers, now, limits = LIMITS, known }: ReadingOptions,
): Promise<LoadedDocument | DocumentProblem> {
  try {
    if (bytes.length > limits.fileBytes) throw new Unreadable('too-large', megabytes(limits.fileBytes));
    const format = formatOf(path, bytes);
    const read = await readers(format);
    const { source, text, encoding } = await read(bytes, new Budget(limits, now));
    const document = cleanDocument(source, known);
    if (document.stats.hanRead === 0) throw new Unreadable('no-text', format);
    return { path, format, bytes: bytes.length, text, document, ...(encoding ? { encoding } : {}) };
  } catch (error) {
    return problemOf(path, error);
  }
}

/** What an error says about the file it came from. */
export function problemOf(path: string, error: unknown): DocumentProblem {
  if (!isUnreadable(error)) return { path, kind: 'failed', detail: messageOf(error) };
  return { path, kind: error.kind, ...(error.detail === undefined ? {} : { detail: error.detail }) };
}
