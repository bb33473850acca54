/** Speaking rate in 字 per minute when the writer sets none (domain: speeches run at 150-200). */
export const DEFAULT_SPEAKING_RATE = 200;

/** Whether a UTF-16 unit is a Han character of the basic plane (or its compatibility block). */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

const isDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

const isLatin = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);

/**
 * Counts 字 in `text.slice(from, to)` as they are spoken: every Han character and every digit is one,
 * every run of Latin letters is one; punctuation, markup and white space are none.
 */
export function countHanzi(text: string, from = 0, to = text.length): number {
  let count = 0;
  let inWord = false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const latin = isLatin(unit);
    if (isHan(unit) || isDigit(unit) || (latin && !inWord)) count++;
    // An astral character is two units; the ideographs of planes 2 and 3 have high surrogates D840-D88D.
    else if (unit >= 0xd840 && unit <= 0xd88d) count++;
    inWord = latin;
  }
  return count;
}

/**
 * How long a text of `hanzi` 字 takes to say.
 * @param rate 字 per minute
 * @returns whole seconds
 */
export function spokenSeconds(hanzi: number, rate = DEFAULT_SPEAKING_RATE): number {
  return Math.round((hanzi / rate) * 60);
}
