import assert from 'node:assert/strict';
import { NOTHING_CONCRETE } from '../../../../server/src/core/analysis/concrete';
import { SentenceEvidence } from '../../../../server/src/core/analysis/evidence';
import { splitSentences } from '../../../../server/src/core/draft/sentences';
import { type FaultPattern, PatternSet } from '../../../../server/src/core/rules/patterns/pattern';

/** Ids of the patterns a sentence is flagged for: what is meant as the writer's own. */
export function flagged(text: string, patterns: readonly FaultPattern[]): string[] {
  const set = new PatternSet({ 'role.shirk': patterns });
  return splitSentences(text, { from: 0, to: text.length }, [], false).flatMap((sentence) => {
    const evidence = new SentenceEvidence(sentence, [], NOTHING_CONCRETE);
    return set.find(evidence).map(({ pattern }) => pattern.id);
  });
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
