import { PhraseIndex } from '../phrases/index';
import type { PhraseDocument } from '../phrases/types';
import { CopyIndex } from './copyIndex';
import { paragraphIndexAt, positionIn } from './places';
import type { Copy, Paragraph, ReferenceDocument, References, ReferenceSpan } from './types';

/** The reference documents in memory, with what is needed to offer phrases of them and to find copies. */
export class ReferenceLibrary implements References {
  readonly #documents = new Map<string, ReferenceDocument>();
  readonly #copies = new CopyIndex();
  #revision = 0;

  /** @param phrases may hold the phrases of banks, or what was read from a file */
  constructor(readonly phrases: PhraseIndex = new PhraseIndex()) {}

  get revision(): number {
    return this.#revision;
  }

  get documents(): ReadonlyMap<string, ReferenceDocument> {
    return this.#documents;
  }

  /**
   * Takes a document in, in place of the one with its id. Time grows with the document only.
   * @param phrases absent when the phrase index has them already, read from a file
   */
  add(document: ReferenceDocument, phrases?: PhraseDocument): void {
    this.#documents.set(document.id, document);
    this.#copies.add(document);
    if (phrases) this.phrases.add(phrases);
    this.#revision++;
  }

  /** Takes a document and its phrases out. @returns whether it was there */
  remove(id: string): boolean {
    if (!this.#documents.delete(id)) return false;
    this.#copies.remove(id);
    this.phrases.remove(id);
    this.#revision++;
    return true;
  }

  copies(text: string, leastHanzi: number, except?: string): Copy[] {
    return this.#documents.size === 0 ? [] : this.#copies.copies(text, leastHanzi, except);
  }

  paragraphAt(id: string, offset: number): Paragraph | undefined {
    const document = this.#documents.get(id);
    return document?.paragraphs[paragraphIndexAt(document, offset)];
  }

  spanOf({ document: id, from, to }: Copy['place']): ReferenceSpan | undefined {
    const document = this.#documents.get(id);
    return document && { document: id, start: positionIn(document, from), end: positionIn(document, to) };
  }
}
