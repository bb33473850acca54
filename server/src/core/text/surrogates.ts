/** Whether an offset lies between the two halves of an astral character. */
export function isInsidePair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

/** An offset of a text: not beyond its ends, and before an astral character rather than within it. */
export function onBorder(text: string, offset: number): number {
  const at = Math.max(0, Math.min(offset, text.length));
  return isInsidePair(text, at) ? at - 1 : at;
}

/** Whether a UTF-16 unit is the first half of an astral character. */
export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a UTF-16 unit is the second half of one. */
export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
