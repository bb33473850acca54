import type { Draft } from '../draft/draft';
import { firstThat } from '../text/firstThat';
import { captured } from '../text/matched';
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
  const ofRules = new Map<string, OfRule>();
  return (code, { from }) => {
    if (wholeFile.has(code) || wholeFile.has('all')) return true;
    let known = ofRules.get(code);
    if (!known) {
      const names = ({ codes }: Suppression | Switch): boolean => codes.size === 0 || codes.has(code);
      ofRules.set(code, (known = { nextLines: nextLines.filter(names), switches: switches.filter(names) }));
    }
    const line = known.nextLines[firstThat(known.nextLines, ({ to }) => to > from)];
    if (line && line.from <= from) return true;
    // The last switch before the place decides.
    return known.switches[firstThat(known.switches, ({ at }) => at > from) - 1]?.off ?? false;
  };
}

/** What names a rule, in order of place: there may be as many of these as findings. */
interface OfRule {
  readonly nextLines: readonly Suppression[];
  readonly switches: readonly Switch[];
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
