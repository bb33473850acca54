/** Order of texts by their UTF-16 units: the same everywhere, which that of a language is not. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
