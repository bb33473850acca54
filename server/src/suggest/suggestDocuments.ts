import { pathToFileURL } from 'node:url';
import type { PhraseDocument } from '../core/phrases/types';
import type { ReferenceDocument } from '../core/references/types';
import type { DocumentFiles } from '../documents/documentSet';
import type { DocumentProblem } from '../documents/problems';
import { DocumentProcessor } from '../library/documentProcessor';
import { commandReaders } from '../documents/commandReaders';
import { isRecord, type ReadingSetup } from '../library/types';

/** A reference document with its phrases, known by its path. */
export interface PhraseSource {
  readonly path: string;
  readonly reference: ReferenceDocument;
  readonly phrases: PhraseDocument;
}

/** Reads reference documents as the language server does, one after the other. */
export async function* readPhraseSources(
  files: DocumentFiles,
  inputs: readonly string[],
  setup: ReadingSetup,
): AsyncGenerator<PhraseSource | DocumentProblem> {
  const { paths, problems } = await files.find(inputs);
  yield* problems;
  const processor = new DocumentProcessor(setup, {
    readers: commandReaders(),
    now: () => performance.now(),
  });
  for (const path of paths) {
    const bytes = await files.read(path);
    if (!(bytes instanceof Uint8Array)) {
      yield bytes;
      continue;
    }
    const read = await processor.read(pathToFileURL(path).toString(), '', bytes);
    if (isRecord(read)) yield { path, reference: read.reference, phrases: read.phrases };
    else yield { path, kind: read.kind, ...(read.detail === undefined ? {} : { detail: read.detail }) };
  }
}

/** Whether something read is a document, and not a problem. */
export function isPhraseSource(read: PhraseSource | DocumentProblem): read is PhraseSource {
  return 'reference' in read;
}
