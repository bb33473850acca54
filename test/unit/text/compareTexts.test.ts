import assert from 'node:assert/strict';
import { compareTexts } from '../../../server/src/core/text/compareTexts';

suite('text/compareTexts', () => {
  test('by units, the shorter of equals first', () =>
    assert.deepEqual(['路灯', 'b', '路', 'B', '', 'é'].sort(compareTexts), [
      '',
      'B',
      'b',
      'é',
      '路',
      '路灯',
    ]));

  test('equal texts are equal', () => assert.equal(compareTexts('路', '路'), 0));
});
