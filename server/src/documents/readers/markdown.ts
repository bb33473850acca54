import type { Tree } from '@lezer/common';
import { countLines, dropLine, sliceLine, textOf, toLines } from '../../core/documents/lines';
import type { Drop, DropReason, Line, Piece } from '../../core/documents/types';
import type { Range } from '../../core/text/range';
import { markdownParser } from '../../core/draft/blocks';
import { decodeDocument } from '../encoding';
import type { Budget, Reader } from '../reader';

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
/** No paragraph a person wrote is longer, in UTF-16 units. */
const LONGEST_BLOCK = 20_000;
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
  const { text, encoding } = decodeDocument(bytes);
  budget.checkLines(countLines(text));
  const { holes, headings, items } = syntaxOf(text, budget);
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
interface Syntax {
  readonly holes: readonly Hole[];
  readonly headings: ReadonlyMap<number, number>;
  readonly items: ReadonlySet<number>;
}

function syntaxOf(text: string, budget: Budget): Syntax {
  const matter = FRONT_MATTER.exec(text.slice(0, FRONT_MATTER_UNITS))?.[0].length ?? 0;
  const holes: Hole[] = matter > 0 ? [{ from: 0, to: matter, reason: 'markup', cell: false }] : [];
  const headings = new Map<number, number>();
  const items = new Set<number>();
  for (const { from: start, to: end } of sections(text, matter)) {
    const section = text.slice(start, end);
    parse(section, budget).iterate({
      enter: ({ name, from, to }) => {
        const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
        if (level !== undefined) headings.set(start + from, Number(level));
        const bullet = name === 'ListMark' && !/\d/.test(section.slice(from, to));
        if (bullet) items.add(start + from);
        const reason = bullet ? 'markup' : DROPPED[name];
        if (reason === undefined || start + from < (holes.at(-1)?.to ?? 0)) return true;
        holes.push({ from: start + from, to: start + to, reason, cell: name === 'TableDelimiter' });
        return false;
      },
    });
    budget.checkRuns(holes.length);
  }
  return { holes, headings, items };
}

/** Parses block by block, with a look at the clock in between. */
function parse(text: string, budget: Budget): Tree {
  const parsing = markdownParser.startParse(text);
  for (;;) {
    const tree = parsing.advance();
    if (tree) return tree;
    budget.check();
  }
}

/**
 * The text as what can be parsed at once: all of it, unless there are `LONGEST_BLOCK` units without an empty line.
 * The parser takes time by the square of the marks in a paragraph.
 */
function sections(text: string, start: number): Range[] {
  const found: Range[] = [];
  let section = start;
  let block = start;
  for (let at = start; at < text.length;) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    if (text.slice(at, Math.min(next, at + 200)).trim() === '') block = next;
    for (; next - block > LONGEST_BLOCK; section = block) {
      block = at > block ? at : block + LONGEST_BLOCK;
      found.push({ from: section, to: block });
    }
    at = next;
  }
  return [...found, { from: section, to: text.length }];
}

/** The line, a single piece, without its holes, divided where cells end. */
function withoutHoles(line: Line, holes: readonly Hole[], drops: Drop[]): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let at = 0;
  const keep = (to: number): void => {
    for (const piece of sliceLine(line, at, to).pieces) pieces.push(piece);
  };
  const close = (): void => {
    if (pieces.length > 0) lines.push({ ...line, pieces });
    pieces = [];
  };
  for (const { from, to, reason, cell } of holes) {
    keep(from);
    for (const drop of dropLine(sliceLine(line, from, to), reason)) drops.push(drop);
    if (cell) close();
    at = to;
  }
  keep(textOf(line).length);
  close();
  return lines.length > 0 ? lines : [{ ...line, pieces: [] }];
}
