import assert from 'node:assert/strict';
import { contains, shift, touches } from '../../../server/src/core/text/range';

const range = (from: number, to: number): { from: number; to: number } => ({ from, to });

suite('text/range', () => {
  test('shift moves both ends and keeps an unmoved range as it is', () => {
    const original = range(2, 5);
    assert.deepEqual(shift(original, 3), range(5, 8));
    assert.deepEqual(shift(original, -2), range(0, 3));
    assert.equal(shift(original, 0), original);
  });

  test('contains is true of itself and of what lies within', () => {
    assert.equal(contains(range(1, 4), range(1, 4)), true);
    assert.equal(contains(range(1, 4), range(2, 2)), true);
    assert.equal(contains(range(1, 4), range(0, 2)), false);
    assert.equal(contains(range(1, 4), range(3, 5)), false);
  });

  test('touches counts borders, as editors do for code actions', () => {
    assert.equal(touches(range(1, 4), range(4, 6)), true);
    assert.equal(touches(range(4, 6), range(1, 4)), true);
    assert.equal(touches(range(1, 4), range(5, 6)), false);
    assert.equal(touches(range(1, 4), range(2, 2)), true);
    assert.equal(touches(range(1, 4), range(0, 0)), false);
  });
});
