/** A change of a text as VS Code tells it; of several at once, the last in the text comes first. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where an offset of a text is after changes; inside what was replaced, where the new text begins. */
export function shiftOffset(offset: number, changes: readonly TextChange[]): number {
  let at = offset;
  for (const { rangeOffset, rangeLength, text } of changes) {
    if (at >= rangeOffset + rangeLength) at += text.length - rangeLength;
    else if (at > rangeOffset) at = rangeOffset;
  }
  return at;
}
