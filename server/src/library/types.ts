import type { ModelData } from '../core/analysis/model';
import type { DocumentFormat, Warning } from '../core/documents/types';
import type { Framework } from '../core/framework/types';
import type { Locale } from '../core/messages/messages';
import type { DenyList, PhraseDocument } from '../core/phrases/types';
import type { ReferenceDocument } from '../core/references/types';
import type { Limits } from '../documents/limits';
import type { ProblemKind } from '../documents/problems';

/** A file that may hold a reference document. */
export interface DocumentFile {
  readonly uri: string;
  /** What tells one state of the file from another; absent when that cannot be told without reading it. */
  readonly version?: string;
}

/** A file or folder that gave nothing, and why; the others are read. */
export interface LibraryProblem {
  readonly uri: string;
  readonly kind: ProblemKind;
  readonly detail?: string;
}

/** What the list of documents says of one that was read. */
export interface DocumentFacts {
  readonly format: DocumentFormat;
  readonly sentences: number;
  readonly phrases: number;
  /** Places where text was dropped; white space and markup, which nobody misses, are not counted. */
  readonly dropped: number;
  readonly warnings: readonly Warning[];
}

/** A document without its phrases: what is kept of it beside the phrase index. */
export interface KeptDocument {
  readonly reference: ReferenceDocument;
  readonly facts: DocumentFacts;
}

/** Everything that is made of a document when it is read. */
export interface ReadRecord extends KeptDocument {
  readonly phrases: PhraseDocument;
}

/** What reading a file gave. */
export type ReadOutcome = ReadRecord | LibraryProblem;

/** A document as it was read, for a person to look at. */
export interface DocumentView {
  readonly text: string;
  /** Line for line what was kept, with the reason in brackets wherever something was dropped or put right. */
  readonly cleaned: string;
  /** What was dropped, by reason. */
  readonly summary: readonly string[];
}

/** What documents are read with; when any of it changes they are read again. */
export interface ReadingSetup {
  readonly frameworks: readonly Framework[];
  readonly deny: readonly DenyList[];
  /** Set phrases that are suggested whatever a deny list says. */
  readonly allowed: readonly string[];
  readonly model: ModelData;
  readonly limits: Limits;
}

/** Why what was kept on disk cannot be used; it is then built anew. */
export type StoreDamage = 'none' | 'damaged' | 'outdated';

/** What was kept on disk. */
export interface StoredLibrary {
  readonly index: ArrayBuffer;
  readonly documents: readonly KeptDocument[];
}

/** Where documents are read: a thread of its own on Node, between two messages in a browser. */
export interface DocumentWorker {
  /** Whether it reads `file:` addresses itself; if not, it must be given their bytes. */
  readonly hasDisk: boolean;
  /** Looks files, folders and globs up on the local disk. Only with `hasDisk`. */
  find(inputs: readonly string[]): Promise<{
    readonly files: readonly DocumentFile[];
    readonly problems: readonly LibraryProblem[];
  }>;
  /** Reads one document. Never rejects: a thread that dies of a file is replaced, and the file named. */
  read(file: DocumentFile, bytes?: Uint8Array): Promise<ReadOutcome>;
  /** Reads one document to be looked at. Never rejects. */
  view(uri: string, locale: Locale, bytes?: Uint8Array): Promise<DocumentView | LibraryProblem>;
  /**
   * What `save` has written under a name, when it was written with the same tag.
   * @returns why there is nothing otherwise; `none` when nothing was written yet
   */
  load(path: string, tag: string): Promise<StoredLibrary | StoreDamage>;
  /** Keeps one more document for the next `save`. */
  keep(document: KeptDocument): void;
  /**
   * Writes the index, which it takes over, and what was kept since the last time to a file, in one step.
   * @param documents how many were kept: rejects when some were lost with a thread
   */
  save(path: string, tag: string, index: ArrayBuffer, documents: number): Promise<void>;
  /** Nothing more is asked for the time being: memory may be given back. */
  rest(): void;
  dispose(): void;
}

/** Starts reading with a setup. */
export type StartWorker = (setup: ReadingSetup) => DocumentWorker;

/** Whether a result is a record, and not a problem. */
export function isRecord(outcome: ReadOutcome): outcome is ReadRecord {
  return 'reference' in outcome;
}
