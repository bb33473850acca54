import assert from 'node:assert/strict';
import { groupBy } from '../../../server/src/core/text/groupBy';

suite('text/groupBy', () => {
  test('groups and what is in them keep their order', () =>
    assert.deepEqual(
      [...groupBy(['灯杆', '路', '灯泡', '路口', '灯'], (word) => word.charAt(0))],
      [
        ['灯', ['灯杆', '灯泡', '灯']],
        ['路', ['路', '路口']],
      ],
    ));

  test('nothing makes no group', () => assert.equal(groupBy([], String).size, 0));
});
