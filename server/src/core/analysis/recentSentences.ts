import type { SentenceEvidence } from './evidence';

/** More of them are more than one edit touches. */
const MOST = 256;

/**
 * The sentences of a draft that were read for its last version, by their text: whoever writes in a paragraph changes
 * one sentence of it, and the others need not be read again. Only those of one version are kept, as each may hold the
 * text of its paragraph.
 */
export class RecentSentences {
  #last = new Map<string, SentenceEvidence>();
  #now = new Map<string, SentenceEvidence>();

  /** A sentence of the same folded text that was read for the version before. */
  find(folded: string): SentenceEvidence | undefined {
    // A draft that is read for the first time is not asked about: it takes going through the text.
    return this.#last.size === 0 ? undefined : this.#last.get(folded);
  }

  add(evidence: SentenceEvidence): void {
    if (this.#now.size < MOST) this.#now.set(evidence.sentence.folded, evidence);
  }

  /** Another version of the draft is read. */
  begin(): void {
    if (this.#now.size === 0) return;
    this.#last = this.#now;
    this.#now = new Map();
  }
}
