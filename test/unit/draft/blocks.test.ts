import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { crlf, lines } from '../../support/marked';
import { outlineOf, sentencesOf, split } from '../../support/parse';

suite('draft/blocks: kinds', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['headings of every level', '# 一\n\n###### 六', ['h1 answer: # 一', 'h6 answer: ###### 六']],
    ['setext headings', '一\n===\n\n二\n---', ['h1 answer: 一\n===', 'h2 answer: 二\n---']],
    [
      'paragraphs',
      '我先道歉。\n我再核实。\n\n好。',
      ['text answer: 我先道歉。\n我再核实。', 'text answer: 好。'],
    ],
    ['lists are one block', '- 道歉。\n- 核实。', ['text answer: - 道歉。\n- 核实。']],
    ['ordered lists', '1. 道歉。\n2. 核实。', ['text answer: 1. 道歉。\n2. 核实。']],
    ['tables', '| 一 |\n| - |\n| 道歉。 |', ['text answer: | 一 |\n| - |\n| 道歉。 |']],
    ['later quotes are not the answer', '好。\n\n> 引文。', ['text answer: 好。', 'quote ignored: > 引文。']],
    ['comments', '<!-- 记 -->\n\n好。', ['comment ignored: <!-- 记 -->', 'text answer: 好。']],
    ['fenced code', '```\n道歉。\n```\n\n好。', ['other ignored: ```\n道歉。\n```', 'text answer: 好。']],
    // Writers indent a paragraph by two 字, also with four blanks or a tab: that is no code.
    ['indented paragraphs', '    道歉。\n\n\t好。', ['text answer: 道歉。', 'text answer: 好。']],
    [
      'HTML blocks',
      '<div>\n道歉。\n</div>\n\n好。',
      ['other ignored: <div>\n道歉。\n</div>', 'text answer: 好。'],
    ],
    [
      'horizontal rules',
      '好。\n\n***\n\n好。',
      ['text answer: 好。', 'other ignored: ***', 'text answer: 好。'],
    ],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(outlineOf(text), expected));

  test('Windows line ends make the same blocks', () => {
    const text = lines(
      '# 一',
      '',
      '- 道歉。',
      '- 核实。',
      '',
      '| 一 |',
      '| - |',
      '| 好。 |',
      '',
      '> 引文。',
      '',
      '<!-- 记 -->',
    );
    const shape = (source: string): string[] =>
      parseDraft(source).blocks.map(({ block, role }) => `${block.kind}${block.level} ${role}`);
    assert.deepEqual(shape(crlf(text)), shape(text));
    assert.deepEqual(split(crlf(text)), split(text));
  });
});

suite('draft/blocks: what stands inside', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['every item of a list', '- 道歉。\n- 核实。再看。\n* 好。', ['道歉。', '核实。', '再看。', '好。']],
    [
      'nested lists',
      '- 道歉。\n  - 起身。\n    1. 倒水。\n- 核实。',
      ['道歉。', '起身。', '倒水。', '核实。'],
    ],
    ['paragraphs of an item', '- 道歉。\n\n  起身。\n\n- 核实。', ['道歉。', '起身。', '核实。']],
    [
      'every cell of a table',
      '| 环节 | 做法 |\n| --- | --- |\n| 道歉。 | 起身。倒水。 |',
      ['环节', '做法', '道歉。', '起身。', '倒水。'],
    ],
    ['an escaped bar stays in its cell', '| 一 |\n| - |\n| 道\\|歉。 |', ['一', '道\\|歉。']],
    ['quotes, without their marks', '> 道歉。\n> 核实。', ['道歉。', '核实。']],
    ['quotes in quotes', '> > 道歉。\n> 核实。', ['道歉。', '核实。']],
    ['lists in quotes', '> - 道歉。\n> - 核实。', ['道歉。', '核实。']],
    ['headings in a list', '- ## 态度\n\n  道歉。', ['# 态度', '道歉。']],
    ['no code in a list', '- 道歉。\n\n  ```\n  核实。\n  ```', ['道歉。']],
    ['closing # of a heading', '## 态度 ##', ['# 态度']],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(split(text), expected));

  test('a soft-wrapped quote is one sentence, its marks not said', () => {
    const text = '> 我先请来反映路灯不亮的几位居民到值班室里坐下来慢慢说清楚\n> 坏了几天。';
    const [only, ...more] = sentencesOf(parseDraft(text));
    assert.equal(more.length, 0);
    assert.equal(only?.sentence.folded.includes('>'), false);
  });

  test('what stands deeper than anybody nests is read all the same, line by line', () => {
    const deep = '- '.repeat(1000);
    const text = `${deep}先道歉。\n\n${'> '.repeat(1000)}再核实。\n\n后答复。`;
    assert.deepEqual(
      sentencesOf(parseDraft(text)).map(({ sentence: { folded } }) => /[^->\s]+$/.exec(folded)?.[0]),
      ['先道歉。', '再核实。', '后答复。'],
    );
  });

  const comments = (text: string): string[] =>
    parseDraft(text).blocks.flatMap(({ block, from }) =>
      block.comments.map((range) => text.slice(from + range.from, from + range.to)),
    );

  test('comments are found wherever they stand', () => {
    assert.deepEqual(
      comments('<!-- a -->\n\n好<!-- b -->。<!-- c -->\n\n- 好\n\n  <!-- d -->\n\n> <!-- e -->\n> 好'),
      ['<!-- a -->', '<!-- b -->', '<!-- c -->', '<!-- d -->', '<!-- e -->'],
    );
  });

  test('a comment over several lines is one', () =>
    assert.deepEqual(comments('好。\n\n<!-- a\nb -->\n\n好。'), ['<!-- a\nb -->']));
  test('no comment is found in code', () =>
    assert.deepEqual(comments('```\n<!-- a -->\n```\n\n`<!-- b -->` 好'), []));

  test('blocks lie in order within the text and their sentences within them', () => {
    const text = crlf(
      lines('# 一', '', '- 道歉。', '  - 核实。', '', '好👍。', '', '> 引𠮷文。', '', '```', '码', '```', ''),
    );
    let end = 0;
    for (const { block, from } of parseDraft(text).blocks) {
      assert.ok(from >= end && from + block.length <= text.length);
      end = from + block.length;
      for (const sentence of block.sentences)
        assert.ok(sentence.from >= 0 && sentence.to <= block.length && sentence.from < sentence.to);
    }
  });
});
