/** The first `【…】` to fill in, as UTF-16 offsets into the text. */
export interface Placeholder {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the first placeholder of an inserted outline.
 * @param from UTF-16 offset to start at
 * @returns undefined when there is none
 */
export function firstPlaceholder(text: string, from = 0): Placeholder | undefined {
  const pattern = /【[^】\r\n]*】/g;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { from: match.index, to: match.index + match[0].length } : undefined;
}
