import type { ReferenceLibrary } from '../core/references/library';
import type { ProblemKind } from '../documents/problems';
import type { DocumentFacts, DocumentFile, KeptDocument, LibraryProblem, ReadOutcome } from './types';
import { isRecord } from './types';

/** Problems that may be gone although the file is as it was: it is tried again at the next look. */
const PASSING: ReadonlySet<ProblemKind> = new Set(['gone', 'unreadable', 'untrusted', 'failed']);

/** What is known of each file: read, or why not; and what the reference documents are made of. */
export class Catalogue {
  readonly #facts = new Map<string, DocumentFacts>();
  /** The state in which each file was last read, well or badly. */
  readonly #versions = new Map<string, string>();
  readonly #unread = new Map<string, LibraryProblem>();
  /** Files whose version is sure in this session. */
  readonly #seen = new Set<string>();

  constructor(readonly references: ReferenceLibrary) {}

  get size(): number {
    return this.#facts.size;
  }

  /** Files that are known, read or not. */
  get uris(): string[] {
    return [...this.#versions.keys()];
  }

  get unread(): readonly LibraryProblem[] {
    return [...this.#unread.values()];
  }

  facts(uri: string): DocumentFacts | undefined {
    return this.#facts.get(uri);
  }

  version(uri: string): string | undefined {
    return this.#versions.get(uri);
  }

  /** Whether a file must be looked into. */
  isStale({ uri, version }: DocumentFile): boolean {
    return version === undefined ? !this.#seen.has(uri) : version !== this.#versions.get(uri);
  }

  /** The file is as it was when it was read. */
  confirm(uri: string): void {
    this.#seen.add(uri);
  }

  /** Takes in what reading a file gave. @returns whether what is kept on disk is other than before */
  put({ uri, version = '' }: DocumentFile, outcome: ReadOutcome): boolean {
    const passing = !isRecord(outcome) && PASSING.has(outcome.kind);
    if (!passing) this.#seen.add(uri);
    this.#versions.set(uri, passing ? '' : version);
    if (isRecord(outcome)) {
      this.#unread.delete(uri);
      this.#facts.set(uri, outcome.facts);
      this.references.add(outcome.reference, outcome.phrases);
      return true;
    }
    this.#unread.set(uri, outcome);
    this.references.remove(uri);
    return this.#facts.delete(uri);
  }

  /** Takes in what was kept of a document; its phrases are in the index. */
  restore({ reference, facts }: KeptDocument): void {
    this.#versions.set(reference.id, reference.version);
    this.#facts.set(reference.id, facts);
    this.references.add(reference);
  }

  /** @returns whether what is kept on disk is other than before */
  remove(uri: string): boolean {
    this.#versions.delete(uri);
    this.#unread.delete(uri);
    this.#seen.delete(uri);
    this.references.remove(uri);
    return this.#facts.delete(uri);
  }

  /** Nothing is sure any more: everything is read again. */
  forgetVersions(): void {
    for (const uri of this.#versions.keys()) this.#versions.set(uri, '');
    this.#seen.clear();
  }

  /** Whether something read is waiting to be read again, see {@link forgetVersions}. */
  get hasForgotten(): boolean {
    return [...this.#facts.keys()].some((uri) => this.#versions.get(uri) === '');
  }

  /** The documents as they are kept on disk. */
  *kept(): Generator<KeptDocument> {
    for (const [uri, facts] of this.#facts) {
      const reference = this.references.documents.get(uri);
      if (reference) yield { reference, facts };
    }
  }
}
