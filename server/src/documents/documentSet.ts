import type { DocumentProblem } from './problems';
import { type LoadedDocument, readDocument, type ReadingOptions } from './readDocument';

/** How documents are found and read: on the local disk, or through the editor. */
export interface DocumentFiles {
  /** Everything the inputs (files, folders, globs) name, in a fixed order, and what could not be looked into. */
  find(inputs: readonly string[]): Promise<{
    readonly paths: readonly string[];
    readonly problems: readonly DocumentProblem[];
  }>;
  /** The bytes of a file, or why there are none. */
  read(path: string): Promise<Uint8Array | DocumentProblem>;
}

/**
 * Reads the documents one after the other, each cleaned of what the ones before it already say. Only one is in
 * memory at a time, besides the fingerprints.
 * @param signal stops between two documents
 */
export async function* readDocuments(
  files: DocumentFiles,
  inputs: readonly string[],
  options: Omit<ReadingOptions, 'known'>,
  signal?: AbortSignal,
): AsyncGenerator<LoadedDocument | DocumentProblem> {
  const { paths, problems } = await files.find(inputs);
  yield* problems;
  const known = new Map<number, { readonly document: string; readonly line: number }>();
  for (const path of paths) {
    if (signal?.aborted) return;
    const bytes = await files.read(path);
    if (!(bytes instanceof Uint8Array)) {
      yield bytes;
      continue;
    }
    const result = await readDocument(path, bytes, { ...options, known });
    if ('document' in result)
      for (const [mark, line] of result.document.fingerprints)
        if (!known.has(mark)) known.set(mark, { document: path, line });
    yield result;
  }
}

/** Whether a result is a document, and not a problem. */
export function isLoaded(result: LoadedDocument | DocumentProblem): result is LoadedDocument {
  return 'document' in result;
}
