import { readMarker } from '../draft/markers';
import type { PhraseIndex, PhraseQuery } from '../phrases/index';
import { isLeadIn } from '../phrases/typed';
import type { Suggestion } from '../phrases/types';
import { isHan } from '../text/count';
import { fold } from '../text/fold';
import { isLow } from '../text/surrogates';
import type { CursorSection } from './cursorSection';
import { beginsSentence, type Surroundings } from './joinPhrase';
import { overlap, wordKey } from './overlap';
import { phraseText } from './phraseText';

/** What phrases are wanted for. */
export interface OfferScope extends CursorSection {
  readonly question: string | undefined;
  /** Text of the draft. */
  readonly draft: string;
}

/** A phrase that is offered at the cursor. */
export interface Offer {
  readonly suggestion: Suggestion;
  /** As it is inserted. */
  readonly text: string;
  /** UTF-16 units before the cursor that it takes the place of. */
  readonly replace: number;
  /** Whether these are words it goes on from; otherwise nothing, or initials. */
  readonly goesOn: boolean;
  /** Section it was looked for in. */
  readonly section: string | undefined;
}

const LIST = 30;
const CONTINUING = 8;
const FEW = 5;
/** Letters that may be initials of pinyin: not part of a Latin word or number, nor after one. */
const INITIALS = /(?:^|[^\sA-Za-z0-9\u00c0-\u024f])\s*[a-z]{2,12}$/;
/** A mark inside a phrase: what was typed before it may go on behind it. */
const LAST_MARK = /[，、；：,;:](?=[^，、；：,;:]*$)/;

/**
 * The phrases for the cursor, best first.
 * @param asked whether the writer asked: then there is a list whenever there are phrases. Otherwise only phrases that
 * go on from at least two characters typed (or the one a clause begins with), or whose initials were typed; after a
 * sentence and on an empty line a few for the section.
 */
export function offers(index: PhraseIndex, scope: OfferScope, around: Surroundings, asked: boolean): Offer[] {
  if (asked) return list(index, scope, around);
  const { before, sentence, after } = around;
  if (/[A-Za-z0-9\u00c0-\u024f]$/.test(before))
    return index.spells && INITIALS.test(before) ? taking(index, scope, around, CONTINUING) : [];
  if (endsWithHan(before))
    return unique([...goingOnOverMark(index, scope, around), ...goingOn(index, scope, around)]);
  if (after === '' && beginsSentence(sentence)) return firstOf(index, scope, around, FEW);
  return sentence.search(LAST_MARK) === sentence.length - 1 ? goingOnOverMark(index, scope, around) : [];
}

function list(index: PhraseIndex, scope: OfferScope, around: Surroundings): Offer[] {
  const typed = around.before !== '' && !beginsSentence(around.sentence);
  const spelt = INITIALS.test(around.before) ? taking(index, scope, around, LIST) : [];
  if (spelt.length > 0) return spelt;
  // What goes on from the typed words is wanted from wherever it comes, before what only contains them.
  const begun = typed ? [...goingOnOverMark(index, scope, around), ...goingOn(index, scope, around)] : [];
  const own = query(index, scope, around, around.before, LIST);
  const taken = begun.length > 0 || own.some(({ replace }) => replace > 0);
  const wider = typed && !taken ? taking(index, scope, around, CONTINUING) : [];
  const all = unique([...begun, ...wider, ...own]);
  return all.length > 0 ? all : firstOf(index, scope, around, LIST);
}

/** Where to look, the nearest first: the section, the framework, all phrases. */
function* scopes(scope: OfferScope): Generator<OfferScope> {
  const { framework, section, question, draft } = scope;
  if (framework !== undefined && section !== undefined) yield scope;
  if (framework !== undefined) yield { framework, question, draft };
  yield { question, draft };
}

