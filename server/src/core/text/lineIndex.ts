import { firstThat } from './firstThat';

/** A place as editors count it: both 0-based, `character` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offsets at which the lines of a text begin; lines end at `\n`, `\r\n` or `\r`, as in LSP. */
export function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}

/** Converts offsets of one text to positions. */
export class LineIndex {
  readonly #starts: Uint32Array;

  constructor(readonly text: string) {
    this.#starts = lineStartsOf(text);
  }

  /** Position of an offset; one beyond the text counts as its end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = firstThat(this.#starts, (start) => start > at) - 1;
    return { line, character: at - (this.#starts[line] ?? 0) };
  }
}
