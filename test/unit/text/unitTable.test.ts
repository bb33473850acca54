import assert from 'node:assert/strict';
import { unitTable } from '../../../server/src/core/text/unitTable';

suite('text/unitTable', () => {
  test('marks the characters it is given and no others', () => {
    const table = unitTable('不。0');
    const marked = [...table.keys()].filter((unit) => table[unit] === 1);
    assert.deepEqual(
      marked,
      ['0', '。', '不'].map((unit) => unit.charCodeAt(0)),
    );
  });
});
