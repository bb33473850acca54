/** A change of a document, in UTF-16 units. */
export interface Change {
  readonly text: string;
  /** What it replaced; an input method replaces the letters that were typed. */
  readonly rangeLength: number;
}

/** Longest text that an input method commits at once; what is longer was pasted or inserted. */
const MAX_COMMIT = 12;
/** Letters an input method may replace by what it commits. */
const MAX_LETTERS = 48;
/** So much must have been written of a clause to tell what phrase is wanted. */
const LEAST_HAN = 2;
const MAX_FRONT_MATTER = 200;

const ENDS_IN_HAN = /\p{Script=Han}$/u;
const PUNCTUATION = /[^\p{Letter}\p{Number}\p{Mark}\p{Surrogate}\s]/u;
const HAN = /\p{Script=Han}/gu;

/** Whether changes look like Chinese that was typed: one insertion, short, on one line, ending in a Han character. */
export function isTyped(changes: readonly Change[]): boolean {
  const [change, ...others] = changes;
  if (!change || others.length > 0) return false;
  const { text, rangeLength } = change;
  return (
    text.length <= MAX_COMMIT && rangeLength <= MAX_LETTERS && !/\s/.test(text) && ENDS_IN_HAN.test(text)
  );
}

/** Whether a change is one character and replaces nothing, as hardly anything but a key makes it. */
export function isKey({ text, rangeLength }: Change): boolean {
  return rangeLength === 0 && /^.$/u.test(text);
}

/**
 * Whether phrases are worth offering unasked.
 * @param before the line up to the cursor
 */
export function callsForPhrases(before: string): boolean {
  if (/^\s{0,3}#{1,6}\s/.test(before) || !ENDS_IN_HAN.test(before)) return false;
  return (before.slice(clauseStart(before)).match(HAN) ?? []).length >= LEAST_HAN;
}

/** Where the clause being written begins: after the last punctuation mark, or the last mark of Markdown. */
export function clauseStart(before: string): number {
  let start = before.length;
  // Halves of characters beyond the BMP, all of them Han here, are no punctuation.
  while (start > 0 && !PUNCTUATION.test(before.charAt(start - 1))) start--;
  return start;
}

/**
 * Whether a line is part of the front matter.
 * @param line 0-based
 * @param textOf text of a line of the document
 */
export function isInFrontMatter(line: number, textOf: (line: number) => string): boolean {
  if (line >= MAX_FRONT_MATTER || !/^\uFEFF?---\s*$/.test(textOf(0))) return false;
  for (let above = 1; above < line; above++) if (/^(?:---|\.\.\.)\s*$/.test(textOf(above))) return false;
  return true;
}
