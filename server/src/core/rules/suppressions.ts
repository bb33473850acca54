import type { Draft } from '../draft/draft';
import type { Range } from '../text/range';

const COMMENT = /<!--\s*zhangfa-(disable-next-line|disable|enable)\b([^>]*?)-->/;

/** Whether findings of a rule are suppressed at a place. */
export type IsSuppressed = (code: string, range: Range) => boolean;

/**
 * Reads the suppression comments of a draft: `<!-- zhangfa-disable-next-line CODE … -->` for the next line that is
 * not blank, `<!-- zhangfa-disable CODE … -->` up to `<!-- zhangfa-enable CODE … -->` or the end, and the front
 * matter's `zhangfa-disable`. Without a code all rules are meant.
 */
export function readSuppressions(draft: Draft): IsSuppressed {
  const wholeFile = new Set(draft.frontMatter.disable);
  const spans: { readonly codes: ReadonlySet<string>; readonly from: number; to: number }[] = [];
  for (const { block, from } of draft.blocks) {
    for (const comment of block.comments) {
      const match = COMMENT.exec(draft.text.slice(from + comment.from, from + comment.to));
      if (!match) continue;
      const codes = new Set((match[2] ?? '').split(/[\s,]+/).filter((code) => /^[a-z]/.test(code)));
      const end = from + comment.to;
      if (match[1] === 'disable-next-line') spans.push({ codes, ...nextLine(draft.text, end) });
      else if (match[1] === 'disable') spans.push({ codes, from: end, to: draft.text.length + 1 });
      else close(spans, codes, from + comment.from);
    }
  }
  return (code, range) =>
    wholeFile.has(code) ||
    wholeFile.has('all') ||
    spans.some(
      ({ codes, from, to }) => (codes.size === 0 || codes.has(code)) && from <= range.from && range.from < to,
    );
}

function nextLine(text: string, end: number): Range {
  const lineEnd = /\r\n|\r|\n/g;
  lineEnd.lastIndex = end;
  const first = lineEnd.exec(text);
  if (!first) return { from: end, to: text.length + 1 };
  let from = first.index + first[0].length;
  const blank = /^[ \t>]*(?:\r\n|\r|\n)/;
  for (
    let match = blank.exec(text.slice(from, from + 1000));
    match;
    match = blank.exec(text.slice(from, from + 1000))
  ) {
    from += match[0].length;
  }
  lineEnd.lastIndex = from;
  return { from, to: (lineEnd.exec(text)?.index ?? text.length) + 1 };
}

function close(
  spans: { readonly codes: ReadonlySet<string>; readonly from: number; to: number }[],
  codes: ReadonlySet<string>,
  at: number,
): void {
  for (const span of spans) {
    const same = codes.size === 0 || [...codes].every((code) => span.codes.has(code));
    if (same && span.to > at && span.from < at) span.to = at;
  }
}
