import { type Tree, TreeFragment } from '@lezer/common';
import { type Block, buildBlock, markdownParser } from './blocks';
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
  const frontMatter =
    previous &&
    changes.every((change) => change.from > previous.frontMatter.range.to) &&
    previous.frontMatter.range.to > 0
      ? previous.frontMatter
      : readFrontMatter(text);
  const bodyFrom = frontMatter.range.to;
  const body = bodyFrom === 0 ? text : text.slice(bodyFrom);
  const fragments =
    previous && previous.syntax.bodyFrom === bodyFrom ? reusable(previous, changes, bodyFrom) : [];
  const tree = markdownParser.parse(body, fragments);
  const blocks: { block: Block; from: number }[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    if (node.to === node.from) continue;
    const syntax = node.toTree();
    let block = blockOf.get(syntax);
    if (!block) {
      block = buildBlock(node.name, syntax, body.slice(node.from, node.to));
      blockOf.set(syntax, block);
    }
    blocks.push({ block, from: bodyFrom + node.from });
  }
  const { question, placed } = findQuestion(text, frontMatter, blocks);
  return { text, frontMatter, blocks: placed, ...(question ? { question } : {}), syntax: { tree, bodyFrom } };
}

/** Parts of the previous tree the changes left alone; none when a change reaches into the front matter. */
function reusable(
  previous: Draft,
  changes: readonly TextChange[],
  bodyFrom: number,
): readonly TreeFragment[] {
  let fragments = TreeFragment.addTree(previous.syntax.tree);
  for (const change of changes) {
    if (change.from < bodyFrom) return [];
    const fromA = change.from - bodyFrom;
    fragments = TreeFragment.applyChanges(fragments, [
      { fromA, toA: change.to - bodyFrom, fromB: fromA, toB: fromA + change.inserted },
    ]);
  }
  return fragments;
}
