import { captured, matched } from '../../text/matched';
import { countHan, endsSentence, HAN } from '../han';
import { cutOut, sliceLine, textOf } from '../lines';
import { type Drop, type Line, RUN_IN, type Step } from '../types';

/** `【答案】` at the start of a paragraph. */
const BRACKETED = /^\s*【[^】]{1,10}】\s*/;
/** A label with a colon and a space behind it: the trace of a line end that was lost (document 002 lines 32-84). */
const SPACED_LABEL = new RegExp(
  `^[^。！？!?；;：:“”]{2,30}(?:“[^”]{1,10}”[^。！？!?；;：:“”]{0,12})?[：:]\\s+(?=[${HAN}\\d(（①-⑩“])`,
);
/** A few characters in front of the first item of a list: 如何接谈1、… (document 001 line 3). */
const BEFORE_FIRST = new RegExp(`^[${HAN}]{2,12}(?=1[、.．](?!\\d))`);
/** A first-level heading in front of the first of the second level: 一、…(一)… (document 002 line 99). */
const BEFORE_SECOND_LEVEL = /^[一二三四五六七八九十]{1,2}、[^，,。；;：:（(]{6,40}(?=[（(]一[）)])/;
/** A numbered line with a first clause this long, in characters, is a heading and the start of its paragraph. */
const CLAUSE = new RegExp(
  `^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|\\d{1,2}[.．、])[^，,。；;：:！？]{24,80}`,
);
/** What such headings end with. */
const CLOSING =
  /矛盾|问题|能力|措施|对策|办法|方法|作用|意义|原则|途径|要求|建议|经验|做法|体会|特点|原因|现状|任务|目标/g;
/** A heading and what is left of the clause have at least so many Han characters. */
const HEADING_HAN = 12;
const REST_HAN = 3;
/** With these the clause goes on. */
const GOES_ON = /^[和与及并等的得地而来去后时中上下是、也都就不能可应须需]/;
/** With these a paragraph begins; a document with glued headings has several lines of the kind. */
const BEGINS = /^(?:在|从|目前|当前|随着|近年|近几年|为了|通过|利用|作为|本|我们?)/;
/** After a repeated heading its paragraph begins; with these a sentence about it goes on. */
const PREDICATE = /^[的是要就不需必须可以有和与及、，,：:；;。”]/;
/** 标题——作者 */
const BYLINE = new RegExp(`\\s*(?:——|—|--)\\s*([${HAN}]{2,4})(?:[·•][${HAN}]{1,6})?$`);
/** A heading that ends with its own beginning again has repeated at least so many characters. */
const ECHO = 4;
/** A heading repeated at the start of its paragraph has at least so many Han characters: shorter ones are words. */
const REPEATED_HAN = 10;

/**
 * Parts headings from the paragraphs they are glued to, and drops what repeats a heading: the heading once more at
 * the start of its paragraph or at its own end, the author's name behind it and in front of the text.
 * Source: inventory.md §4.3 line 3, §4.4 lines 32-84, 99-173, 209-210, 222, 239-240.
 */
export const gluedHeadings: Step = (lines) => {
  const kept: Line[] = [];
  const drops: Drop[] = [];
  const run = runsIntoText(lines);
  let heading = '';
  let author = '';
  for (const line of lines) {
    let rest = withoutEcho(line, heading, drops);
    const byline = author === '' ? undefined : bylineAt(textOf(rest), author);
    if (byline !== undefined) rest = drop(rest, 0, byline, 'byline', drops);
    author = '';
    const text = textOf(rest);
    if (isHeadingLike(text)) {
      const named = BYLINE.exec(text);
      if (named) {
        rest = drop(rest, named.index, text.length, 'byline', drops);
        author = captured(named);
      }
    }
    for (const part of split(rest, run)) kept.push(part);
    if (text.trim() !== '') heading = isHeadingLike(text) ? textOf(rest).trim() : '';
  }
  return { lines: kept, drops };
};

function isHeadingLike(text: string): boolean {
  const han = countHan(text);
  return han > 0 && han <= 40 && !endsSentence(text);
}

function drop(line: Line, from: number, to: number, reason: Drop['reason'], into: Drop[]): Line {
  const result = cutOut(line, [{ from, to }], reason);
  into.push(...result.drops);
  return result.line;
}

function withoutEcho(line: Line, heading: string, drops: Drop[]): Line {
  const text = textOf(line);
  const start = text.length - text.trimStart().length;
  const end = start + heading.length;
  if (countHan(heading) >= REPEATED_HAN && text.startsWith(heading, start) && text.length > end) {
    if (!PREDICATE.test(text.slice(end))) return drop(line, start, end, 'repeated-heading', drops);
  }
  if (!isHeadingLike(text)) return line;
  const trimmed = text.trim();
  for (let length = Math.floor(trimmed.length / 3); length >= ECHO; length--) {
    if (trimmed.endsWith(trimmed.slice(0, length)))
      return drop(line, start + trimmed.length - length, start + trimmed.length, 'repeated-heading', drops);
  }
  return line;
}

/** Length of an office and the author's full name in front of a paragraph, when the heading named the author. */
function bylineAt(text: string, author: string): number | undefined {
  const at = text.indexOf(author);
  if (at < 0 || at > 16 || /[，,。；;：:！？!?]/.test(text.slice(0, at))) return undefined;
  // A second name ends where the sentence begins; sentences that follow a name begin with one of these.
  const rest = text.slice(at + author.length);
  const second = new RegExp(
    `^[·•][${HAN}]{1,6}?(?=通过|作为|根据|按照|随着|结合|参加|今年|近年|在|我|为|从|对|经|\\s)`,
  ).exec(rest);
  const end = at + author.length + (second?.[0].length ?? 0);
  return end + (text.slice(end).length - text.slice(end).trimStart().length);
}

/** Whether numbered headings run into their paragraphs in this document: one such line alone proves nothing. */
function runsIntoText(lines: readonly Line[]): boolean {
  const rests = lines.flatMap((line) => {
    const text = textOf(line);
    const end = headingEnd(text);
    return end > 0 ? [text.slice(end, end + 4)] : [];
  });
  const beginnings = rests.filter((rest) => BEGINS.test(rest)).length;
  return rests.length >= 2 && beginnings * 3 >= rests.length;
}

/** The line as headings and what is left. */
function split(line: Line, run: boolean): Line[] {
  if (line.heading !== undefined) return [line];
  const parts: Line[] = [];
  let rest = line;
  const end = (text: string): number => labelEnd(text) || (run ? headingEnd(text) : 0);
  for (let at = end(textOf(rest)); at > 0; at = end(textOf(rest))) {
    parts.push({ ...sliceLine(rest, 0, at), heading: RUN_IN });
    rest = sliceLine(rest, at, textOf(rest).length);
  }
  return [...parts, rest];
}

/** Length of the label a text begins with, 0 if it begins with none or is nothing else. */
function labelEnd(text: string): number {
  for (const pattern of [BRACKETED, SPACED_LABEL, BEFORE_FIRST, BEFORE_SECOND_LEVEL]) {
    const found = pattern.exec(text);
    if (found && countHan(text.slice(found[0].length, found[0].length + 40)) > REST_HAN)
      return found[0].length;
  }
  return 0;
}

/** Length of the numbered heading that runs into the first clause of a text without anything between; 0 if none. */
function headingEnd(text: string): number {
  const start = matched(BEFORE_SECOND_LEVEL, text).length;
  const clause = CLAUSE.exec(text.slice(start, start + 100))?.[0];
  if (clause === undefined) return 0;
  for (const match of [...clause.matchAll(CLOSING)].reverse()) {
    const end = match.index + match[0].length;
    const rest = clause.slice(end);
    if (countHan(rest) < REST_HAN || GOES_ON.test(rest)) continue;
    return countHan(clause.slice(0, end)) >= HEADING_HAN ? start + end : 0;
  }
  return 0;
}
