import assert from 'node:assert/strict';
import { CONCRETE, countQuantities } from '../../../server/src/core/analysis/concrete';
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
