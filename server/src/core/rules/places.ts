import type { Analysis } from '../analysis/analyse';
import type { Range } from '../text/range';

/**
 * Where a finding about the whole answer is shown: the first line of the question, else the front matter's first
 * line, else the first sentence of the answer.
 */
export function wholeAnswerPlace({ draft, answer }: Analysis): Range {
  const question = draft.question?.ranges[0];
  if (question) return firstLine(draft.text, question);
  const { range } = draft.frontMatter;
  if (range.to > range.from) return firstLine(draft.text, range);
  const first = answer.lines[0] ?? answer.headings[0];
  if (first) return firstLine(draft.text, { from: first.from, to: first.to });
  return firstLine(draft.text, { from: 0, to: draft.text.length });
}

/** The part of a range that stands on its first line, without surrounding white space. */
export function firstLine(text: string, range: Range): Range {
  let { from } = range;
  while (from < range.to && /\s/.test(text.charAt(from))) from++;
  let to = from;
  while (to < range.to && text[to] !== '\n' && text[to] !== '\r') to++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { from, to };
}
