import assert from 'node:assert/strict';
import type { Block } from '../../../../server/src/core/draft/blocks';
import { parseDraft } from '../../../../server/src/core/draft/draft';
import { RepeatIndex } from '../../../../server/src/core/rules/repeats/repeatIndex';

/** A block of one paragraph. */
export function block(text: string): Block {
  const found = parseDraft(text).blocks[0]?.block;
  assert.ok(found);
  return found;
}

/** The repeats as `block.sentence = block.sentence`. */
export function repeats(index: RepeatIndex): string[] {
  const found: string[] = [];
  const place = (line: number): string => `${index.blockOf(line)}.${index.sentenceOf(line)}`;
  index.forEach((line, earlier) => found.push(`${place(line)} = ${place(earlier)}`));
  return found;
}

/** The same of blocks an index has not seen. */
export function repeatsAnew(blocks: readonly Block[]): string[] {
  const index = new RepeatIndex();
  index.update(blocks);
  return repeats(index);
}

/** Two sentences that may be said again. */
export const LAMP = '我当天到现场查看灯杆和线路，问清是什么时候坏的。';
export const CALL = '我给每位反映的居民打电话说明进展，请他们监督。';
