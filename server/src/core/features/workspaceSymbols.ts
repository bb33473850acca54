import { keyOf, keyUnits } from '../phrases/units';
import { offsetIn } from '../references/places';
import type { Copy, ReferenceDocument, References, ReferenceSpan } from '../references/types';
import type { Range } from '../text/range';
import { onBorder } from '../text/surrogates';

/** A passage of a reference document that a search found. */
export interface PassageSymbol {
  /** The sentence, or as much of it as can be shown. */
  readonly name: string;
  /** The document and the heading the passage stands under. */
  readonly container: string;
  readonly span: ReferenceSpan;
}

/** Longest name, in UTF-16 units, and how much of it may stand before what was searched for. */
const NAME = 80;
const BEFORE = 20;
/** Longest word that is searched for, in word units. */
const MOST_UNITS = 40;
const SENTENCE_END = /[。！？!?；;…\n]/;

/**
 * Finds passages of the reference documents: first the sentences that have all words of the query, then phrases that
 * have them in other forms (initials of pinyin).
 * @param query words, parted by white space; nothing is found for none
 */
export function passageSymbols(references: References, query: string, limit = 100): PassageSymbol[] {
  const words = query
    .split(/\s+/)
    .map((word) => keyUnits(word).slice(0, MOST_UNITS))
    .filter(({ length }) => length > 0);
  if (words.length === 0) return [];
  const found = new Found(references, limit);
  for (const document of references.documents.values()) {
    if (found.isFull) break;
    inSentences(document, words, found);
  }
  if (!found.isFull) inPhrases(references, query, words, found);
  return found.symbols;
}

class Found {
  readonly symbols: PassageSymbol[] = [];
  readonly #places: Copy['place'][] = [];

  constructor(
    readonly references: References,
    readonly limit: number,
  ) {}

  get isFull(): boolean {
    return this.symbols.length >= this.limit;
  }

  add(name: string, place: Copy['place'], heading: string | undefined): void {
    const span = this.references.spanOf(place);
    const document = this.references.documents.get(place.document);
    if (!span || !document || this.isFull) return;
    const container = heading === undefined ? document.name : `${document.name} · ${heading}`;
    this.symbols.push({ name, container, span });
    this.#places.push(place);
  }

  /** Whether a place lies in one that was found. */
  has({ document, from }: Copy['place']): boolean {
    return this.#places.some((place) => place.document === document && place.from <= from && from < place.to);
  }
}

function inSentences(document: ReferenceDocument, words: readonly Uint16Array[], found: Found): void {
  const [first, ...others] = words;
  if (!first) return;
  for (const paragraph of document.paragraphs) {
    const { text, heading } = paragraph;
    for (let from = 0; !found.isFull;) {
      const hit = indexOf(text, first, from, text.length);
      if (!hit) break;
      const sentence = sentenceAround(text, hit, from);
      from = sentence.to;
      const hits = others.map((word) => indexOf(text, word, sentence.from, sentence.to));
      if (!hits.every((other) => other !== undefined)) continue;
      const earliest = Math.min(hit.from, ...hits.map((other) => other.from));
      const place = {
        document: document.id,
        from: offsetIn(paragraph, sentence.from),
        to: offsetIn(paragraph, sentence.to - 1) + 1,
      };
      found.add(nameOf(text, sentence, earliest), place, heading);
    }
    if (found.isFull) return;
  }
}

function inPhrases(references: References, query: string, words: readonly Uint16Array[], found: Found): void {
  const spelt = /^\s*[a-z]+\s*$/i.test(query);
  const { limit } = found;
  for (const { text, places } of references.phrases.query({ words: query, origin: 'documents', limit })) {
    // The index goes on with phrases that have some of the words only.
    if (!spelt && !words.every((word) => indexOf(text, word, 0, text.length))) continue;
    for (const place of places) {
      if (found.isFull) return;
      if (found.has(place)) continue;
      found.add(text, place, references.paragraphAt(place.document, place.from)?.heading);
    }
  }
}

/** Where word units first stand in `[from, to)` of a text, punctuation stepped over. */
function indexOf(text: string, word: Uint16Array, from: number, to: number): Range | undefined {
  for (let i = from; i < to; i++) {
    if (keyOf(text.charCodeAt(i)) !== word[0]) continue;
    let at = 1;
    let end = i + 1;
    for (; at < word.length && end < to; end++) {
      const unit = keyOf(text.charCodeAt(end));
      if (unit !== 0 && unit !== word[at++]) {
        at = -1;
        break;
      }
    }
    if (at === word.length) return { from: i, to: end };
  }
  return undefined;
}

/** The sentence a hit stands in, or the sentences; not before `least`. */
function sentenceAround(text: string, hit: Range, least: number): Range {
  let { from, to } = hit;
  while (from > least && !SENTENCE_END.test(text.charAt(from - 1))) from--;
  while (to < text.length && !SENTENCE_END.test(text.charAt(to))) to++;
  while (to < text.length && /[。！？!?；;…”’」』）)]/.test(text.charAt(to))) to++;
  while (from < hit.from && /[\s”’」』）)]/.test(text.charAt(from))) from++;
  return { from, to };
}

function nameOf(text: string, { from, to }: Range, hit: number): string {
  if (to - from <= NAME) return text.slice(from, to).trim();
  const start = hit - from <= NAME / 2 ? from : onBorder(text, hit - BEFORE);
  const end = Math.min(to, onBorder(text, start + NAME));
  return `${start > from ? '…' : ''}${text.slice(start, end).trim()}${end < to ? '…' : ''}`;
}
