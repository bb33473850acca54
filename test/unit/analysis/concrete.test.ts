import assert from 'node:assert/strict';
import {
  CONCRETE,
  type ConcreteCounts,
  ConcreteTally,
  countQuantities,
  NOTHING_CONCRETE,
} from '../../../server/src/core/analysis/concrete';
import { fold } from '../../../server/src/core/text/fold';

suite('analysis/concrete', () => {
  const quantities: readonly (readonly [string, number])[] = [
    ['三天内换好12盏灯', 1],
    ['3个工作日，回访5户', 2],
    ['２名电工', 1],
    ['十几个人', 1],
    ['两小时', 1],
    ['半个月', 1],
    ['十分钟内到，两小时内修', 2],
    ['一百二十户', 1],
    ['高度重视', 0],
    ['第一', 0],
    ['', 0],
  ];
  for (const [text, expected] of quantities)
    test(`${text || 'nothing'}: ${expected}`, () => assert.equal(countQuantities(fold(text)), expected));

  test('counting twice gives the same', () => {
    assert.equal(countQuantities('三天'), 1);
    assert.equal(countQuantities('三天'), 1);
  });

  test('no word stands twice, and every word can be found in folded text', () => {
    const words = CONCRETE.flatMap(([, list]) => list);
    assert.deepEqual(
      words.filter((word, index) => words.indexOf(word) !== index),
      [],
    );
    for (const word of words) assert.equal(fold(word), word);
  });
});

suite('analysis/concrete: tally', () => {
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
