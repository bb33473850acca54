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
  let rest = line.pieces;
  for (let from = 0; from < text.length;) {
    const stop = text.slice(from, from + LONGEST).lastIndexOf('。') + 1;
    const length = text.length - from <= LONGEST ? text.length - from : stop > 0 ? stop : LONGEST;
    // Only the pieces of the part are looked at: a line may consist of very many.
    let count = 0;
    for (let covered = 0; covered < length; count++) covered += rest[count]?.text.length ?? length;
    const own: Line = { ...line, pieces: rest.slice(0, count) };
    const behind = sliceLine(own, length, textOf(own).length).pieces;
    parts.push(sliceLine(own, 0, length));
    rest = [...behind, ...rest.slice(count)];
    from += length;
  }
  return parts;
}
