import { countHanzi } from '../text/count';
import { fold } from '../text/fold';
import type { Range } from '../text/range';
import { type Marker, readMarker } from './markers';

/** Replaces what is in the source but is not said: markup, link targets, comments. Matching steps over it. */
export const SILENT = '\0';

/** The longest line, in 字, that is read as a heading although it has no heading mark. */
const PSEUDO_HEADING_HANZI = 24;
/** The longest sentence, in 字, that only announces what follows (`一、正面回应。`). */
const LEAD_HANZI = 14;

/**
 * A sentence of a block. `heading` is a title or a short line that stands like one; `lead` a short numbered
 * sentence that announces a paragraph; neither is evidence that the section is there.
 */
export class Sentence implements Range {
  /**
   * @param folded folded text of the range, of the same length; what is not said is `SILENT`
   * @param hanzi 字 as spoken
   * @param startsParagraph first of its block or of its line, or first after a heading
   */
  constructor(
    readonly from: number,
    readonly to: number,
    readonly kind: 'sentence' | 'lead' | 'heading',
    readonly folded: string,
    readonly hanzi: number,
    readonly startsParagraph: boolean,
    readonly marker?: Marker,
  ) {}
}

const CLOSING = '”》)】〉]';
const TERMINATORS = '。!?';
const MARKUP = /[*_`~]/g;

/* What a unit may do where sentences are divided; all others are stepped over at once. */
const TERMINATOR = 1;
const OPENS = 2;
const CLOSES = 3;
const STRAIGHT = 4;
const OTHER_END = 5;
const DIVIDES = new Uint8Array(0x10000);
for (const unit of TERMINATORS) DIVIDES[unit.charCodeAt(0)] = TERMINATOR;
for (const unit of '.…') DIVIDES[unit.charCodeAt(0)] = OTHER_END;
DIVIDES['“'.charCodeAt(0)] = OPENS;
DIVIDES['”'.charCodeAt(0)] = CLOSES;
DIVIDES['"'.charCodeAt(0)] = STRAIGHT;

const LF = 10;
const CR = 13;

/**
 * Splits the text of one leaf of the Markdown tree into sentences: at 。！？ outside quotation marks, after a
 * quotation that ends with 。 or ！, and at line ends where the line is complete. A semicolon does not end a
 * sentence: the clauses beside it belong to one measure (corpus labels are made that way).
 * @param text source text of the block
 * @param leaf span of the leaf within `text`
 * @param holes spans within the leaf that are not said, in order
 * @param isHeading whether the leaf is a Markdown heading
 * @param sentences they are added here
 */
export function splitSentences(
  text: string,
  leaf: Range,
  holes: readonly Range[],
  isHeading: boolean,
  sentences: Sentence[] = [],
): Sentence[] {
  const folded = foldSaid(text, leaf, holes);
  if (isHeading) pushSentence(sentences, text, folded, leaf.from, 0, folded.length, 'heading');
  else splitLines(sentences, text, folded, leaf.from);
  return sentences;
}

function splitLines(sentences: Sentence[], text: string, folded: string, offset: number): void {
  for (const line of logicalLines(folded)) {
    const first = sentences.length;
    splitLine(sentences, text, folded, offset, line);
    markHeadingOrLead(sentences, first, folded, line);
  }
}

function foldSaid(text: string, leaf: Range, holes: readonly Range[]): string {
  const folded = fold(text.slice(leaf.from, leaf.to)).replace(MARKUP, SILENT);
  if (holes.length === 0) return folded;
  let said = '';
  let at = 0;
  for (const hole of holes) {
    const from = Math.max(hole.from, leaf.from) - leaf.from;
    const to = Math.min(hole.to, leaf.to) - leaf.from;
    if (to <= from) continue;
    said += folded.slice(at, from) + SILENT.repeat(to - from);
    at = to;
  }
  return said + folded.slice(at);
}

/** Lines of a paragraph; a long line that ends without punctuation goes on in the next one (soft wrap). */
function logicalLines(folded: string): Range[] {
  const lines: Range[] = [];
  let from = 0;
  let physical = 0;
  for (let i = 0; i <= folded.length; i++) {
    const unit = i < folded.length ? folded.charCodeAt(i) : LF;
    if (unit !== LF && unit !== CR) continue;
    if (unit === CR && folded.charCodeAt(i + 1) === LF) continue;
    const wrapped = physical > from;
    if (i === folded.length || isComplete(folded, physical, i, wrapped)) {
      if (folded.slice(from, i).trim() !== '') lines.push({ from, to: i });
      from = i + 1;
    }
    physical = i + 1;
  }
  return lines;
}

/** A line is complete when punctuation ends it, or when it is short, goes on from none and nothing joins it to the next. */
function isComplete(folded: string, from: number, to: number, wrapped: boolean): boolean {
  let end = to;
  while (end > from && isBlank(folded.charCodeAt(end - 1))) end--;
  const last = end > from ? folded.charAt(end - 1) : '。';
  if ('。!?;:…”)'.includes(last)) return true;
  return !wrapped && !',、'.includes(last) && countHanzi(folded, from, to) <= PSEUDO_HEADING_HANZI;
}

/** Adds the sentences of a line; they are pushed at once, for lists of their ends would be as many as paragraphs. */
function splitLine(sentences: Sentence[], text: string, folded: string, offset: number, line: Range): void {
  let start = line.from;
  let lastClose: number | undefined;
  let depth = 0;
  let straightOpen = false;
  for (let i = line.from; i < line.to; i++) {
    const kind = DIVIDES[folded.charCodeAt(i)] ?? 0;
    if (kind === 0) continue;
    if (kind === OPENS) {
      // Within the line only: a paragraph may have many, and no closing mark.
      lastClose ??= line.from + folded.slice(line.from, line.to).lastIndexOf('”');
      if (i < lastClose) depth++;
    } else if (kind === STRAIGHT) straightOpen = !straightOpen;
    else if (kind === CLOSES) depth = Math.max(0, depth - 1);
    if (depth > 0 || straightOpen) continue;
    const closesQuote = kind === CLOSES || kind === STRAIGHT;
    if (
      closesQuote ? '。!'.includes(folded[i - 1] ?? ' ') && i > line.from : endsSentence(folded, i, line.to)
    ) {
      const end = absorb(folded, i + 1, line.to);
      if (!continuesAfter(folded, end, line.to) || !closesQuote) {
        pushSentence(sentences, text, folded, offset, start, end, 'sentence');
        start = end;
        i = end - 1;
      }
    }
  }
  if (start < line.to) pushSentence(sentences, text, folded, offset, start, line.to, 'sentence');
}

function endsSentence(folded: string, at: number, lineEnd: number): boolean {
  const unit = folded.charAt(at);
  if (TERMINATORS.includes(unit)) return true;
  if (unit === '.') {
    // A full stop typed half-width: between Han characters or at the end, not in 3.5 or 1.
    const before = folded[at - 1] ?? ' ';
    const after = at + 1 < lineEnd ? folded.charAt(at + 1) : ' ';
    return /[一-鿿”)]/.test(before) && /[\s一-鿿“"]/.test(after);
  }
  return unit === '…' && folded[at - 1] === '…' && !/[,、;:。!?”)]/.test(folded[at + 1] ?? ' ');
}

const ABSORBED = TERMINATORS + CLOSING + SILENT;

/** Takes in the punctuation that closes a sentence: repeated terminators, closing quotes and brackets. */
function absorb(folded: string, at: number, lineEnd: number): number {
  let end = at;
  while (end < lineEnd && ABSORBED.includes(folded.charAt(end))) end++;
  return end;
}

/** After a quotation the sentence goes on when punctuation or 的 follows: “……。”的态度. */
function continuesAfter(folded: string, at: number, lineEnd: number): boolean {
  return at < lineEnd && ',、;:的这等和与或'.includes(folded.charAt(at));
}

function pushSentence(
  into: Sentence[],
  text: string,
  folded: string,
  offset: number,
  from: number,
  to: number,
  kind: Sentence['kind'],
): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(folded.charCodeAt(start))) start++;
  while (end > start && isBlank(folded.charCodeAt(end - 1))) end--;
  if (start === end) return;
  const said = silenceWraps(folded.slice(start, end));
  const hanzi = countHanzi(said);
  if (hanzi === 0) return;
  const marker = readMarker(said);
  const starts = startsParagraph(into.at(-1), text, offset + start);
  into.push(new Sentence(offset + start, offset + end, kind, said, hanzi, starts, marker));
}

function startsParagraph(before: Sentence | undefined, text: string, from: number): boolean {
  if (!before || before.kind === 'heading') return true;
  for (let at = before.to; at < from; at++) if (text.charCodeAt(at) === LF) return true;
  return false;
}

function as(sentence: Sentence, kind: Sentence['kind']): Sentence {
  const { from, to, folded, hanzi, startsParagraph, marker } = sentence;
  return new Sentence(from, to, kind, folded, hanzi, startsParagraph, marker);
}

/** White space, or what is not said. */
function isBlank(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || unit === 0 || (unit >= 9 && unit <= 13);
  return unit >= 0xa0 && (unit < 0x3001 || unit === 0xfeff) && /\s/.test(String.fromCharCode(unit));
}

/** A soft wrap is no part of what is said, nor are the blanks around it: a word that goes on over it is found. */
function silenceWraps(said: string): string {
  if (!said.includes('\n') && !said.includes('\r')) return said;
  let out = '';
  let at = 0;
  for (let i = 0; i < said.length; i++) {
    const unit = said.charCodeAt(i);
    if (unit !== LF && unit !== CR) continue;
    let from = i;
    let to = i + 1;
    while (from > at && /\s/.test(said.charAt(from - 1))) from--;
    while (to < said.length && /\s/.test(said.charAt(to))) to++;
    out += said.slice(at, from) + SILENT.repeat(to - from);
    at = to;
    i = to - 1;
  }
  return at === 0 ? said : out + said.slice(at);
}

/** Whether a sentence begins like an announcement: 一、 or 首先， but not 再次上门. */
function announces({ marker, folded }: Sentence): boolean {
  return (
    marker?.style === 'number' || (marker !== undefined && /[,:、]$/.test(folded.slice(0, marker.length)))
  );
}

/** Recognises a line that stands like a heading, and a first sentence that only announces the rest. */
function markHeadingOrLead(sentences: Sentence[], first: number, folded: string, line: Range): void {
  const sentence = sentences[first];
  if (!sentence) return;
  const alone = sentences.length === first + 1;
  const ended = /[。!?…”]$/.test(sentence.folded);
  if (alone && !ended && sentence.hanzi <= PSEUDO_HEADING_HANZI) {
    const bold = folded.slice(line.from, line.to).trimStart().startsWith(SILENT);
    if (sentence.marker?.style === 'number' || bold || line.to < folded.length) {
      sentences[first] = as(sentence, 'heading');
    }
  } else if (!alone && announces(sentence) && sentence.hanzi <= LEAD_HANZI) {
    sentences[first] = as(sentence, 'lead');
  }
}
