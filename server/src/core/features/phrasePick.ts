import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import type { Register, Suggestion } from '../phrases/types';
import { type CursorSection, cursorSection } from './cursorSection';
import { type PhraseSources, sectionTitle, sourceLabel } from './phraseSource';
import { phraseText } from './phraseText';

/** Stands for all sections. */
const ALL_SECTIONS = '*';

/** A phrase as a quick pick shows it. */
export interface PickedPhrase {
  readonly text: string;
  /** Title of the section it serves; empty when it serves none of a known framework. */
  readonly section: string;
  readonly register?: Register;
  /** Document and line, or what a phrase of a bank rests on. */
  readonly source: string;
  /** Where it stands, 0-based lines and UTF-16 columns; absent for one of a bank. */
  readonly location?: {
    readonly uri: string;
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
  };
  /** The paragraph it stands in. */
  readonly passage?: string;
}

export interface PhrasePick {
  /** Section the phrases are for; `*` for all. */
  readonly section: string;
  /** The sections of the draft's framework, in its order. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** Best first. */
  readonly phrases: readonly PickedPhrase[];
}

export interface PickRequest extends PhraseSources {
  readonly analysis: Analysis;
  readonly locale: Locale;
  /** Of the cursor, UTF-16: phrases for its section when none is named. */
  readonly offset?: number | undefined;
  /** Id of a section, `*` for all; one the framework does not have is read as `*`. */
  readonly section?: string | undefined;
  /** Words to search for, parted by white space. */
  readonly words?: string | undefined;
  readonly limit: number;
}

/** What the command “insert phrase” lists. */
export function phrasePick(request: PickRequest): PhrasePick {
  const { analysis, locale, offset, words, limit, references } = request;
  const { draft, choice } = analysis;
  const sections = (choice?.framework.sections ?? []).map(({ id, title }) => ({ id, title: title[locale] }));
  const here = offset === undefined ? undefined : placeOf(analysis, offset);
  const wanted = request.section ?? here?.section ?? ALL_SECTIONS;
  const section = sections.some(({ id }) => id === wanted) ? wanted : ALL_SECTIONS;
  const all = section === ALL_SECTIONS;
  const found =
    references?.phrases.query({
      ...(all ? {} : { framework: choice?.framework.id, section }),
      ...(!all && here?.section === section ? { point: here.point } : {}),
      words,
      question: draft.question?.text,
      draft: draft.text,
      limit,
    }) ?? [];
  return { section, sections, phrases: found.map((one) => toPicked(one, section, request)) };
}

/** What is written at the cursor; on a heading, what is below it. */
function placeOf(analysis: Analysis, offset: number): CursorSection | undefined {
  const heading = analysis.answer.headings.find(({ from, to }) => from <= offset && offset <= to);
  return cursorSection(analysis, heading ? heading.to + 1 : offset);
}

function toPicked(suggestion: Suggestion, section: string, request: PickRequest): PickedPhrase {
  const { analysis, locale, references } = request;
  const { register, places } = suggestion;
  const [place] = places;
  const span = place && references?.documents.has(place.document) ? references.spanOf(place) : undefined;
  const passage = place && span ? references?.paragraphAt(place.document, place.from)?.text : undefined;
  return {
    text: phraseText(suggestion.text),
    section: sectionTitle(suggestion, analysis, section, locale),
    ...(register ? { register } : {}),
    source: sourceLabel(places, request, locale),
    ...(span ? { location: { uri: span.document, range: { start: span.start, end: span.end } } } : {}),
    ...(passage === undefined ? {} : { passage }),
  };
}
