import assert from 'node:assert/strict';
import { firstThat } from '../../../server/src/core/text/firstThat';

suite('text/firstThat', () => {
  const values = [2, 4, 4, 9];
  const above = (limit: number, from?: number): number => firstThat(values, (value) => value > limit, from);

  test('is the number of the first item it holds for, and how many there are when for none', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 8, 9, 99].map((limit) => above(limit)),
      [0, 1, 1, 3, 3, 4, 4],
    );
    assert.equal(
      firstThat([], () => true),
      0,
    );
  });

  test('is looked for from a number on', () => {
    assert.equal(above(1, 2), 2);
    assert.equal(above(4, 2), 3);
    assert.equal(above(9, 4), 4);
  });

  test('asks of few of many, and of typed arrays too', () => {
    const many = Uint32Array.from({ length: 100_000 }, (_, index) => index);
    let asked = 0;
    const found = firstThat(many, (value) => {
      asked++;
      return value >= 77_777;
    });
    assert.equal(found, 77_777);
    assert.ok(asked <= 17, `${asked} asked`);
  });
});
