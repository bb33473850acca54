import { Tree, TreeFragment } from '@lezer/common';
import { Shelf } from '../text/kept';
import { type Block, buildBlock, draftParser } from './blocks';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { findQuestion, type PlacedBlock, type Question } from './question';

/** One replacement of text, as editors send it; offsets are UTF-16 units of the text before the change. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  /** Length of the text put there. */
  readonly inserted: number;
}

/** All versions of a draft that came about by edits: what is known of one helps with the next. */
export class Lineage {
  static readonly shelf = new Shelf();
  /** For what is known of the last version. */
  readonly kept = Lineage.shelf.make();
}

/** A Markdown answer, parsed. Immutable; unchanged blocks are shared with the draft it was updated from. */
export interface Draft {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly PlacedBlock[];
  readonly question?: Question;
  readonly lineage: Lineage;
  readonly syntax: Syntax;
}

/** What the next update needs. */
interface Syntax {
  readonly tree: Tree;
  readonly bodyFrom: number;
  /**
   * The part of the tree each block was made from. The parser hands out the same object for a part it did not touch,
   * so the object stands for the text.
   */
  readonly parts: readonly Tree[];
}

/**
 * Parses a draft. Never throws.
 * @param text the whole file
 * @param previous the draft before the changes; its untouched blocks are reused
 * @param changes what turned `previous.text` into `text`, each in the coordinates of the text before it
 */
export function parseDraft(text: string, previous?: Draft, changes: readonly TextChange[] = []): Draft {
  const span = previous ? coverChanges(changes) : undefined;
  const untouched =
    previous && span && previous.frontMatter.range.to > 0 && span.from > previous.frontMatter.range.to;
  const frontMatter = untouched ? previous.frontMatter : readFrontMatter(text);
  const bodyFrom = frontMatter.range.to || (text.startsWith('\uFEFF') ? 1 : 0);
  const body = text.slice(bodyFrom);
  const reusable = previous && span && previous.syntax.bodyFrom === bodyFrom && span.from >= bodyFrom;
  const tree = draftParser.parse(toLineFeeds(body), reusable ? keepFragments(previous, span) : []);
  const parts: Tree[] = [];
  const froms: number[] = [];
  addParts(tree, 0, parts, froms);
  const known = reusable ? blocksBefore(previous, span, parts, froms) : [];
  const blocks = parts.map((part, index) => {
    const from = froms[index] ?? 0;
    return { block: known[index] ?? blockOf(part, body, from), from: bodyFrom + from };
  });
  const { question, placed } = findQuestion(text, frontMatter, blocks);
  const syntax = { tree, bodyFrom, parts };
  const lineage = previous?.lineage ?? new Lineage();
  return { text, frontMatter, blocks: placed, ...(question ? { question } : {}), lineage, syntax };
}

/** For each part that was there before, in the place it has moved from, the block that was made of it. */
function blocksBefore(
  { blocks, syntax }: Draft,
  { from: changedFrom, grown }: CoveredSpan,
  parts: readonly Tree[],
  froms: readonly number[],
): readonly (Block | undefined)[] {
  const known = new Array<Block | undefined>(parts.length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    const from = (froms[i] ?? 0) + syntax.bodyFrom;
    const before = from < changedFrom ? from : from - grown;
    while (at < blocks.length && (blocks[at]?.from ?? 0) < before) at++;
    if (syntax.parts[at] === parts[i]) known[i] = blocks[at]?.block;
  }
  return known;
}

function blockOf(part: Tree, body: string, from: number): Block {
  let to = from + part.length;
  // With Windows line ends the bar of a table row stands where the carriage return was.
  if (body.charCodeAt(to - 1) === CARRIAGE_RETURN) to--;
  return buildBlock(part.type.name, part, body.slice(from, to));
}

const CARRIAGE_RETURN = 13;

/** Finds the blocks of a document; the parser puts many together into trees without a name. */
function addParts(tree: Tree, from: number, parts: Tree[], froms: number[]): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i];
    const at = from + (tree.positions[i] ?? 0);
    if (!(child instanceof Tree) || child.length === 0) continue;
    if (child.type.isAnonymous) addParts(child, at, parts, froms);
    else {
      parts.push(child);
      froms.push(at);
    }
  }
}

/**
 * The parser knows line feeds only; every other line end becomes one of the same length. A table row has to end with
 * its bar, so there the blank goes before it.
 */
function toLineFeeds(body: string): string {
  return body.includes('\r')
    ? body.replaceAll('|\r\n', ' |\n').replaceAll('\r\n', ' \n').replaceAll('\r', '\n')
    : body;
}

/** One span that covers several changes: `[from, to)` of the old text became `[from, to + grown)` of the new. */
interface CoveredSpan {
  readonly from: number;
  readonly to: number;
  readonly grown: number;
}

function coverChanges(changes: readonly TextChange[]): CoveredSpan | undefined {
  const [first] = changes;
  if (!first) return undefined;
  let { from, to } = first;
  let grown = 0;
  for (const change of changes) {
    from = Math.min(from, change.from);
    to = Math.max(to, change.to - grown);
    grown += change.inserted - (change.to - change.from);
  }
  return { from, to, grown };
}

/**
 * The parts of the previous tree that can be kept: all but the changed blocks and their neighbours, because a change
 * at a block's border can join it with the next one (a list goes on, an underline makes a heading).
 */
function keepFragments(previous: Draft, { from, to, grown }: CoveredSpan): readonly TreeFragment[] {
  const { tree, bodyFrom } = previous.syntax;
  const touched = previous.blocks.findIndex((placed) => placed.from + placed.block.length >= from);
  const before = previous.blocks[Math.max(0, (touched < 0 ? previous.blocks.length : touched) - 1)];
  const fromA = Math.min(before?.from ?? bodyFrom, from) - bodyFrom;
  const after = previous.blocks.findIndex((placed) => placed.from > to);
  const next = after < 0 ? undefined : previous.blocks[after];
  const toA = (next ? next.from + next.block.length : previous.text.length) - bodyFrom;
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [
    { fromA, toA, fromB: fromA, toB: toA + grown },
  ]);
}
