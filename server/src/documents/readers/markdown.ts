import { countLines, cutOut, dropLine, sliceLine, textOf, toLines } from '../../core/documents/lines';
import type { Drop, DropReason, Line } from '../../core/documents/types';
import { markdownParser } from '../../core/draft/blocks';
import { decodeText } from '../encoding';
import type { Reader } from '../reader';

/** Syntax that is not text, and what it counts as when it is dropped. */
const DROPPED: Readonly<Partial<Record<string, DropReason>>> = {
  HeaderMark: 'markup',
  EmphasisMark: 'markup',
  CodeMark: 'markup',
  QuoteMark: 'markup',
  LinkMark: 'markup',
  LinkTitle: 'markup',
  LinkLabel: 'markup',
  URL: 'markup',
  LinkReference: 'markup',
  HorizontalRule: 'markup',
  HTMLTag: 'markup',
  HTMLBlock: 'markup',
  Comment: 'markup',
  CommentBlock: 'markup',
  ProcessingInstructionBlock: 'markup',
  TableDelimiter: 'markup',
  FencedCode: 'code',
  Image: 'image',
};
/** Metadata between lines of three hyphens at the start. */
const FRONT_MATTER = /^---[ \t]*\r?\n[^]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Front matter is looked for in so many UTF-16 units. */
const FRONT_MATTER_UNITS = 20_000;

interface Hole {
  readonly from: number;
  readonly to: number;
  readonly reason: DropReason;
  /** A cell of a table ends here, and with it the line. */
  readonly cell: boolean;
}

/** Reads Markdown: markup, code and images are dropped; headings are known, table cells stand on lines of their own. */
export const readMarkdown: Reader = (bytes, budget) => {
  const { text, encoding } = decodeText(bytes);
  budget.checkLines(countLines(text));
  const { holes, headings, items } = syntaxOf(text);
  const lines: Line[] = [];
  const drops: Drop[] = [];
  let start = 0;
  let next = 0;
  for (const whole of toLines(text)) {
    const end = start + textOf(whole).length;
    const inLine: Hole[] = [];
    while ((holes[next]?.from ?? Infinity) < end) {
      const hole = holes[next];
      if (!hole) break;
      inLine.push({ ...hole, from: Math.max(hole.from, start) - start, to: Math.min(hole.to, end) - start });
      if (hole.to > end) break;
      next++;
    }
    const indented = start + (textOf(whole).length - textOf(whole).trimStart().length);
    const level = headings.get(indented);
    const item = items.has(indented);
    for (const line of withoutHoles(
      whole,
      inLine.filter(({ from, to }) => to > from),
      drops,
    ))
      lines.push({ ...line, ...(level === undefined ? {} : { heading: level }), ...(item ? { item } : {}) });
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
    while ((holes[next]?.to ?? Infinity) <= start) next++;
  }
  return Promise.resolve({ source: { format: 'markdown', lines, drops }, text, encoding });
};

/** What is no text, outermost and in order; the levels of headings and the bulleted items, by where they begin. */
function syntaxOf(text: string): {
  holes: Hole[];
  headings: ReadonlyMap<number, number>;
  items: ReadonlySet<number>;
} {
  const matter = FRONT_MATTER.exec(text.slice(0, FRONT_MATTER_UNITS))?.[0].length ?? 0;
  const holes: Hole[] = matter > 0 ? [{ from: 0, to: matter, reason: 'markup', cell: false }] : [];
  const headings = new Map<number, number>();
  const items = new Set<number>();
  markdownParser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (to <= matter && name !== 'Document') return false;
      const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
      if (level !== undefined) headings.set(from, Number(level));
      const bullet = name === 'ListMark' && !/\d/.test(text.slice(from, to));
      if (bullet) items.add(from);
      const reason = bullet ? 'markup' : DROPPED[name];
      if (reason === undefined || from < (holes.at(-1)?.to ?? 0)) return true;
      // The underline of a heading and the rule of a table span lines of their own; `|` ends a cell.
      holes.push({ from, to, reason, cell: name === 'TableDelimiter' });
      return false;
    },
  });
  return { holes, headings, items };
}

/** The line without its holes, divided where cells end. */
function withoutHoles(line: Line, holes: readonly Hole[], drops: Drop[]): Line[] {
  const lines: Line[] = [];
  let cut: Hole[] = [];
  let start = 0;
  const close = (end: number): void => {
    const part = sliceLine(line, start, end);
    const shifted = cut.map((hole) => ({
      from: hole.from - start,
      to: hole.to - start,
      reason: hole.reason,
    }));
    let rest = part;
    // From the back, so that the offsets before stay right.
    for (const hole of shifted.toReversed()) {
      const result = cutOut(rest, [hole], hole.reason);
      rest = result.line;
      drops.push(...result.drops);
    }
    lines.push(rest);
    cut = [];
    start = end;
  };
  for (const hole of holes) {
    if (!hole.cell) {
      cut.push(hole);
      continue;
    }
    if (hole.from > start) close(hole.from);
    drops.push(...dropLine(sliceLine(line, hole.from, hole.to), hole.reason));
    start = hole.to;
  }
  if (start < textOf(line).length || lines.length === 0) close(textOf(line).length);
  return lines;
}
