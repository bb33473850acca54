import type { Range } from './range';

/** What the writer has still to fill in: 【哪天】. The length is bounded as in inserted phrases. */
const PLACEHOLDER = /【[^【】]{1,40}】/g;
const LONGEST = 42;
const OPENING = '【'.charCodeAt(0);

/** The placeholders of a text, in order. */
export function placeholdersIn(text: string): Range[] {
  PLACEHOLDER.lastIndex = 0;
  return Array.from(text.matchAll(PLACEHOLDER), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}

/** Whether a range of a text lies in a placeholder, or touches the inside of one. */
export function touchesPlaceholder(text: string, from: number, to: number): boolean {
  return placeholderAt(text, from, to) !== undefined;
}

/**
 * The next match of a form that neither lies in a placeholder nor touches the inside of one: what is not written yet
 * says nothing.
 * @param form with the flag g; looked for from its `lastIndex` on
 */
export function execBesidePlaceholders(form: RegExp, text: string): RegExpExecArray | null {
  let match = form.exec(text);
  while (match) {
    const from = match.index;
    const placeholder = placeholderAt(text, from, from + match[0].length);
    if (!placeholder) break;
    // What runs into a placeholder may hide what ends before it.
    form.lastIndex = placeholder.from <= from ? placeholder.to : from + 1;
    match = form.exec(text);
  }
  return match;
}

/** The first placeholder a range reaches into. Only what is near is looked through: a sentence may go on without end. */
function placeholderAt(text: string, from: number, to: number): Range | undefined {
  let start = Math.max(0, from - LONGEST);
  while (start < to && text.charCodeAt(start) !== OPENING) start++;
  if (start >= to) return undefined;
  const near = text.slice(start, to + LONGEST);
  PLACEHOLDER.lastIndex = 0;
  for (
    let found = PLACEHOLDER.exec(near);
    found && start + found.index < to;
    found = PLACEHOLDER.exec(near)
  ) {
    const end = start + found.index + found[0].length;
    if (from < end) return { from: start + found.index, to: end };
  }
  return undefined;
}
