/** What a group of a match holds; '' when it is not part of it. */
export function captured(match: RegExpMatchArray, group = 1): string {
  return match[group] ?? '';
}

/** The first thing in a text that a pattern matches; '' when nothing does. */
export function matched(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}
