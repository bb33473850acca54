import { Tree, TreeFragment } from '@lezer/common';
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

/** A Markdown answer, parsed. Immutable; unchanged blocks are shared with the draft it was updated from. */
export interface Draft {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly PlacedBlock[];
  readonly question?: Question;
  /** The same object for all versions of a draft that came about by edits: what is known of one helps with the next. */
  readonly lineage: object;
  /** For the next update. */
  readonly syntax: { readonly tree: Tree; readonly bodyFrom: number };
}

/**
 * Blocks by their syntax tree. The parser hands out the same tree object for a block it did not touch, so the
 * object stands for the text; a tree that is garbage takes its block along.
 */
const blockOf = new WeakMap<Tree, Block>();

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
  const blocks: { block: Block; from: number }[] = [];
  forEachBlock(tree, 0, (syntax, from) => {
    if (syntax.length === 0) return;
    let to = from + syntax.length;
    // With Windows line ends the bar of a table row stands where the carriage return was.
    if (body.charCodeAt(to - 1) === CARRIAGE_RETURN) to--;
    let block = blockOf.get(syntax);
    if (!block) {
      block = buildBlock(syntax.type.name, syntax, body.slice(from, to));
      blockOf.set(syntax, block);
    }
    blocks.push({ block, from: bodyFrom + from });
  });
  const { question, placed } = findQuestion(text, frontMatter, blocks);
  const syntax = { tree, bodyFrom };
  const lineage = previous?.lineage ?? {};
  return { text, frontMatter, blocks: placed, ...(question ? { question } : {}), lineage, syntax };
}

const CARRIAGE_RETURN = 13;

/** Visits the blocks of a document; the parser puts many together into trees without a name. */
function forEachBlock(tree: Tree, from: number, visit: (block: Tree, from: number) => void): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i];
    const at = from + (tree.positions[i] ?? 0);
    if (!(child instanceof Tree)) continue;
    if (child.type.isAnonymous) forEachBlock(child, at, visit);
    else visit(child, at);
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
