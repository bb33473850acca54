import assert from 'node:assert/strict';
import { firstLine, wholeAnswerPlace } from '../../../server/src/core/rules/places';
import { analyse } from '../../support/check';
import { crlf, mark, marked } from '../../support/marked';

suite('rules/places: the whole answer', () => {
  const places: readonly (readonly [string, string])[] = [
    ['the question in the front matter', '---\n«question»: 灯坏了？\n---\n\n好。'],
    ['the first line of a question in the text', '«> 题目：灯坏了？»\n> 怎么办？\n\n好。'],
    ['the heading of the question', '«## 题目»\n\n灯坏了？\n\n## 作答\n\n好。'],
    ['a question in Chinese words', '---\n框架: lamp\n«题目»: "灯坏了，怎么办？"\n---\n\n好。'],
    ['the first clause of a question in the text', '«> 题目：灯坏了»，居民来问。你怎么办？\n\n好。'],
    [
      'a question in the text where the front matter has none',
      '---\nquestion:\n---\n\n«> 题目：灯坏了»，怎么办？\n\n好。',
    ],
    [
      'its own clause, whatever stands before',
      '---\n# 一，二\nframework: lamp\n---\n\n«> 题目：灯坏了»，怎么办？\n\n好。',
    ],
    ['a long question in a block of YAML', '---\n«question»: |\n  灯坏了？\n---\n\n好。'],
    ['the front matter', '«---»\nframework: lamp\n---\n\n好。'],
    ['the first sentence', '# 稿\n\n«好。»再好。'],
    ['the heading where there is no sentence', '# «稿»\n'],
    ['the first line of any other text', '\n\n«```»\n码\n```\n'],
    ['nothing', '«»'],
    ['nothing but white space', ' \n\n«»'],
  ];
  for (const [name, source] of places) {
    test(name, () => {
      for (const change of [(text: string) => text, crlf]) {
        const { text } = marked(change(source));
        assert.equal(mark(text, [wholeAnswerPlace(analyse(text))]), change(source));
      }
    });
  }
});

suite('rules/places: the first line', () => {
  const lines: readonly (readonly [string, string])[] = [
    ['up to the line end', '«好。»\n再好。'],
    ['up to a Windows line end', '«好。»\r\n再好。'],
    ['without white space around', '  «好。» \t\n再好。'],
    ['after blank lines', '\n \n«好。»\n'],
    ['a single line', '«好𠮷👍»'],
    ['only white space', ' \n «»'],
  ];
  for (const [name, source] of lines) {
    test(name, () => {
      const { text } = marked(source);
      assert.equal(mark(text, [firstLine(text, { from: 0, to: text.length })]), source);
    });
  }

  test('stays within its range', () =>
    assert.deepEqual(firstLine('一二三四', { from: 1, to: 3 }), { from: 1, to: 3 }));
});
