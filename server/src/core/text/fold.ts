import { buildFoldTable } from './foldTable';

/**
 * Maps every UTF-16 unit to the unit it is compared as: half-width punctuation and letters, lower case,
 * simplified script, one style of quotation mark. One unit to one unit, so offsets stay exact.
 * Characters outside the basic plane are compared as they are.
 */
export const FOLD: Uint16Array = buildFoldTable();

/** The folded form of one unit. */
export function foldedUnit(unit: number): number {
  return FOLD[unit] ?? unit;
}

/** Units folded at a time; more arguments would overflow the stack of `fromCharCode`. */
const CHUNK = 4096;
const buffer = new Uint16Array(CHUNK);

/** The folded form of a text; same length, so an offset in one is the same place in the other. */
export function fold(text: string): string {
  let at = 0;
  while (at < text.length && isFolded(text.charCodeAt(at))) at++;
  if (at === text.length) return text;
  let out = '';
  for (let from = 0; from < text.length; from += CHUNK) {
    const length = Math.min(CHUNK, text.length - from);
    for (let i = 0; i < length; i++) buffer[i] = foldedUnit(text.charCodeAt(from + i));
    // Array-like is enough for `apply`; spreading would walk an iterator, unit by unit.
    out += String.fromCharCode.apply(null, buffer.subarray(0, length) as unknown as number[]);
  }
  return out;
}

function isFolded(unit: number): boolean {
  return FOLD[unit] === unit;
}
