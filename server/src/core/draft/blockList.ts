import type { SyntaxNode } from '@lezer/common';
import { firstThat } from '../text/firstThat';
import { buildBlock, draftParser, isBuiltFrom } from './blocks';
import { PlacedBlock } from './question';
import { type TopBlock, toLineFeeds, topBlocks } from './topBlocks';

/** Several changes of a text as one: `[from, to)` of the old text became `[from, to + grown)` of the new. */
export interface CoveredSpan {
  readonly from: number;
  readonly to: number;
  readonly grown: number;
}

/** A text and its blocks. */
export interface Blocks {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** So many blocks behind a change are parsed again at first: after most changes the next one begins where it did. */
const FIRST_LOOK = 2;
/** By how much more each time they turn out to be too few (a fence was opened, a comment closed). */
const LOOK_FURTHER = 8;

/** The top-level blocks of a text from an offset on. Their role is still to be found. */
export function readBlocks(text: string, from: number): PlacedBlock[] {
  return topBlocks(text, from, text.length).map((found) => build(text, found));
}

/**
 * The same after a change, from the blocks before it. What a block is depends on the text from its first line on, so
 * only the blocks around the change are parsed, up to the first behind it that begins where it began; the others, and
 * those of the parsed ones that did not change, are the same objects as before.
 */
export function updateBlocks(
  text: string,
  from: number,
  { text: before, blocks: old }: Blocks,
  change: CoveredSpan,
): PlacedBlock[] {
  const { grown } = change;
  // The block before the one that was touched may go on in it. And where a paragraph ends before a table hangs on the
  // second line behind it.
  const touched = firstThat(old, ({ block, from }) => from + block.length >= change.from);
  const head = Math.max(0, Math.min(touched, old.length) - 2);
  const start = head === 0 ? from : lineStart(text, old[head]?.from ?? from);
  const after = firstThat(old, (placed) => lineStart(before, placed.from) > change.to);
  for (let look = FIRST_LOOK; ; look *= LOOK_FURTHER) {
    const beyond = old[after + look];
    const end = beyond ? lineStart(before, beyond.from) + grown : text.length;
    const found = topBlocks(text, start, end);
    // Before the end of the text the last block may be cut off, and how the one before it ends hangs on its first line.
    const joint = findJoint(found, old, after, beyond ? after + look - 1 : old.length, grown);
    if (!joint && beyond) continue;
    const { count, index } = joint ?? { count: found.length, index: old.length };
    const blocks = old.slice(0, head);
    for (const one of found.slice(0, count))
      blocks.push(blockBefore(one, old, head, change) ?? build(text, one));
    for (let i = index; i < old.length; i++) {
      const placed = old[i];
      if (placed) blocks.push(moved(placed, grown));
    }
    return blocks;
  }
}

function moved(placed: PlacedBlock, by: number): PlacedBlock {
  return by === 0 ? placed : new PlacedBlock(placed.block, placed.from + by, placed.role);
}

/**
 * Where the blocks that were found begin to be those there were, looked for between two of those.
 * @returns how many that were found come before, and the number of the block there was
 */
function findJoint(
  found: readonly TopBlock[],
  old: readonly PlacedBlock[],
  after: number,
  before: number,
  grown: number,
): { count: number; index: number } | undefined {
  let count = 0;
  for (let index = after; index < before; index++) {
    const from = (old[index]?.from ?? 0) + grown;
    while (count < found.length && (found[count]?.from ?? 0) < from) count++;
    if (found[count]?.from === from) return { count, index };
  }
  return undefined;
}

/** The block there was, if one that was found stands before the change and is the same. */
function blockBefore(
  { name, from, to }: TopBlock,
  old: readonly PlacedBlock[],
  head: number,
  change: CoveredSpan,
): PlacedBlock | undefined {
  // A line end right behind the block may be another one now, and the parser sees a blank in one of them.
  if (to + 1 >= change.from) return undefined;
  for (let index = head; (old[index]?.from ?? Number.POSITIVE_INFINITY) <= from; index++) {
    const placed = old[index];
    if (placed?.from === from && isBuiltFrom(placed.block, name, to - from)) return placed;
  }
  return undefined;
}

/**
 * The syntax of the block around an offset, parsed again: kept, the syntax of a long draft would take more room than
 * all there is to know of it.
 * @returns the innermost node; undefined between blocks and at their ends
 */
export function syntaxAt({ text, blocks }: Blocks, offset: number): SyntaxNode | undefined {
  const placed = blocks[firstThat(blocks, ({ block, from }) => from + block.length > offset)];
  if (!placed || placed.from >= offset) return undefined;
  const start = lineStart(text, placed.from);
  const source = text.slice(start, placed.from + placed.block.length);
  return draftParser.parse(toLineFeeds(source)).resolveInner(offset - start, 0);
}

function build(text: string, { name, syntax, from, to }: TopBlock): PlacedBlock {
  return new PlacedBlock(buildBlock(name, syntax, text.slice(from, to)), from, 'ignored');
}

/** The start of the line in which a block begins: its indentation counts. */
function lineStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function isLineEnd(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN;
}
