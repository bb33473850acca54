import { captured } from '../text/matched';
import type { Draft } from '../draft/draft';
import type { Range } from '../text/range';

const COMMENT = /<!--\s*zhangfa-(disable-next-line|disable|enable)(?=\s|--)([^>]*?)-->/g;

/** Whether findings of a rule are suppressed at a place. */
export type IsSuppressed = (code: string, range: Range) => boolean;

/**
 * Reads the suppression comments of a draft: `<!-- zhangfa-disable-next-line CODE … -->` for the next line that is
 * not blank, `<!-- zhangfa-disable CODE … -->` up to `<!-- zhangfa-enable CODE … -->` or the end, and the front
 * matter's `zhangfa-disable`. Without a code all rules are meant.
 * @returns undefined when nothing is suppressed anywhere
 */
export function readSuppressions(draft: Draft): IsSuppressed | undefined {
  const wholeFile = new Set(draft.frontMatter.disable);
  const nextLines: Suppression[] = [];
  const switches: Switch[] = [];
  for (const { block, from } of draft.blocks) {
    if (block.comments.length === 0) continue;
    for (const comment of block.comments) {
      const source = draft.text.slice(from + comment.from, from + comment.to);
      for (const match of source.matchAll(COMMENT)) {
        const codes = new Set(
          captured(match, 2)
            .split(/[\s,]+/)
            .filter((code) => /^[a-z]/.test(code)),
        );
        const at = from + comment.from + match.index + match[0].length;
        if (match[1] === 'disable-next-line') nextLines.push({ codes, ...nextLine(draft.text, at) });
        else switches.push({ codes, at, off: match[1] === 'disable' });
      }
    }
  }
  if (wholeFile.size === 0 && nextLines.length === 0 && switches.length === 0) return undefined;
  const names = (codes: ReadonlySet<string>, code: string): boolean => codes.size === 0 || codes.has(code);
  return (code, { from }) => {
    if (wholeFile.has(code) || wholeFile.has('all')) return true;
    if (nextLines.some((line) => names(line.codes, code) && line.from <= from && from < line.to)) return true;
    // The last switch before the place that names the rule decides.
    return switches.findLast((one) => one.at <= from && names(one.codes, code))?.off ?? false;
  };
}

interface Suppression extends Range {
  readonly codes: ReadonlySet<string>;
}

interface Switch {
  readonly codes: ReadonlySet<string>;
  /** From here on. */
  readonly at: number;
  readonly off: boolean;
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
