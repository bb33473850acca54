/**
 * Machine-readable result of `zhangfa suggest --format json`, version 1; docs/result-format.md describes it.
 * Positions count from 0, columns in UTF-16 units, ends not included.
 */
import { phraseText } from '../core/features/phraseText';
import type { Locale } from '../core/messages/messages';
import { bankPhraseAt } from '../core/features/phraseSource';
import type { Origin, PhraseBank, Register, Suggestion } from '../core/phrases/types';
import { positionIn } from '../core/references/places';
import type { Position } from '../core/text/lineIndex';
import { type DocumentProblem, type ProblemJson, toProblemJson } from '../documents/problems';
import type { PhraseSource } from './suggestDocuments';
import type { WantedSection } from './suggestSection';

export interface SuggestJson {
  readonly version: 1;
  readonly framework: string;
  readonly section: string;
  readonly point?: string;
  readonly query?: string;
  /** Best first. */
  readonly suggestions: readonly SuggestionJson[];
  /** Paths of the documents that were read. */
  readonly documents: readonly string[];
  readonly problems: readonly ProblemJson[];
}

export interface SuggestionJson {
  readonly text: string;
  readonly origin: Origin;
  readonly register?: Register;
  /** All sections it serves, best first. */
  readonly sections: readonly {
    readonly framework: string;
    readonly section: string;
    readonly point?: string;
    readonly fit: number;
  }[];
  /** Where it stands in the documents; none for a phrase of the bank. */
  readonly places: readonly {
    readonly path: string;
    readonly range: { readonly start: Position; readonly end: Position };
  }[];
  /** What a phrase of the bank rests on. */
  readonly restsOn?: { readonly document: string; readonly lines?: string };
}

/** What the phrases come from. */
export interface SuggestSources {
  /** By URI. */
  readonly documents: ReadonlyMap<string, Pick<PhraseSource, 'path' | 'reference'>>;
  readonly banks: readonly PhraseBank[];
  readonly problems: readonly DocumentProblem[];
}

/** The whole result. */
export function toSuggestJson(
  suggestions: readonly Suggestion[],
  { framework, section, point }: WantedSection,
  query: string,
  sources: SuggestSources,
  locale: Locale,
): SuggestJson {
  return {
    version: 1,
    framework: framework.id,
    section: section.id,
    ...(point ? { point: point.id } : {}),
    ...(query === '' ? {} : { query }),
    suggestions: suggestions.map((suggestion) => toSuggestionJson(suggestion, sources)),
    documents: [...sources.documents.values()].map(({ path }) => path),
    problems: sources.problems.map((problem) => toProblemJson(problem, locale)),
  };
}

function toSuggestionJson(
  { text, origin, register, slots, places }: Suggestion,
  { documents, banks }: SuggestSources,
): SuggestionJson {
  const [first] = places;
  const inBank = first && bankPhraseAt(first, { references: undefined, banks });
  return {
    text: phraseText(text),
    origin,
    ...(register ? { register } : {}),
    sections: slots.map(({ framework, section, point, fit }) => ({
      framework,
      section,
      ...(point === undefined ? {} : { point }),
      fit: Math.round(fit * 1000) / 1000,
    })),
    places: places.flatMap(({ document, from, to }) => {
      const source = documents.get(document);
      if (!source) return [];
      const { path, reference } = source;
      return [{ path, range: { start: positionIn(reference, from), end: positionIn(reference, to) } }];
    }),
    ...(inBank ? { restsOn: inBank.phrase.source } : {}),
  };
}
