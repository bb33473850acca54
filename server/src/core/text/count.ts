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

/** Units that are one 字 each, and letters, of which a run is one. */
const COUNTS = 1;
const LETTER = 2;
const kinds = new Uint8Array(0x10000);
const mark = (kind: number, ...ranges: readonly (readonly [number, number])[]): void => {
  for (const [from, to] of ranges) kinds.fill(kind, from, to + 1);
};
mark(COUNTS, [0x4e00, 0x9fff], [0x3400, 0x4dbf], [0xf900, 0xfaff], [0x30, 0x39], [0xff10, 0xff19]);
// An astral character is two units; the ideographs of planes 2 and 3 have these high surrogates.
mark(COUNTS, [0xd840, 0xd88d]);
mark(LETTER, [0x41, 0x5a], [0x61, 0x7a], [0xc0, 0x24f]);

/**
 * Counts 字 in `text.slice(from, to)` as they are spoken: every Han character and every digit is one,
 * every run of Latin letters is one; punctuation, markup and white space are none.
 */
export function countHanzi(text: string, from = 0, to = text.length): number {
  let count = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const kind = kinds[text.charCodeAt(i)] ?? 0;
    if (kind === COUNTS || (kind === LETTER && before !== LETTER)) count++;
    before = kind;
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