/** Phrases with nothing typed, from the nearest scope with some. */
function firstOf(index: PhraseIndex, scope: OfferScope, around: Surroundings, limit: number): Offer[] {
  for (const within of scopes(scope)) {
    const found = query(index, within, around, '', limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** Phrases that take the place of what is typed, from the nearest scope with some. */
function taking(index: PhraseIndex, scope: OfferScope, around: Surroundings, limit: number): Offer[] {
  for (const within of scopes(scope)) {
    const found = query(index, within, around, around.before, limit, true).filter(
      ({ replace }) => replace > 0,
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Phrases that begin with what is typed. */
function goingOn(index: PhraseIndex, scope: OfferScope, around: Surroundings): Offer[] {
  const [clause = ''] = /[^\p{P}\s]*$/u.exec(around.before) ?? [];
  const least = clause.length === 1 && !isLeadIn(clause) ? 1 : 2;
  for (const within of scopes(scope)) {
    const found = query(index, within, around, around.before, LIST, true).filter(
      ({ text }) => overlap(around.sentence, text).units >= least,
    );
    if (found.length > 0) return found.slice(0, CONTINUING);
  }
  return [];
}

/** After 多一分耐心， or 多一分耐心，少 the phrases that go on from the clauses before the mark too. */
function goingOnOverMark(index: PhraseIndex, scope: OfferScope, around: Surroundings): Offer[] {
  const { before, sentence } = around;
  const at = sentence.search(LAST_MARK);
  if (at < 0 || readMarker(fold(sentence))?.length === at + 1) return [];
  const rest = sentence.length - at - 1;
  const mark = fold(sentence.charAt(at));
  const clauses = before.slice(0, before.length - rest - 1);
  for (const within of scopes(scope)) {
    const found = query(index, within, around, clauses, LIST, true).flatMap((offer) => {
      const { length, units } = overlap(sentence, offer.text);
      const over = units > 1 && length > rest + 1;
      const fits = over && (rest > 0 || wordsUpTo(offer.text, mark).has(wordKey(sentence.slice(-length))));
      return fits ? [{ ...offer, replace: length, goesOn: true }] : [];
    });
    if (found.length > 0) return found.slice(0, CONTINUING);
  }
  return [];
}

/** What stands before each of the marks of a text, as keys. */
function wordsUpTo(text: string, mark: string): ReadonlySet<string> {
  const folded = fold(text);
  const ends = Array.from({ length: text.length }, (_, at) => at).filter((at) => folded.charAt(at) === mark);
  return new Set(ends.map((at) => wordKey(text.slice(0, at))));
}

function query(
  index: PhraseIndex,
  scope: OfferScope,
  around: Surroundings,
  before: string,
  limit: number,
  typedOnly = false,
): Offer[] {
  const { framework, section, next, point, question, draft } = scope;
  const ask = (wanted: string | undefined, more: Partial<PhraseQuery>): Offer[] =>
    index
      .query({ framework, section: wanted, question, draft, before, limit, typedOnly, ...more })
      .map((suggestion) => toOffer(suggestion, around, before, wanted))
      .filter((offer) => hasMore(offer, around, before));
  const own = ask(section, { point });
  if (next === undefined) return own;
  // On the line below a full section the writer goes on with it or begins the next: by turns.
  const others = ask(next, {});
  return unique(own.flatMap((offer, at) => [offer, ...others.slice(at, at + 1)]).concat(others)).slice(
    0,
    limit,
  );
}

function toOffer(
  suggestion: Suggestion,
  { sentence }: Surroundings,
  before: string,
  section: string | undefined,
): Offer {
  const text = phraseText(suggestion.text);
  const typed = before === '' ? { length: 0, units: 0 } : overlap(sentence, text);
  const spelt = /[a-z]{2,12}$/i.exec(before)?.[0].length === suggestion.replace && typed.units === 0;
  // Over a comma too: 多一分耐心，少一 is all in the phrase.
  // And 先 after 我先, which is no word to look for.
  const repeats = typed.units > 1 || (typed.units === 1 && isLeadIn(sentence.slice(-typed.length)));
  const replace = repeats ? Math.max(typed.length, suggestion.replace) : suggestion.replace;
  return { suggestion, text, replace, goesOn: replace > 0 && !spelt, section };
}

/** Whether a phrase adds something: it is not all typed, and what it adds does not follow already. */
function hasMore({ text, goesOn }: Offer, { sentence, after }: Surroundings, before: string): boolean {
  const key = wordKey(text);
  const rest = goesOn && before !== '' ? key.slice(overlap(sentence, text).units) : key;
  return rest !== '' && !wordKey(after).startsWith(rest);
}

function unique(all: readonly Offer[]): Offer[] {
  const seen = new Set<string>();
  return all.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function endsWithHan(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return isHan(last) || isLow(last);
}
