import assert from 'node:assert/strict';
import { labelLength, namingOf } from '../../../server/src/core/draft/questionLabel';
import { FOLD } from '../../../server/src/core/text/fold';

suite('draft/questionLabel', () => {
  test('a heading above the question', () => {
    for (const heading of ['题目', '## 面试题 3：', '【試題】', '# 题干'])
      assert.equal(namingOf(true, heading, []), 'heading', heading);
    assert.equal(namingOf(true, '## 问题', []), undefined);
  });

  test('a label in front of it', () => {
    for (const text of ['题目：路灯坏了。', '> **試題 2**：路灯坏了。', '【题目1】路灯坏了。'])
      assert.equal(namingOf(false, text, []), 'label', text);
    assert.equal(namingOf(false, '这个题目：不难。', []), undefined);
  });

  test('a comment before it does not count', () =>
    assert.equal(namingOf(false, '<!-- 甲 -->题目：路灯坏了。', [{ from: 0, to: 10 }]), 'label'));

  test('the label can be cut off', () => {
    assert.equal(labelLength('题目：路灯'), 3);
    assert.equal(labelLength('路灯题目：'), 0);
  });

  test('no other character folds to the one that is looked for first', () => {
    const folding = [...FOLD.keys()].filter((unit) => FOLD[unit] === '题'.charCodeAt(0));
    assert.deepEqual(
      folding.map((unit) => String.fromCharCode(unit)),
      ['題', '题'],
    );
  });
});
