import assert from 'node:assert/strict';
import { type ConcreteCounts, NOTHING_CONCRETE } from '../../../server/src/core/analysis/concrete';
import { ConcreteTally } from '../../../server/src/core/analysis/concreteTally';

suite('analysis/concreteTally', () => {
  const tally = new ConcreteTally();
  const taken = (counts: Partial<ConcreteCounts>): ConcreteCounts => {
    Object.assign(tally, counts);
    return tally.take();
  };

  test('gives what was counted, and begins anew', () => {
    const kinds = ['when', 'who', 'where', 'deed', 'condition', 'example', 'quantity'] as const;
    for (const count of [1, 15, 16, 300]) {
      for (const kind of kinds)
        assert.deepEqual(taken({ [kind]: count }), { ...NOTHING_CONCRETE, [kind]: count });
      const all = Object.fromEntries(kinds.map((kind, at) => [kind, count + at]));
      assert.deepEqual(taken(all), all);
    }
    assert.equal(tally.take(), NOTHING_CONCRETE);
  });

  test('sentences with the same counts share them', () => {
    assert.equal(taken({ who: 2, deed: 1 }), taken({ who: 2, deed: 1 }));
    assert.notEqual(taken({ who: 2, deed: 1 }), taken({ who: 1, deed: 2 }));
  });
});
