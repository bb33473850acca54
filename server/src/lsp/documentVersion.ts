import type { Position, Range as LspRange } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';

const LF = 10;
const CR = 13;

/** So many lines are looked at before all that follow. */
const NEAR = 4;

/**
 * One version of a document in an editor; it never changes. The next one is made of it with the lines it shares, so
 * that an edit does not cost a walk through the text.
 */
export class DocumentVersion implements TextDocument {
  readonly #text: string;
  /** Where lines start; found when they are first asked for. */
  #starts: readonly number[] | undefined;
  /** The line `positionAt` was last asked about. */
  #near = 0;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    text: string,
    starts?: readonly number[],
  ) {
    this.#text = text;
    this.#starts = starts;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  getText(range?: LspRange): string {
    return range ? this.#text.substring(this.offsetAt(range.start), this.offsetAt(range.end)) : this.#text;
  }

  /** A place within a line break counts as the end of its line. */
  offsetAt({ line, character }: Position): number {
    const lines = this.#lines;
    if (line >= lines.length) return this.#text.length;
    if (line < 0) return 0;
    const start = lines[line] ?? 0;
    const next = lines[line + 1] ?? this.#text.length;
    return this.#beforeBreak(Math.min(start + Math.max(0, character), next), start);
  }

  /** Offsets beyond the text count as its end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const lines = this.#lines;
    // Places are mostly asked for in order, those of one line together.
    let line = (lines[this.#near] ?? 0) <= at ? this.#near : 0;
    let high = Math.min(lines.length, line + NEAR);
    if (high < lines.length && (lines[high] ?? 0) <= at) {
      line = high;
      high = lines.length;
    }
    while (high - line > 1) {
      const middle = (line + high) >> 1;
      if ((lines[middle] ?? 0) <= at) line = middle;
      else high = middle;
    }
    this.#near = line;
    const start = lines[line] ?? 0;
    return { line, character: this.#beforeBreak(at, start) - start };
  }

  /** A line without its break. */
  getLineRange(line: number): LspRange {
    const at = Math.max(0, Math.min(line, this.lineCount - 1));
    const start = { line: at, character: 0 };
    const end = line < 0 ? 0 : this.offsetAt({ line: at, character: Infinity }) - (this.#lines[at] ?? 0);
    return { start, end: { line: at, character: end } };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    return this.#text.slice(this.offsetAt({ line, character: Infinity }), this.#lines[line + 1]);
  }

  /**
   * @param from offset in this version where what is replaced begins
   * @param to where it ends, not before `from`
   * @returns the version after it
   */
  edited(version: number, from: number, to: number, inserted: string): DocumentVersion {
    const text = this.#text.slice(0, from) + inserted + this.#text.slice(to);
    const starts = this.#sharesLines(from, inserted)
      ? movedStarts(this.#lines, from, to, inserted)
      : undefined;
    return new DocumentVersion(this.uri, this.languageId, version, text, starts);
  }

  get #lines(): readonly number[] {
    return (this.#starts ??= lineStarts(this.#text));
  }

  /** Not where a line break of two units may be made or parted. */
  #sharesLines(from: number, inserted: string): boolean {
    return this.#text.charCodeAt(from - 1) !== CR && !inserted.includes('\r');
  }

  #beforeBreak(offset: number, start: number): number {
    let at = offset;
    while (at > start && isBreak(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }
}

function isBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

function movedStarts(starts: readonly number[], from: number, to: number, inserted: string): number[] {
  const moved: number[] = [];
  let index = 0;
  for (; index < starts.length && (starts[index] ?? 0) <= from; index++) moved.push(starts[index] ?? 0);
  for (let at = inserted.indexOf('\n'); at >= 0; at = inserted.indexOf('\n', at + 1))
    moved.push(from + at + 1);
  while (index < starts.length && (starts[index] ?? 0) <= to) index++;
  const grown = inserted.length - (to - from);
  for (; index < starts.length; index++) moved.push((starts[index] ?? 0) + grown);
  return moved;
}
