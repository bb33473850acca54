import type { Builtin } from '../builtin';
import type { Locale } from '../core/messages/messages';
import { PhraseIndex } from '../core/phrases/index';
import { bankDocument } from '../core/phrases/load';
import { loadInitials } from '../core/phrases/pinyin';
import type { PhraseBank } from '../core/phrases/types';
import type { DocumentFiles } from '../documents/documentSet';
import { LIMITS } from '../documents/limits';
import { nodeDocumentFiles } from '../documents/nodeDocumentFiles';
import type { DocumentProblem } from '../documents/problems';
import { readingSetup } from '../library/readingSetup';
import type { RubricSet } from '../rubrics/rubricStore';
import { VERSION } from '../version';
import { isPhraseSource, type PhraseSource, readPhraseSources } from './suggestDocuments';
import { type SuggestJson, type SuggestSources, toSuggestJson } from './suggestJson';
import type { WantedSection } from './suggestSection';

/** Phrases to suggest from, and what they come from. */
export interface PhraseSet extends SuggestSources {
  readonly index: PhraseIndex;
}

/** Which phrases are wanted. */
export interface SuggestionRequest {
  readonly wanted: WantedSection;
  /** Words, or initials of pinyin; empty for none. */
  readonly query: string;
  readonly limit: number;
  readonly locale: Locale;
}

/**
 * Reads reference documents for their phrases, as the language server does.
 * @param inputs files, folders or globs
 * @param banks built-in phrases that count too
 * @param files how they are found and read
 */
export async function readPhrases(
  inputs: readonly string[],
  banks: readonly PhraseBank[],
  rubrics: RubricSet,
  builtin: Builtin,
  files: DocumentFiles = nodeDocumentFiles(LIMITS),
): Promise<PhraseSet> {
  const index = new PhraseIndex();
  for (const bank of banks) index.add(bankDocument(bank, VERSION));
  const documents = new Map<string, PhraseSource>();
  const problems: DocumentProblem[] = [];
  const setup = readingSetup(rubrics.analyzer.rubrics, builtin);
  for await (const read of readPhraseSources(files, inputs, setup)) {
    if (isPhraseSource(read)) {
      documents.set(read.reference.id, read);
      index.add(read.phrases);
    } else {
      problems.push(read);
    }
  }
  return { index, documents, banks, problems };
}

/** Ranks phrases for a section as the editor does. */
export async function suggestions(
  { index, ...sources }: PhraseSet,
  { wanted, query, limit, locale }: SuggestionRequest,
): Promise<SuggestJson> {
  // The table of readings is large, and only letters need it.
  if (/[a-z]/i.test(query)) index.useInitials(await loadInitials());
  const { framework, section, point } = wanted;
  const found = index.query({
    framework: framework.id,
    section: section.id,
    point: point?.id,
    words: query,
    limit,
  });
  return toSuggestJson(found, wanted, query, sources, locale);
}
