import assert from 'node:assert/strict';
import { Tree } from '@lezer/common';
import { toLineFeeds, topBlocks } from '../../../server/src/core/draft/topBlocks';

/** The blocks of a text by name and text; in brackets those the Markdown parser has read. */
const blocks = (text: string): string[] =>
  topBlocks(text, 0, text.length).map(({ name, syntax, from, to }) => {
    const said = `${name} ${JSON.stringify(text.slice(from, to))}`;
    return syntax instanceof Tree ? `[${said}]` : said;
  });

suite('draft/topBlocks', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing', '\n \n\t\n', []],
    ['paragraphs', '先查。\n再答。\n\n\n道歉。', ['Paragraph "先查。\\n再答。"', 'Paragraph "道歉。"']],
    [
      'a heading and what follows at once',
      '## 1、先查\n再答',
      ['ATXHeading2 "## 1、先查"', 'Paragraph "再答"'],
    ],
    ['a list', '- 先查\n- 再答\n\n道歉', ['BulletList "- 先查\\n- 再答"', 'Paragraph "道歉"']],
    ['a list at the end', '- 先查\n\n', ['BulletList "- 先查"']],
    ['Windows line ends', '先查\r\n\r\n- 再答\r\n', ['Paragraph "先查"', 'BulletList "- 再答"']],
    ['line ends of old', '先查\r\r# 再答\r', ['Paragraph "先查"', 'ATXHeading1 "# 再答"']],
    ['a list that goes on', '- 先查\n\n- 再答', ['[BulletList "- 先查\\n\\n- 再答"]']],
    ['a list with a paragraph in it', '- 先查\n\n  再答', ['[BulletList "- 先查\\n\\n  再答"]']],
    ['a list right below a line', '先查：\n- 再答', ['[Paragraph "先查："]', '[BulletList "- 再答"]']],
    ['an underlined heading', '先查\n===', ['[SetextHeading1 "先查\\n==="]']],
    ['a heading of too many signs', '####### 先查', ['[Paragraph "####### 先查"]']],
    ['a heading without a space', '##先查', ['[ATXHeading2 "##先查"]']],
    ['a closed heading', '# 先查 #', ['[ATXHeading1 "# 先查 #"]']],
    ['a table', '甲|乙\n-|-', ['[Table "甲|乙\\n-|-"]']],
    [
      'what is marked up within a line',
      '先`查`。\n\n再答。',
      ['[Paragraph "先`查`。"]', '[Paragraph "再答。"]'],
    ],
    [
      'text behind something else',
      '> 先查\n\n再答\n\n1. 道歉',
      ['[Blockquote "> 先查"]', 'Paragraph "再答"', '[OrderedList "1. 道歉"]'],
    ],
    [
      'code that goes on over blank lines',
      '```\n先查\n\n再答\n```\n\n道歉',
      ['[FencedCode "```\\n先查\\n\\n再答\\n```"]', '[Paragraph "道歉"]'],
    ],
    [
      'a comment that does',
      '先查\n\n<!-- 再答\n\n道歉 -->',
      ['Paragraph "先查"', '[CommentBlock "<!-- 再答\\n\\n道歉 -->"]'],
    ],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(blocks(text), expected));

  test('of a stretch of a text, with offsets of the whole', () => {
    const text = '先查\n\n再答\n\n- 道歉\n';
    const found = topBlocks(text, 4, text.length);
    assert.deepEqual(
      found.map(({ from, to }) => text.slice(from, to)),
      ['再答', '- 道歉'],
    );
    assert.deepEqual(found[1]?.syntax, [{ from: 2, to: 4 }]);
  });

  test('line ends of all kinds become line feeds, a bar staying the end of its row', () =>
    assert.equal(toLineFeeds('甲\r\n|乙|\r\n丙\r丁\n'), '甲 \n|乙 |\n丙\n丁\n'));
});
