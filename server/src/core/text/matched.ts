/** The first thing in a text that a pattern matches; '' when nothing does. */
export function matched(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}
