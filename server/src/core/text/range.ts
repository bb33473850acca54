/** A half-open span `[from, to)` of a text, in UTF-16 offsets from its start. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whether two ranges share at least one position; an empty range touches what it lies in or borders. */
export function touches(a: Range, b: Range): boolean {
  return a.from <= b.to && b.from <= a.to;
}
