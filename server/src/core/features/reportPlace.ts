import { LineIndex } from '../text/lineIndex';
import type { Range } from '../text/range';

/** A place of the draft: UTF-16 offsets, and the line it begins in, 1-based. */
export interface DraftPlace extends Range {
  readonly line: number;
}

/** Says where a range of the draft is. */
export type Placer = (range: Range) => DraftPlace;

/** Places of one text. */
export function placerOf(text: string): Placer {
  const index = new LineIndex(text);
  return ({ from, to }) => ({ from, to, line: index.positionAt(from).line + 1 });
}
