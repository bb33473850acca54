import assert from 'node:assert/strict';
import { phraseText, shorten } from '../../../server/src/core/features/phraseText';

suite('features/phraseText', () => {
  test('the mark a phrase ends with goes, unless it belongs to it', () => {
    assert.deepEqual(['好的。', '好的，', '好吗？', '“好”', '好；。'].map(phraseText), [
      '好的',
      '好的',
      '好吗？',
      '“好”',
      '好',
    ]);
  });

  test('a title is cut on a character', () => {
    assert.equal(shorten('一二三四', 4), '一二三四');
    assert.equal(shorten('一二三四五', 4), '一二三…');
    assert.equal(shorten('一二👍四五', 4), '一二…');
  });
});
