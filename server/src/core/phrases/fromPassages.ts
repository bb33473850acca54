import type { Framework } from '../framework/types';
import type { PhraseClassifier } from './classify';
import type { Denial, DenyFilter } from './deny';
import { extractClauses } from './extract';
import type { Clause, Passage, PhraseBank, PhraseDocument, PhraseEntry } from './types';

/** A clause that is not suggested, and why. */
export interface Denied {
  readonly clause: Clause;
  readonly denial: Denial;
}

/** A document as the index takes it in, and what was kept out of it. */
export interface ReadPhrases {
  readonly document: PhraseDocument;
  readonly denied: readonly Denied[];
}

/** The set phrases (成语, 套语) that frameworks and banks know: they are suggested whatever a deny list says. */
export function setPhrases(frameworks: readonly Framework[], banks: readonly PhraseBank[]): string[] {
  const points = frameworks.flatMap(({ sections }) => sections.flatMap((section) => section.points));
  const inBanks = banks.flatMap(({ phrases }) => phrases.filter(({ set }) => set));
  return [...points.flatMap((point) => point.phrases), ...inBanks.map(({ text }) => text)];
}

/**
 * Makes the phrases of a document out of its passages: clauses that stand alone, without denied ones, with the
 * sections they serve. A clause that serves no section is kept; it is found only by queries for no section.
 * @param version what tells one state of the document from another
 */
export function phrasesFrom(
  id: string,
  version: string,
  passages: Iterable<Passage>,
  { classifier, deny }: { readonly classifier: PhraseClassifier; readonly deny: DenyFilter },
): ReadPhrases {
  const entries: PhraseEntry[] = [];
  const denied: Denied[] = [];
  for (const passage of passages) {
    for (const clause of extractClauses(passage)) {
      const denial = deny.denial(clause.text);
      if (denial) denied.push({ clause, denial });
      else entries.push(toEntry(clause, passage, classifier));
    }
  }
  return { document: { id, version, origin: 'documents', entries }, denied };
}

function toEntry(
  { text, register, context, example, place }: Clause,
  { text: paragraph }: Passage,
  classifier: PhraseClassifier,
): PhraseEntry {
  const { line, from, to } = place;
  return { text, register, slots: classifier.slots(text, { context, paragraph, example }), line, from, to };
}
