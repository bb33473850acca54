import { draftParser } from './blocks';
import type { Draft } from './draft';
import type { PlacedBlock } from './question';

/**
 * Whether a block is code, HTML or a comment that nobody has closed yet: what is written below it belongs to it.
 * O(length of the block), and of other kinds of blocks nothing is read.
 */
export function isLeftOpen({ text }: Draft, { block, from }: PlacedBlock): boolean {
  if (block.kind !== 'other' && block.kind !== 'comment') return false;
  const source = text.slice(from, from + block.length).replace(/\r\n?/g, '\n');
  const below = draftParser.parse(`${source}\n\n字`).topNode.lastChild;
  return below !== null && below.from < source.length;
}
