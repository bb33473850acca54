/** Deeper than any front matter or rubric; far less than what exhausts the stack. */
const MAX_DEPTH = 60;
const MAX_INDENT = 400;

/**
 * Where YAML becomes too deep to be parsed safely, or -1. The YAML library descends once per level, and a stack
 * overflow inside it can end the whole process, so depth is judged before parsing, by brackets, dashes and indent;
 * brackets in quoted text count too, which no writer's file comes near.
 * @returns UTF-16 offset of the place
 */
export function tooDeepAt(source: string): number {
  let brackets = 0;
  let marks = 0;
  let indent = 0;
  let atLineStart = true;
  for (let i = 0; i < source.length; i++) {
    const unit = source.charAt(i);
    if (unit === '\n' || unit === '\r') {
      atLineStart = true;
      marks = 0;
      indent = 0;
      continue;
    }
    if (atLineStart && (unit === ' ' || unit === '\t')) indent++;
    else if (atLineStart && (unit === '-' || unit === '?') && source[i + 1] === ' ') {
      marks++;
      i++;
    } else atLineStart = false;
    if (unit === '[' || unit === '{') brackets++;
    else if (unit === ']' || unit === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > MAX_DEPTH || marks > MAX_DEPTH || indent > MAX_INDENT) return i;
  }
  return -1;
}
