import assert from 'node:assert/strict';
import { messageOf } from '../../../server/src/core/text/messageOf';

suite('text/messageOf', () => {
  test('what is thrown need not be an error', () =>
    assert.deepEqual([new TypeError('no'), 'no', 404, undefined].map(messageOf), [
      'no',
      'no',
      '404',
      'undefined',
    ]));
});
