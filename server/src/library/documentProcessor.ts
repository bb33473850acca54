import { Utils } from 'vscode-uri';
import { parseUri } from '../files/uri';
import { addNgramScores, Model, type NgramTable } from '../core/analysis/model';
import { ngramBuckets } from '../core/analysis/ngrams';
import type { Framework } from '../core/framework/types';
import type { Locale } from '../core/messages/messages';
import { PhraseClassifier, type SectionScores } from '../core/phrases/classify';
import { DenyFilter } from '../core/phrases/deny';
import { phrasesFrom } from '../core/phrases/fromPassages';
import { passagesOf } from '../core/references/passages';
import { referenceDocument } from '../core/references/fromDocument';
import { messageOf } from '../core/text/messageOf';
import { type LoadedDocument, readDocument } from '../documents/readDocument';
import type { DocumentProblem } from '../documents/problems';
import type { Readers } from '../documents/readers';
import { documentView } from './cleaned';
import type { DocumentView, LibraryProblem, ReadingSetup, ReadOutcome } from './types';

/** What reading needs of the place it runs in. */
export interface ProcessorHost {
  readonly readers: Readers;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
}

/**
 * Makes of the bytes of a file what the library keeps: cleaned paragraphs, and phrases with the sections they serve.
 * Each document by itself: what it repeats of others is kept, the phrase index merges it, and so no document need be
 * read again because another one came or went.
 */
export class DocumentProcessor {
  #tools: { readonly classifier: PhraseClassifier; readonly deny: DenyFilter } | undefined;

  constructor(
    private readonly setup: ReadingSetup,
    private readonly host: ProcessorHost,
  ) {}

  /** Never rejects: what goes wrong is a problem of this document. */
  async read(uri: string, version: string, bytes: Uint8Array): Promise<ReadOutcome> {
    const loaded = await this.#load(uri, bytes);
    if (!('document' in loaded)) return toProblem(uri, loaded);
    try {
      const { classifier, deny } = (this.#tools ??= toolsFor(this.setup));
      const { format, document, text, encoding } = loaded;
      const reference = referenceDocument(document, text, {
        id: uri,
        version,
        name: Utils.basename(parseUri(uri)),
        opensAsText: encoding === 'utf-8' || encoding === 'utf-8-bom',
      });
      const phrases = phrasesFrom(uri, version, passagesOf(reference), { classifier, deny }).document;
      return {
        reference,
        phrases,
        facts: {
          format,
          sentences: document.stats.sentences,
          phrases: phrases.entries.length,
          dropped: document.dropped.filter(({ reason }) => reason !== 'space' && reason !== 'markup').length,
          warnings: document.warnings,
        },
      };
    } catch (error) {
      return { uri, kind: 'failed', detail: messageOf(error) };
    }
  }

  /** The document as a person may look at it. */
  async view(uri: string, locale: Locale, bytes: Uint8Array): Promise<DocumentView | LibraryProblem> {
    const loaded = await this.#load(uri, bytes);
    return 'document' in loaded ? documentView(loaded.text, loaded.document, locale) : toProblem(uri, loaded);
  }

  #load(uri: string, bytes: Uint8Array): Promise<LoadedDocument | DocumentProblem> {
    return readDocument(uri, bytes, {
      readers: this.host.readers,
      now: this.host.now,
      limits: this.setup.limits,
    });
  }
}

/** A problem as the library names it. */
export function toProblem(uri: string, { kind, detail }: Omit<DocumentProblem, 'path'>): LibraryProblem {
  return { uri, kind, ...(detail === undefined ? {} : { detail }) };
}

function toolsFor({ frameworks, deny, allowed, model: data }: ReadingSetup): {
  classifier: PhraseClassifier;
  deny: DenyFilter;
} {
  return {
    classifier: new PhraseClassifier(frameworks, scorerOf(new Model(data))),
    deny: new DenyFilter(deny, allowed),
  };
}

/** Scores of the model, for many frameworks one after the other; each answer holds until the next one. */
function scorerOf(model: Model): SectionScores {
  const known = new Map<Framework, { readonly table: NgramTable; readonly sums: Float64Array } | undefined>();
  let last: { readonly folded: string; readonly buckets: Uint16Array } | undefined;
  return (framework, folded) => {
    if (!known.has(framework)) {
      const table = model.tableFor(framework);
      known.set(framework, table && { table, sums: new Float64Array(table.columns) });
    }
    const own = known.get(framework);
    if (!own) return undefined;
    // The n-grams of a text are the same in every framework.
    if (last?.folded !== folded) last = { folded, buckets: ngramBuckets(folded) };
    own.sums.fill(0);
    addNgramScores(own.table, last.buckets, own.sums);
    return own.sums;
  };
}
