import { sliceLine, textOf } from '../lines';
import type { Line, Step } from '../types';

/** No paragraph a person wrote is longer, in UTF-16 units; twenty pages in one line are. */
const LONGEST = 4000;

/**
 * Divides lines that are longer than any paragraph, behind a full stop if there is one, so that the work on a line is
 * bounded: texts come with all line ends lost, and files that are no texts with lines of megabytes.
 */
export const longLines: Step = (lines) => ({
  lines: lines.some((line) => textOf(line).length > LONGEST) ? lines.flatMap(divide) : lines,
  drops: [],
});

function divide(line: Line): Line[] {
  const text = textOf(line);
  if (text.length <= LONGEST) return [line];
  const parts: Line[] = [];
  let next = 0;
  let carried: Line = { ...line, pieces: [] };
  for (let from = 0; from < text.length;) {
    const stop = text.slice(from, from + LONGEST).lastIndexOf('。') + 1;
    const length = text.length - from <= LONGEST ? text.length - from : stop > 0 ? stop : LONGEST;
    // Only the pieces of the part are looked at: a line may consist of very many.
    const pieces = [...carried.pieces];
    let covered = textOf(carried).length;
    for (; covered < length; next++) {
      const piece = line.pieces[next];
      if (!piece) break;
      pieces.push(piece);
      covered += piece.text.length;
    }
    const own: Line = { ...line, pieces };
    parts.push(sliceLine(own, 0, length));
    carried = sliceLine(own, length, covered);
    from += length;
  }
  return parts;
}
