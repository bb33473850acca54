import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import type { Suggestion } from '../phrases/types';
import { cursorSection } from './cursorSection';
import { type Offer, offers } from './completionOffers';
import { joinPhrase, type Surroundings, surroundings } from './joinPhrase';
import { type PhraseSources, phraseDetail, sectionTitle, shortSource } from './phraseSource';
import type { Range } from '../text/range';
import { hasPlaceholder, toSnippet } from '../text/snippet';
import { isInsidePair, onBorder } from '../text/surrogates';

/**
 * What asked for phrases: `invoked` by the writer (Ctrl+Space, command, key), who always gets a list; `typed` by
 * itself after something was typed, which stays quiet unless it has what the writer is about to write.
 */
export type CompletionTrigger = 'invoked' | 'typed';

/** What tells a phrase and its place apart until its documentation is asked for; plain data. */
export interface PhraseData {
  /** The phrase as the index has it. */
  readonly text: string;
  readonly document: string;
  /** 0-based; the number of the phrase in its bank for one of a bank. */
  readonly line: number;
  /** Offsets in the document's text. */
  readonly from: number;
  readonly to: number;
}

/** A phrase to insert. */
export interface CompletionItem {
  readonly label: string;
  /** Section and register. */
  readonly detail: string;
  /** Document and line, or what a built-in phrase rests on. */
  readonly source: string;
  /** What is put in place of `range`. */
  readonly text: string;
  /** The same as a snippet, when there is something to fill in; for clients that know snippets. */
  readonly snippet?: string;
  /** What is replaced, up to the cursor; UTF-16 offsets of the draft. */
  readonly range: Range;
  /** The text of `range` as it stands in the draft, so that no editor filters the item out. */
  readonly filterText: string;
  /** Keeps the order of the list. */
  readonly sortText: string;
  readonly data: PhraseData;
}

export interface CompletionList {
  /** The list depends on every character typed. */
  readonly isIncomplete: true;
  readonly items: readonly CompletionItem[];
}

export interface CompletionRequest extends PhraseSources {
  readonly analysis: Analysis;
  /** Of the cursor, UTF-16. */
  readonly offset: number;
  readonly locale: Locale;
  readonly trigger: CompletionTrigger;
}

const NOTHING: CompletionList = { isIncomplete: true, items: [] };

/** Phrases for the place of the cursor, best first; none where no answer is written. Never throws on any draft. */
export function completions(request: CompletionRequest): CompletionList {
  const { analysis, references, trigger } = request;
  const { draft } = analysis;
  const offset = onBorder(draft.text, request.offset);
  const place = references && references.phrases.size > 0 ? cursorSection(analysis, offset) : undefined;
  if (!references || !place) return NOTHING;
  const around = surroundings(draft.text, offset);
  const scope = { ...place, question: draft.question?.text, draft: draft.text };
  const found = offers(references.phrases, scope, around, trigger === 'invoked');
  return { isIncomplete: true, items: found.map((offer, at) => toItem(offer, at, offset, around, request)) };
}

function toItem(
  { suggestion, text: phrase, replace, goesOn, section }: Offer,
  index: number,
  offset: number,
  { sentence, after }: Surroundings,
  request: CompletionRequest,
): CompletionItem {
  const { analysis, locale } = request;
  const range = { from: wholeFrom(analysis.draft.text, offset - replace), to: offset };
  const taken = analysis.draft.text.slice(range.from, range.to);
  const left = sentence.slice(0, Math.max(0, sentence.length - taken.length));
  const text = joinPhrase(phrase, { sentence: left, after }, goesOn);
  return {
    label: phrase,
    detail: phraseDetail(sectionTitle(suggestion, analysis, section, locale), suggestion.register, locale),
    source: shortSource(suggestion.places, request, locale),
    text,
    ...(hasPlaceholder(text) ? { snippet: toSnippet(text) } : {}),
    range,
    filterText: taken,
    sortText: String(index).padStart(4, '0'),
    data: dataOf(suggestion),
  };
}

function dataOf({ text, places: [place] }: Suggestion): PhraseData {
  const { document = '', line = 0, from = 0, to = 0 } = place ?? {};
  return { text, document, line, from, to };
}

/** Half a pair is not replaced. */
function wholeFrom(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset + 1 : offset;
}
