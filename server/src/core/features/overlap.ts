import { decode, keyUnits, startOfTail } from '../phrases/units';

/** How much of the end of a text a phrase begins with. */
export interface Overlap {
  /** UTF-16 units of the text. */
  readonly length: number;
  /** Word units that agree. */
  readonly units: number;
}

/** The longest end of a text that a phrase begins with; punctuation, width and script do not count. */
export function overlap(text: string, phrase: string): Overlap {
  const typed = keyUnits(text);
  const wanted = keyUnits(phrase);
  for (let units = Math.min(typed.length, wanted.length); units > 0; units--) {
    const tail = typed.subarray(typed.length - units);
    if (tail.every((unit, at) => unit === wanted[at]))
      return { length: text.length - startOfTail(text, units), units };
  }
  return { length: 0, units: 0 };
}

/** So many units are decoded at once; a draft may be longer than a function may have arguments. */
const CHUNK = 4096;

/** The word units of a text as a string, to compare by: two texts that say the same have the same. */
export function wordKey(text: string): string {
  const units = keyUnits(text);
  if (units.length <= CHUNK) return decode(units);
  let key = '';
  for (let at = 0; at < units.length; at += CHUNK) key += decode(units.subarray(at, at + CHUNK));
  return key;
}
