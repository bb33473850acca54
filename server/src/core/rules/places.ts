import type { Analysis } from '../analysis/analyse';
import type { Range } from '../text/range';

/**
 * Where a finding about the whole answer is shown: the key of the question in the front matter, the first clause of
 * a question in the text, else the front matter's first line, else the first sentence of the answer. It is short, so
 * that a long question is not underlined over several lines while one writes.
 */
export function wholeAnswerPlace({ draft, answer }: Analysis): Range {
  const question = draft.question?.ranges[0];
  const { range, questionKey } = draft.frontMatter;
  if (question && questionKey && draft.question.from === 'front-matter') return questionKey;
  if (question) return firstClause(draft.text, question);
  if (range.to > range.from) return firstLine(draft.text, range);
  const { first } = answer;
  if (first) return firstLine(draft.text, { from: first.from, to: first.to });
  return firstLine(draft.text, { from: 0, to: draft.text.length });
}

function firstClause(text: string, range: Range): Range {
  const { from, to } = firstLine(text, range);
  const stop = /[，。？！；,?!;](?=.)/.exec(text.slice(from, to))?.index;
  return { from, to: stop === undefined ? to : from + stop };
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
