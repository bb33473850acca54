import assert from 'node:assert/strict';
import { touches } from '../../../server/src/core/text/range';

const range = (from: number, to: number): { from: number; to: number } => ({ from, to });

suite('text/range', () => {
  test('touches counts borders, as editors do for code actions', () => {
    assert.equal(touches(range(1, 4), range(4, 6)), true);
    assert.equal(touches(range(4, 6), range(1, 4)), true);
    assert.equal(touches(range(1, 4), range(5, 6)), false);
    assert.equal(touches(range(1, 4), range(2, 2)), true);
    assert.equal(touches(range(1, 4), range(0, 0)), false);
  });
});
