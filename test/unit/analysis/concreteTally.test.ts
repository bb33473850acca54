import assert from 'node:assert/strict';
import { type ConcreteCounts, NOTHING_CONCRETE } from '../../../server/src/core/analysis/concrete';
import type * as Tally from '../../../server/src/core/analysis/concreteTally';

const MODULE = '../../../server/src/core/analysis/concreteTally';

/** A tally of the module as it is when nothing has been counted yet: it keeps what sentences share. */
function anew(): Tally.ConcreteTally {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a loaded module is kept by its name
  delete require.cache[require.resolve(MODULE)];
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be the module that is loaded
  const { ConcreteTally } = require(MODULE) as typeof Tally;
  return new ConcreteTally();
}

suite('analysis/concreteTally', () => {
  let tally: Tally.ConcreteTally;
  setup(() => {
    tally = anew();
  });
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

  test('counts that hardly any sentence has are given too, without being held on to for ever', () => {
    for (let at = 1; at <= 4096; at++) {
      const counts = { when: at & 15, who: (at >> 4) & 15, where: (at >> 8) & 15, deed: (at >> 12) & 15 };
      assert.deepEqual(taken(counts), { ...NOTHING_CONCRETE, ...counts });
    }
    const [first, again] = [taken({ example: 3 }), taken({ example: 3 })];
    assert.deepEqual([first, again], [first, { ...NOTHING_CONCRETE, example: 3 }]);
    assert.notEqual(first, again);
    assert.equal(taken({ when: 15 }), taken({ when: 15 }));
  });
});
