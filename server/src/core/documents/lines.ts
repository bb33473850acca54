import type { Range } from '../text/range';
import type { Drop, DropReason, Line, Piece, StepResult } from './types';

/** The text of a line. */
export function textOf({ pieces }: Pick<Line, 'pieces'>): string {
  const [first] = pieces;
  return pieces.length === 1 && first ? first.text : pieces.map(({ text }) => text).join('');
}

/** Lines of a text as editors count them: ended by `\n`, `\r\n` or `\r`. */
export function toLines(text: string): Line[] {
  return text.split(/\r\n|\r|\n/).map((content, index) => ({
    pieces: content === '' ? [] : [{ line: index + 1, from: 0, to: content.length, text: content }],
  }));
}

/** How many lines `toLines` would make, without making them. */
export function countLines(text: string): number {
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

/** The part `[from, to)` of a line, in units of its text. */
export function sliceLine(line: Line, from: number, to: number): Line {
  return { ...line, pieces: slicePieces(line.pieces, from, to) };
}

function slicePieces(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const sliced: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    const first = Math.max(from, start) - start;
    const last = Math.min(to, end) - start;
    if (first < last) sliced.push(slicePiece(piece, first, last));
    start = end;
  }
  return sliced;
}

function slicePiece(piece: Piece, from: number, to: number): Piece {
  if (from === 0 && to === piece.text.length) return piece;
  const text = piece.text.slice(from, to);
  return isDivisible(piece)
    ? { line: piece.line, from: piece.from + from, to: piece.from + to, text }
    : { ...piece, text };
}

/** Whether the piece is as long as its place, so that every part of it has a place of its own. */
function isDivisible({ from, to, text }: Piece): boolean {
  return text.length === to - from;
}

/** The drops for the part `[from, to)` of a line: one for each run of it in the file. */
export function dropsOf(line: Line, from: number, to: number, reason: DropReason, of?: Drop['of']): Drop[] {
  return runsOf(slicePieces(line.pieces, from, to)).map((piece) => ({
    ...piece,
    reason,
    ...(of ? { of } : {}),
  }));
}

/** The drops for a whole line. */
export function dropLine(line: Line, reason: DropReason, of?: Drop['of']): Drop[] {
  return dropsOf(line, 0, textOf(line).length, reason, of);
}

/**
 * Takes spans out of a line.
 * @param spans in order, not overlapping
 */
export function cutOut(
  line: Line,
  spans: readonly Range[],
  reason: DropReason,
): { readonly line: Line; readonly drops: readonly Drop[] } {
  if (spans.length === 0) return { line, drops: [] };
  const pieces: Piece[] = [];
  const drops: Drop[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    pieces.push(...slicePieces(line.pieces, at, from));
    drops.push(...dropsOf(line, from, to, reason));
    at = to;
  }
  pieces.push(...slicePieces(line.pieces, at, textOf(line).length));
  return { line: { ...line, pieces }, drops };
}

/** The spans of all matches of a pattern (which has the flag `g`). */
export function spansOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The line with another text of the same length. */
export function retext(line: Line, text: string): Line {
  let at = 0;
  return {
    ...line,
    pieces: line.pieces.map((piece) => {
      const own = text.slice(at, at + piece.text.length);
      at += piece.text.length;
      return own === piece.text ? piece : { ...piece, text: own };
    }),
  };
}

/** The second line as the continuation of the first. */
export function joinLines(first: Line, second: Line): Line {
  return { ...first, pieces: [...first.pieces, ...second.pieces] };
}

/** Pieces that follow each other in the file become one. */
export function runsOf(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.line === piece.line && last.to === piece.from && isDivisible(last) && isDivisible(piece))
      runs[runs.length - 1] = { ...last, to: piece.to, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}

/** A step that takes spans out of every line. */
export function cutEach(
  lines: readonly Line[],
  spans: (text: string) => readonly Range[],
  reason: DropReason,
): StepResult {
  const results = lines.map((line) => cutOut(line, spans(textOf(line)), reason));
  return { lines: results.map(({ line }) => line), drops: results.flatMap(({ drops }) => drops) };
}

/** A step that drops whole lines: those for which `reason` gives one. */
export function dropEach(
  lines: readonly Line[],
  reason: (line: Line, index: number) => DropReason | undefined,
): StepResult {
  const kept: Line[] = [];
  const drops: Drop[] = [];
  for (const [index, line] of lines.entries()) {
    const found = reason(line, index);
    if (found === undefined) kept.push(line);
    else drops.push(...dropLine(line, found));
  }
  return { lines: kept, drops };
}
