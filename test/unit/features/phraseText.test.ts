import assert from 'node:assert/strict';
import { phraseText, shorten, toSnippet } from '../../../server/src/core/features/phraseText';

suite('features/phraseText', () => {
  test('a snippet escapes what means something in snippets', () => {
    assert.equal(
      toSnippet('花 $5 {a} \\ 【谁】和【$}哪里】'),
      '花 \\$5 {a\\} \\\\ ${1:【谁】}和${2:【\\$\\}哪里】}',
    );
    assert.equal(toSnippet('没有要填的'), '没有要填的');
    assert.equal(toSnippet('【】和【没有完'), '【】和【没有完');
  });

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
