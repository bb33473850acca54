import { Tree } from '@lezer/common';
import type { Range } from '../text/range';
import { draftParser } from './blocks';

/** A top-level block of a text; offsets are absolute. */
export class TopBlock {
  /**
   * @param name of its node in the syntax tree
   * @param syntax its node, or where it holds nothing but text, what there is of it, from its start
   */
  constructor(
    readonly name: string,
    readonly syntax: Tree | readonly Range[],
    readonly from: number,
    readonly to: number,
  ) {}
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const SIGN = 35;
const DASH = 45;
const MOST_SIGNS = 6;
const FIRST_BEYOND_ASCII = 0x80;

/** What makes a line more than text wherever it stands in it. */
const MARKUP = 1;
const units = new Uint8Array(0x10000);
for (const unit of '`<[|#') units[unit.charCodeAt(0)] = MARKUP;
units[LINE_FEED] = LINE_FEED;

/**
 * The top-level blocks of a stretch of a text, which has to begin with the line of a block. Most of a draft are
 * headings, paragraphs and lists of nothing but text between blank lines: these are told from the rest here, and only
 * the rest is given to the Markdown parser, which makes a tree of every line. What it would say of them is the same.
 */
export function topBlocks(text: string, start: number, end: number): TopBlock[] {
  const source = toLineFeeds(text.slice(start, end));
  const found: TopBlock[] = [];
  const add = (name: string, syntax: TopBlock['syntax'], from: number, to: number): void => {
    // With Windows line ends the bar of a table row stands where the carriage return was.
    const last = start + to - 1;
    found.push(
      new TopBlock(name, syntax, start + from, text.charCodeAt(last) === CARRIAGE_RETURN ? last : last + 1),
    );
  };
  for (let at = 0; at < source.length;) {
    if (isBlankLine(source, at)) {
      at = endOfLine(source, at) + 1;
      continue;
    }
    const plain = endOfPlain(source, at);
    if (plain >= 0) {
      const signs = signsAt(source, at);
      add(signs > 0 ? `ATXHeading${signs}` : 'Paragraph', [{ from: 0, to: plain - at }], at, plain);
      at = plain + 1;
      continue;
    }
    const items = plainItems(source, at);
    const last = items?.at(-1);
    if (items && last) {
      add('BulletList', items, at, at + last.to);
      at += last.to + 1;
      continue;
    }
    const next = nextPlain(source, at);
    parse(source.slice(at, next), at, (tree, from) => {
      add(tree.type.name, tree, from, from + tree.length);
    });
    at = next;
  }
  return found;
}

/** Goes through the blocks the Markdown parser finds; it puts many together into trees without a name. */
function parse(source: string, start: number, visit: (tree: Tree, from: number) => void): void {
  const collect = (tree: Tree, at: number): void => {
    for (let i = 0; i < tree.children.length; i++) {
      const syntax = tree.children[i];
      const from = at + (tree.positions[i] ?? 0);
      if (!(syntax instanceof Tree) || syntax.length === 0) continue;
      if (syntax.type.isAnonymous) collect(syntax, from);
      else visit(syntax, from);
    }
  };
  collect(draftParser.parse(source), start);
}

/** The end of the heading or paragraph of nothing but text that a line begins, -1 when it begins none. */
function endOfPlain(source: string, from: number): number {
  const signs = signsAt(source, from);
  if (signs > 0) return endOfText(source, from + signs);
  for (let line = from; ;) {
    const end = beginsText(source.charCodeAt(line)) ? endOfText(source, line) : -1;
    if (end < 0 || isBlankLine(source, end + 1)) return end;
    line = end + 1;
  }
}

/**
 * What the items of a list that a line begins say, from its start: of a list of nothing but text, with an item a line,
 * that ends where something else begins after a blank line.
 */
function plainItems(source: string, from: number): Range[] | undefined {
  const items: Range[] = [];
  for (let line = from; ;) {
    const isItem = source.charCodeAt(line) === DASH && source.charCodeAt(line + 1) === SPACE;
    const end = isItem && beginsText(source.charCodeAt(line + 2)) ? endOfText(source, line + 2) : -1;
    if (end < 0) return undefined;
    items.push({ from: line + 2 - from, to: end - from });
    line = end + 1;
    if (!isBlankLine(source, line)) continue;
    while (line < source.length && isBlankLine(source, line)) line = endOfLine(source, line) + 1;
    const next = source.charCodeAt(line);
    return line >= source.length || next === SIGN || beginsText(next) ? items : undefined;
  }
}

/** How many signs with a space behind them a line begins with, 0 where it is no heading. */
function signsAt(source: string, from: number): number {
  let signs = 0;
  while (source.charCodeAt(from + signs) === SIGN) signs++;
  return signs <= MOST_SIGNS && source.charCodeAt(from + signs) === SPACE ? signs : 0;
}

/** The end of a line of nothing but text from an offset on, -1 of another. */
function endOfText(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const kind = units[source.charCodeAt(at)];
    if (kind === MARKUP) return -1;
    if (kind === LINE_FEED) return at;
  }
  return source.length;
}

/** Whether a line with this first unit is text: all that begins a block is ASCII, and no letter. */
function beginsText(unit: number): boolean {
  return unit >= FIRST_BEYOND_ASCII || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/**
 * Where, behind a line that begins something else, the next heading or paragraph of nothing but text begins after a
 * blank line; the end where there is none, or where code or HTML may go on over blank lines.
 */
function nextPlain(source: string, from: number): number {
  let isAfterBlank = false;
  for (let line = from; line < source.length;) {
    const end = endOfLine(source, line);
    if (isBlankLine(source, line)) isAfterBlank = true;
    else if (isAfterBlank && endOfPlain(source, line) >= 0) return line;
    else {
      if (MAY_GO_ON.test(source.slice(line, end))) return source.length;
      isAfterBlank = false;
    }
    line = end + 1;
  }
  return source.length;
}

const MAY_GO_ON = /[`~<]/;

/** Whether the line that begins at an offset holds nothing; so does what comes after the last. */
function isBlankLine(source: string, from: number): boolean {
  let at = from;
  while (source.charCodeAt(at) === SPACE || source.charCodeAt(at) === TAB) at++;
  return at >= source.length || source.charCodeAt(at) === LINE_FEED;
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

/**
 * The parser knows line feeds only; every other line end becomes one of the same length. A table row has to end with
 * its bar, so there the blank goes before it.
 */
export function toLineFeeds(body: string): string {
  return body.includes('\r')
    ? body.replaceAll('|\r\n', ' |\n').replaceAll('\r\n', ' \n').replaceAll('\r', '\n')
    : body;
}
