import assert from 'node:assert/strict';
import { guardAt } from '../../../../server/src/core/analysis/guards';
import type { Said } from '../../../../server/src/core/rules/patterns/meant';
import { fold } from '../../../../server/src/core/text/fold';
import { marked } from '../../../support/marked';

/** The marked form in a sentence as the rules look at it. */
export function said(source: string): Said {
  const { text, ranges } = marked(source);
  const [range] = ranges;
  assert.ok(range, source);
  const folded = fold(text);
  return { text: folded, ...range, guard: guardAt(folded, range.from) };
}

/** Defines a test for every sentence. */
export function cases(
  name: string,
  expected: boolean,
  is: (said: Said) => boolean,
  sentences: readonly string[],
): void {
  for (const sentence of sentences)
    test(`${name}: ${sentence}`, () => assert.equal(is(said(sentence)), expected));
}
