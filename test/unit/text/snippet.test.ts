import assert from 'node:assert/strict';
import { hasPlaceholder, toSnippet } from '../../../server/src/core/text/snippet';

suite('text/snippet', () => {
  test('a snippet escapes what means something in snippets', () => {
    assert.equal(
      toSnippet('花 $5 {a} \\ 【谁】和【$}哪里】'),
      '花 \\$5 {a\\} \\\\ ${1:【谁】}和${2:【\\$\\}哪里】}',
    );
    assert.equal(toSnippet('没有要填的'), '没有要填的');
    assert.equal(toSnippet('【】和【没有完'), '【】和【没有完');
  });

  test('whether there is something to fill in', () =>
    assert.deepEqual(['约【几位】居民', '先听大家把话说完', '【】'].map(hasPlaceholder), [
      true,
      false,
      false,
    ]));
});
