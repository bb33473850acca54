const LETTER = 1;
const OTHER = 2;
/** What each unit of the basic plane is, found out when it is first met; of most that is known, and asking takes long. */
const kinds = new Uint8Array(0x10000);
kinds.fill(OTHER, 0, 0x80);
for (const [from, to] of [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x4e00, 0x9fa5],
] as const)
  kinds.fill(LETTER, from, to + 1);
for (const unit of '。、“”‘’《》【】…—') kinds[unit.charCodeAt(0)] = OTHER;

/**
 * How many UTF-16 units the letter or digit at an offset has, of whatever script.
 * @returns 0 where there is none
 */
export function letterAt(text: string, at: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(at);
  const kind = kinds[unit] ?? 0;
  if (kind === LETTER) return 1;
  return kind === OTHER ? 0 : ask(text, at, unit);
}

function ask(text: string, at: number, unit: number): 0 | 1 | 2 {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const is = /[\p{L}\p{N}]/u.test(character);
  if (character.length === 2) return is ? 2 : 0;
  // A lone surrogate tells nothing of one that is not alone.
  if (unit < 0xd800 || unit > 0xdfff) kinds[unit] = is ? LETTER : OTHER;
  return is ? 1 : 0;
}
