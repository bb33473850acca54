import { matched } from '../text/matched';
import { splitSentences, type Sentence, SILENT } from '../draft/sentences';
import { countHanzi } from '../text/count';
import type { Range } from '../text/range';
import { dedupe } from './dedupe';
import { firstThat } from '../text/firstThat';
import { toInsertion } from './insertion';
import {
  announces,
  completes,
  goesOnListing,
  isBalanced,
  isFaulty,
  isJoiner,
  isPurpose,
  joinerLength,
  needsNext,
  standsAlone,
} from './standsAlone';
import type { Anchor, Clause, Passage, Place, Register } from './types';

/** Shortest and longest phrase, in 字. */
export const MIN_HANZI = 6;
export const MAX_HANZI = 40;
/** Longest stretch without a pause, in 字: nobody says more in one breath. */
const MAX_BREATH = 30;
/** Clauses of one sentence that may be taken together. */
const MAX_RUN = 4;
/** Longest clause that may only name the matter, in 字. */
const MATTER_HANZI = 8;
/** Units a phrase may have; the index stores no longer one. */
const MAX_UNITS = 120;
/** How much of the sentence on either side of a clause is its context, UTF-16 units. */
const CONTEXT_UNITS = 20;

/**
 * Takes the clauses of 6-40 字 out of a passage that can be said by themselves: single clauses, clauses that need
 * each other, parallel clauses, quoted speech, and whole short sentences. The same words once per passage.
 * Time grows with the length of the passage only.
 */
export function extractClauses(passage: Passage): Clause[] {
  const { text } = passage;
  const clauses: Clause[] = [];
  for (const sentence of splitSentences(text, { from: 0, to: text.length }, [], false)) {
    // 首先，我会打招呼。 is short, but says something; 一、正面回应。 does not.
    if (sentence.kind === 'heading' || (sentence.kind === 'lead' && sentence.marker?.style === 'number'))
      continue;
    for (const range of candidates(sentence)) {
      const raw = text.slice(range.from, range.to);
      const said = toInsertion(
        raw,
        sentence.folded.slice(range.from - sentence.from, range.to - sentence.from),
      ).replaceAll(ASIDE, '');
      if (said.length > MAX_UNITS) continue;
      clauses.push({
        text: said,
        place: placeOf(passage, range),
        register: registerOf(said),
        context: text.slice(
          Math.max(sentence.from, range.from - CONTEXT_UNITS),
          Math.min(sentence.to, range.to + CONTEXT_UNITS),
        ),
        example: EXAMPLE.test(sentence.folded),
      });
    }
  }
  return dedupe(clauses);
}

/** What is named in brackets for a reader: （如独居老人）. */
const ASIDE = /（(?:如|例如|比如|譬如|包括)[^（）]*）/g;
const EXAMPLE = /^[\s\0]*(?:例如|比如|譬如|举例|打个比方)/;

/** A stretch between two cuts of a sentence, joiners and closing punctuation taken off. */
interface Segment extends Range {
  readonly folded: string;
  /** The punctuation that ended it: `,` `;` `:` or '' at the end of the sentence. */
  readonly stop: string;
  /** It began with a word that says it must be done (要、应): what stands before it only names the matter. */
  readonly obliged: boolean;
}

function* candidates(sentence: Sentence): Generator<Range> {
  const { folded, from } = sentence;
  const all = /[?][\s”)]*$/.test(folded) ? [] : cut(folded);
  const list = all.findIndex((segment) => segment.stop === ':' && announces(segment.folded));
  const segments = list < 0 ? all : all.slice(0, list);
  for (const [first, head] of segments.entries()) {
    for (const [more, tail] of segments.slice(first, first + MAX_RUN).entries()) {
      const run = folded.slice(head.from, tail.to);
      if (countHanzi(run) > MAX_HANZI) break;
      if (goodRun(segments, first, first + more, run)) yield { from: from + head.from, to: from + tail.to };
      if (tail.stop !== ',') break;
    }
  }
  for (const quote of quotations(folded)) yield { from: from + quote.from, to: from + quote.to };
}

function goodRun(segments: readonly Segment[], first: number, last: number, run: string): boolean {
  // Quoted speech is taken without its marks, see `quotations`.
  if (countHanzi(run) < MIN_HANZI || /^[^“”,]{0,4}“[^“”]*”$/.test(run) || !standsAlone(run)) return false;
  const parts = segments.slice(first, last + 1);
  if (first > 0 && losesObject(parts)) return false;
  const [head, tail] = [parts[0], parts.at(-1)];
  if (!head || !tail || needsNext(tail.folded) || tail.stop === ':') return false;
  // What something is for is said with it, not by itself: 发到每户，方便他们查阅.
  if (parts.some(({ folded }) => countHanzi(folded) > MAX_BREATH)) return false;
  if (isPurpose(head.folded) && segments[first - 1]?.stop === ',') return false;
  const next = tail.stop === ',' ? segments[last + 1] : undefined;
  if (next && goesOnListing(next.folded)) return false;
  if (next && asks(head) && tooShort(next)) return false;
  if (parts.length === 1) return !amongShort(segments, first) && !namesTheMatter(tail, first, next);
  if (asks(head) && parts.slice(1).every(tooShort)) return true;
  if (isPurpose(tail.folded) && goodRun(segments, first, last - 1, runOf(parts.slice(0, -1)))) return true;
  if (!completes(head.folded, tail.folded)) return false;
  const whole = first === 0 && last === segments.length - 1;
  const tied = parts.slice(0, -1).every((part) => needsNext(part.folded));
  if (whole || tied) return true;
  // Of parallel clauses all or one: 来有迎声，问有答声 is half of what is meant.
  const [before, after] = [segments[first - 1], segments[last + 1]];
  const longer = (before && parallel([before, ...parts])) ?? (after && parallel([...parts, after]));
  return parallel(parts) && !longer;
}

