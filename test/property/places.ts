import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../server/src/core/features/edits';
import type { Range } from '../../server/src/core/text/range';

/** Whether a text is cut between the halves of a pair at an offset. */
export function inPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** An offset lies in the text, between whole characters. */
export function assertPlace(text: string, at: number, what: string): void {
  assert.ok(Number.isInteger(at) && at >= 0 && at <= text.length, `${what}: ${at} of ${text.length}`);
  assert.ok(!inPair(text, at), `${what}: ${at} halves a character`);
}

/** A range lies in the text, the right way round and on the borders of whole characters. */
export function assertRange(text: string, { from, to }: Range, what: string): void {
  assert.ok(from <= to, `${what}: ${from}-${to}`);
  assertPlace(text, from, what);
  assertPlace(text, to, what);
}

/** The edits of one action lie in the text and do not overlap; returns what they make of it. */
export function assertEdits(text: string, edits: readonly Edit[], what: string): string {
  let end = -1;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    assertRange(text, edit, what);
    assert.ok(edit.from >= end, `${what}: edits overlap at ${edit.from}`);
    end = edit.to;
  }
  return applyEdits(text, edits);
}
