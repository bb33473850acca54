/** A half-open span `[from, to)` of a text, in UTF-16 offsets from its start. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Moves a range by `offset` UTF-16 units. */
export function shift(range: Range, offset: number): Range {
  return offset === 0 ? range : { from: range.from + offset, to: range.to + offset };
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two ranges share at least one position; an empty range touches what it lies in or borders. */
export function touches(a: Range, b: Range): boolean {
  return a.from <= b.to && b.from <= a.to;
}
