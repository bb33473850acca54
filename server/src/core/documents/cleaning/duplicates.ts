import { fingerprint, fingerprints, keyOf } from '../fingerprint';
import { countHan, endsSentence } from '../han';
import { dropLine, textOf } from '../lines';
import type { Drop, Fingerprints, Line, Step } from '../types';

/** From so many Han characters on a line is body text although it does not end like a sentence. */
const BODY_HAN = 30;

/**
 * Drops paragraphs that have been read before: every telling sentence of them stands earlier in the document
 * (however it was divided into paragraphs) or in a document read before. Headings and other short lines may well
 * repeat; they go only with the body text beside them. Source: inventory.md §4.1 R5, §4.2 (document 000 lines
 * 12-21), §4.5 (document 003 lines 43-79).
 */
export const duplicates: Step = (lines, { known }) => {
  const origins = originsOf(lines, known);
  const kept: Line[] = [];
  const drops: Drop[] = [];
  for (const [index, line] of lines.entries()) {
    const origin = origins[index];
    if (!origin) kept.push(line);
    else
      drops.push(
        ...dropLine(line, origin.document === undefined ? 'duplicate' : 'duplicate-elsewhere', origin),
      );
  }
  return { lines: kept, drops };
};

type Origin = NonNullable<Drop['of']>;

/** For each line the place of the text it repeats, if it does. */
function originsOf(lines: readonly Line[], known: Fingerprints): (Origin | undefined)[] {
  const sentences = new Map<number, number>();
  const short = new Map<number, number>();
  const repeats: (Origin | undefined)[] = [];
  const origins = lines.map((line, index): Origin | undefined => {
    const text = textOf(line);
    const at = line.pieces[0]?.line ?? 0;
    const marks = isBody(text) ? fingerprints(text) : [];
    const origin = marks.length > 0 ? originOf(marks, sentences, known) : undefined;
    for (const mark of marks) if (!sentences.has(mark)) sentences.set(mark, at);
    if (marks.length === 0 && text.trim() !== '') {
      const mark = fingerprint(keyOf(text));
      const first = short.get(mark);
      repeats[index] = first === undefined ? known.get(mark) : { line: first };
      if (first === undefined) short.set(mark, at);
    }
    return origin;
  });
  spread(lines, origins, repeats, 1);
  spread(lines, origins, repeats, -1);
  return origins;
}

function isBody(text: string): boolean {
  return endsSentence(text) || countHan(text) >= BODY_HAN;
}

/** Where all sentences of a paragraph were read, if they all were. */
function originOf(
  marks: readonly number[],
  own: ReadonlyMap<number, number>,
  known: Fingerprints,
): Origin | undefined {
  const [first = 0] = marks;
  const line = own.get(first);
  if (marks.every((mark) => own.has(mark)) && line !== undefined) return { line };
  const elsewhere = known.get(first);
  return marks.every((mark) => own.has(mark) || known.has(mark)) && elsewhere ? elsewhere : undefined;
}

/** Short lines that repeat go with a dropped paragraph before (`step` 1) or behind (-1) them. */
function spread(
  lines: readonly Line[],
  origins: (Origin | undefined)[],
  repeats: readonly (Origin | undefined)[],
  step: 1 | -1,
): void {
  let beside: Origin | undefined;
  for (let index = step > 0 ? 0 : lines.length - 1; lines[index]; index += step) {
    if (lines[index]?.pieces.length === 0) continue;
    if (beside && !origins[index] && repeats[index]) origins[index] = repeats[index];
    beside = origins[index];
  }
}
