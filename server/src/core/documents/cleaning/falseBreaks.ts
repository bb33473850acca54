import { matched } from '../../text/matched';
import { countHan, endsClause, endsSentence, HAN } from '../han';
import { joinLines, retext, runsOf, sliceLine, textOf } from '../lines';
import type { Line, Repair, Step, StepContext } from '../types';

/** A quotation mark that closes what the line before opened. */
const ORPHAN = /^\s*[”’』」]+/;
/** A clause that only says when, so that the sentence cannot end here (document 001 lines 7 and 46). */
const WHEN =
  /^(?:在|当|每当|正当|趁着?).*(?:的同时|之际|的时候)$|^等.+(?:之后|以后)$|(?:[完好毕]|结束|实施|施行|出台|公布|发布|核实|调查|处理|解决|反馈)(?:之后|以后)$/;
/** Unless it is what the sentence says: 问题就出在改革之后。 */
const PREDICATE =
  /(?:总|都|正|就|只|还|也|是|发生|出|放|留|推|拖|排|落|列|走|出现|等|建立)在|[改推拖留放等排]到|^(?:是|直到|管住)/;
/** A clause shorter than this, in Han characters, may be an answer: 以后。 */
const WHEN_HAN = 5;
/** A Latin full stop between Han characters that do not belong to a name or number (document 002 line 254). */
const LATIN_STOP = new RegExp(`(?<=[${HAN}”）)])\\.(?=[${HAN}“])`, 'g');
/** An item or heading begins: a line is never joined to the one before over it. */
const MARKER =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[，,、章节条篇]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[、.．)）]|[①-⑳●•■◆▪·]|【)/;
/** A paragraph is joined from no more pieces: a bound on the work, far above what people write. */
const MOST_PIECES = 100;
/** Share of the long lines that must be full for a text to be one broken at a fixed width. */
const WRAPPED_SHARE = 0.5;

/**
 * Mends sentences that are broken where they do not end: a paragraph cut into lines of one width (pdf, mail), a
 * closing quotation mark on the next line, a full stop behind a clause that only says when, and a Latin full stop
 * where a Chinese one belongs. Characters put right are reported as repairs; every character keeps its place.
 * Source: inventory.md §4.1 R6 and 修复, §4.3 lines 7, 8, 46, §4.4 lines 54-55, 134-135, 254.
 */
export const falseBreaks: Step = (lines, context) => {
  const repairs: Repair[] = [];
  const mended = stops(unwrap(quotes(lines), context), repairs);
  return { lines: mended, drops: [], repairs };
};

/** Orphaned quotation marks go to the end of the line before. */
function quotes(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const text = textOf(line);
    const orphan = matched(ORPHAN, text).length;
    const last = result.findLastIndex(({ pieces }) => pieces.length > 0);
    const before = result[last];
    if (orphan > 0 && before) {
      result[last] = joinLines(before, sliceLine(line, 0, orphan));
      result.push(sliceLine(line, orphan, text.length));
    } else result.push(line);
  }
  return result;
}

/** Joins the lines of paragraphs that were broken at a fixed width. */
function unwrap(lines: readonly Line[], { format }: StepContext): readonly Line[] {
  const width = format === 'html' || format === 'docx' ? undefined : wrapWidth(lines, format === 'pdf');
  if (width === undefined) return lines;
  const result: Line[] = [];
  let open = false;
  for (const line of lines) {
    const text = textOf(line).trimEnd();
    const before = result.at(-1);
    const goesOn =
      open && canGrow(before) && text.trim() !== '' && line.heading === undefined && !MARKER.test(text);
    if (goesOn && before) result[result.length - 1] = joinLines(before, line);
    else result.push(line);
    open = line.heading === undefined && text.length >= width && !endsSentence(text);
  }
  return result;
}

function canGrow(line: Line | undefined): boolean {
  return line !== undefined && line.pieces.length < MOST_PIECES;
}

/** The length, in UTF-16 units, from which a line without an end goes on in the next; undefined if none does. */
function wrapWidth(lines: readonly Line[], always: boolean): number | undefined {
  const lengths = lines.map((line) => textOf(line).trimEnd().length).filter((length) => length > 12);
  if (lengths.length < 4) return undefined;
  const sorted = lengths.toSorted((a, b) => a - b);
  const full = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const open = lines.filter((line) => {
    const text = textOf(line).trimEnd();
    return text.length >= full - 3 && text.length <= full + 3 && !endsSentence(text) && !endsClause(text);
  });
  const enough = always || (full <= 80 && open.length >= lengths.length * WRAPPED_SHARE);
  return enough ? Math.max(12, Math.floor(full * 0.85)) : undefined;
}

/** Replaces stops that are none, and joins the next line where such a stop was at the end of one. */
function stops(lines: readonly Line[], repairs: Repair[]): Line[] {
  const result: Line[] = [];
  let open = false;
  for (const original of lines) {
    const joined =
      open && canGrow(result.at(-1)) && original.heading === undefined && !MARKER.test(textOf(original));
    const before = result.at(-1);
    const whole = joined && before ? joinLines(before, original) : original;
    const text = textOf(whole);
    const line = replace(
      replace(whole, falseStops(text), '，', 'false-break', repairs),
      [...text.matchAll(LATIN_STOP)].map(({ index }) => index),
      '。',
      'missing-stop',
      repairs,
    );
    open = isFalseStop(text, text.trimEnd().length - 1);
    if (joined) result[result.length - 1] = line;
    else result.push(line);
  }
  return result;
}

/** Offsets of full stops inside a line that end no sentence. */
function falseStops(text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf('。'); at >= 0; at = text.indexOf('。', at + 1)) {
    if (text.slice(at + 1, at + 40).trim() !== '' && isFalseStop(text, at)) offsets.push(at);
  }
  return offsets;
}

function isFalseStop(text: string, at: number): boolean {
  if (text[at] !== '。') return false;
  const before = text.slice(Math.max(0, at - 60), at);
  const clause = before.slice(before.search(/[^。！？!?；;，,：:]*$/));
  return WHEN.test(clause) && countHan(clause) >= WHEN_HAN && !PREDICATE.test(clause);
}

function replace(
  line: Line,
  offsets: readonly number[],
  now: string,
  reason: Repair['reason'],
  repairs: Repair[],
): Line {
  let text = textOf(line);
  for (const from of offsets) {
    for (const run of runsOf(sliceLine(line, from, from + 1).pieces))
      repairs.push({ line: run.line, from: run.from, to: run.to, was: text.charAt(from), now, reason });
    text = text.slice(0, from) + now + text.slice(from + 1);
  }
  return offsets.length > 0 ? retext(line, text) : line;
}