/** …的困难,通过走访等措施,及时果断处理: what is dealt with stands in a clause before. */
function losesObject([head, ...rest]: readonly Segment[]): boolean {
  const tail = rest.at(-1);
  if (!head || !tail || !/^(?:通过|采取|采用|利用|运用|借助)/.test(head.folded)) return false;
  return /^(?:[及随适]时|果断|妥善|认真|尽快|立即|逐一|有效|加以|予以|进行|依法|快速)*(?:处理|解决|化解|落实|整改|核实)$/.test(
    tail.folded,
  );
}

function runOf(parts: readonly Segment[]): string {
  return parts.map(({ folded }) => folded).join(',');
}

/** 做到件件有着落,事事有回音: what is asked for goes on. */
function asks(head: Segment): boolean {
  return /^(?:做到|坚持|实现|确保)/.test(head.folded);
}

function tooShort({ folded }: Segment): boolean {
  return countHanzi(folded) < MIN_HANZI;
}

/** 办事情、作决策,要一起商量: the first clause says no more than what the second is about. */
function namesTheMatter({ folded }: Segment, at: number, next: Segment | undefined): boolean {
  return at === 0 && next?.obliged === true && countHanzi(folded) <= MATTER_HANZI;
}

/** 不收礼,不吃请,不偏心: of clauses too short to be said alone the others go with them. */
function amongShort(segments: readonly Segment[], at: number): boolean {
  if (segments.length > MAX_RUN) return false;
  const others = segments.filter((_, index) => index !== at);
  return others.length > 0 && others.every(tooShort) && countHanzi(runOf(segments)) <= MAX_RUN * MIN_HANZI;
}

/** 来有迎声,问有答声,走有送声: clauses as long as each other that share a character in the same place. */
function parallel(parts: readonly Segment[]): boolean {
  const [first] = parts;
  if (!first || first.folded.length > 12) return false;
  return parts.every(({ folded, stop }, index) => {
    if (folded.length !== first.folded.length || (stop !== ',' && index < parts.length - 1)) return false;
    return folded.split('').some((unit, at) => unit === first.folded.charAt(at));
  });
}

/** Cuts a folded sentence at its commas, semicolons and colons outside quotation marks and brackets. */
function cut(folded: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i <= folded.length; i++) {
    const unit = folded.charAt(i);
    if ('“(【《'.includes(unit) && unit !== '') depth++;
    else if ('”)】》'.includes(unit) && unit !== '') depth = Math.max(0, depth - 1);
    const stops = ',;:'.includes(unit) && depth === 0 && !isNumeral(folded, i);
    if (i < folded.length && !stops) continue;
    const segment = trim(folded, start, i, unit);
    if (segment) segments.push(segment);
    start = i + 1;
  }
  return segments;
}

function isNumeral(folded: string, at: number): boolean {
  return /\d/.test(folded.charAt(at - 1)) && /\d/.test(folded.charAt(at + 1));
}

const MARKER =
  /^(?:[([【]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)\]】][、.,]?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.]|[①②③④⑤⑥⑦⑧⑨⑩]|[·•■◆●*-])[\s\0]*/;

function trim(folded: string, from: number, to: number, stop: string): Segment | undefined {
  let start = from;
  let end = to;
  const skip = (): void => {
    while (start < end && /[\s\0,;:、。!?”)]/.test(folded.charAt(start))) start++;
  };
  skip();
  start += matched(MARKER, folded.slice(start, end)).length;
  start += joinerLength(folded.slice(start, end));
  skip();
  if (isJoiner(folded.slice(start, end))) return undefined;
  while (end > start && /[\s\0,;:、。!?]/.test(folded.charAt(end - 1))) end--;
  if (end <= start) return undefined;
  const obliged = /^(?:要|应|必须|一定要|就要|更要)/.test(folded.slice(from, to).trimStart());
  return { from: start, to: end, folded: folded.slice(start, end).replaceAll(SILENT, ''), stop, obliged };
}

/** What stands in quotation marks and is long enough to be said by itself. */
function* quotations(folded: string): Generator<Range> {
  const pattern = /“[^“”]{6,60}”|"[^"]{6,60}"/g;
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    const from = match.index + 1;
    const inner = match[0].slice(1, -1).replace(/[\s\0,;:、。!?]+$/, '');
    const hanzi = countHanzi(inner);
    // A question is kept here: it is what one asks people.
    const fits = hanzi >= MIN_HANZI && hanzi <= MAX_HANZI && !/[《》]|\d{4}|-[^-]+-/.test(inner);
    if (fits && isBalanced(inner) && !isFaulty(inner)) yield { from, to: from + inner.length };
  }
}

/** Said to someone present, or told. */
function registerOf(text: string): Register {
  return /[您咱]|我们一起|[吗呢吧呀啊]$/.test(text) ? 'spoken' : 'written';
}

const FIRST_LINE: Anchor = { at: 0, from: 0, line: 0 };

function placeOf({ document, anchors }: Passage, { from, to }: Range): Place {
  const start = anchorAt(anchors, from);
  const end = anchorAt(anchors, to - 1);
  return {
    document,
    line: start.line,
    from: from - start.at + start.from,
    to: to - end.at + end.from,
  };
}

/** The last anchor at or before an offset; without any the passage is taken for the first line. */
function anchorAt(anchors: readonly Anchor[], at: number): Anchor {
  return anchors[Math.max(0, firstThat(anchors, (anchor) => anchor.at > at) - 1)] ?? FIRST_LINE;
}
