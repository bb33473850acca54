import * as assert from 'node:assert';
import { callsForPhrases, clauseStart, isInFrontMatter, isKey, isTyped } from '../../../client/src/typed';

const typed = (text: string, rangeLength = 0): boolean => isTyped([{ text, rangeLength }]);

suite('What was typed', () => {
  test('Chinese, a character or a few words at a time, also in place of the letters of an input method', () => {
    for (const text of ['群', '群众利益', '，群众']) assert.ok(typed(text), text);
    assert.ok(typed('大家', 'dajia'.length));
  });

  test('not letters, punctuation, spaces, nothing at all', () => {
    for (const text of ['q', 'dajia', '群众，', '。', ' ', '']) assert.ok(!typed(text), text);
  });

  test('not what was pasted, inserted or replaced in one piece', () => {
    assert.ok(!typed('先听大家把话说完再一条一条记下来'));
    assert.ok(!typed('群众\n利益'));
    assert.ok(!typed('大家', 300));
    const change = { text: '群众', rangeLength: 0 };
    assert.ok(!isTyped([change, change]), 'at several cursors');
    assert.ok(!isTyped([]));
  });

  test('a key makes one character', () => {
    assert.ok(isKey({ text: '群', rangeLength: 0 }) && isKey({ text: '𠮷', rangeLength: 0 }));
    assert.ok(!isKey({ text: '群众', rangeLength: 0 }) && !isKey({ text: '群', rangeLength: 2 }));
  });
});

suite('Where phrases are offered unasked', () => {
  test('from the second Han character of a clause', () => {
    assert.ok(callsForPhrases('大家'));
    assert.ok(callsForPhrases('我先认真听，大家反映'));
    assert.ok(callsForPhrases('- **第一**，登门走访'));
    assert.ok(callsForPhrases('12345热线'));
    assert.ok(!callsForPhrases('大'));
    assert.ok(!callsForPhrases('我先认真听，大'));
    assert.ok(!callsForPhrases('（听'));
  });

  test('not after letters or punctuation, on an empty line, in a heading', () => {
    for (const before of ['', '大家。', '大家dj', '## 一、态度', '# 题目'])
      assert.ok(!callsForPhrases(before), before);
  });

  test('a clause begins after punctuation and after marks of Markdown', () => {
    assert.strictEqual(clauseStart('先听，再记'), 3);
    assert.strictEqual(clauseStart('大家'), 0);
    assert.strictEqual(clauseStart('- 大家'), 1);
    assert.strictEqual(clauseStart('大家。'), 3);
  });

  test('not in the front matter', () => {
    const lines = ['---', 'question: 群众', 'framework: a', '---', '', '大家'];
    const at = (line: number): boolean => isInFrontMatter(line, (one) => lines[one] ?? '');
    assert.deepStrictEqual(
      lines.map((_, line) => at(line)),
      [true, true, true, true, false, false],
    );
    assert.ok(!isInFrontMatter(1, (line) => ['大家', '---'][line] ?? ''));
    assert.ok(isInFrontMatter(1, (line) => ['---', 'question: 还没有写完'][line] ?? ''));
  });
});
