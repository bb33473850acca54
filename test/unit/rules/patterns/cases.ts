import assert from 'node:assert/strict';
import { splitSentences } from '../../../../server/src/core/draft/sentences';
import {
  type FaultPattern,
  type PatternHit,
  PatternSet,
} from '../../../../server/src/core/rules/patterns/pattern';
import { sieveTable, WordSieve } from '../../../../server/src/core/text/wordSieve';

/** Ids of the patterns a sentence is flagged for: what is meant as the writer's own. */
export function flagged(text: string, patterns: readonly FaultPattern[]): string[] {
  const set = new PatternSet({ 'role.shirk': patterns });
  const sieve = new WordSieve(sieveTable(set.anchors()));
  return splitSentences(text, { from: 0, to: text.length }, [], false).flatMap(({ folded }) =>
    set.find(folded, sieve.listsIn(folded)).map(({ pattern }) => pattern.id),
  );
}

/** What the patterns of a set find in a folded sentence. */
export function findIn(set: PatternSet, folded: string): readonly PatternHit[] {
  return set.find(folded, new WordSieve(sieveTable(set.anchors())).listsIn(folded));
}

/** Defines a test for every sentence: those under an id are flagged with it, those of `harmless` with nothing. */
export function patternCases(
  patterns: readonly FaultPattern[],
  cases: Readonly<Record<string, readonly string[]>>,
  harmless: readonly string[],
): void {
  for (const [id, sentences] of Object.entries(cases))
    for (const text of sentences)
      test(`${id}: ${text}`, () =>
        assert.ok(flagged(text, patterns).includes(id), flagged(text, patterns).join()));
  for (const text of harmless) test(`harmless: ${text}`, () => assert.deepEqual(flagged(text, patterns), []));
  test('every pattern has a case, a reason in both languages and a rewrite', () => {
    assert.deepEqual(Object.keys(cases).toSorted(), patterns.map(({ id }) => id).toSorted());
    for (const { why, rewrites } of patterns) {
      assert.ok(why.zh !== '' && why.en !== '' && rewrites.length > 0);
      for (const rewrite of rewrites) assert.deepEqual(flagged(rewrite, patterns), [], rewrite);
    }
  });
  test('a very long sentence is read in bounded time and without error', () => {
    assert.deepEqual(flagged('我们一起把这件事情说清楚，'.repeat(20_000), patterns), []);
  });
}
