import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { actionsFor, checkAfter } from '../../support/fixes';
import { crlf, marked } from '../../support/marked';
import type { TestOptions } from '../../support/check';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly message: string | RegExp;
  readonly english: RegExp;
  readonly options?: TestOptions;
}

const CASES: readonly Case[] = [
  {
    name: 'an unclosed block',
    text: '«---»\nquestion: 灯\n\n好。',
    message: '文首信息（front matter）没有结束的 --- 行，按没有文首信息处理。',
    english: /no closing ---/,
  },
  {
    name: 'text that is no map',
    text: '---\n«灯坏了»\n---\n',
    message: '文首信息（front matter）应是“键: 值”的形式，冒号用半角，后面空一格，例如 question: 题目。',
    english: /key: value/,
  },
  {
    name: 'a full-width colon',
    text: '---\n«题目：灯坏了»\n---\n',
    message: /键: 值/,
    english: /key: value/,
  },
  {
    name: 'a wrong type',
    text: '---\nminutes: «三分钟»\n---\n',
    message: /^minutes 的值不对/,
    english: /^minutes has a wrong value/,
  },
  {
    name: 'a wrong type of a Chinese key',
    text: '---\n时限: «很久»\n---\n',
    message: /^时限 的值不对/,
    english: /^时限 has a wrong value/,
  },
  {
    name: 'an unknown framework',
    text: '---\nframework: «lamb»\n---\n',
    message: '没有名为“lamb”的框架，暂按“路灯报修”检查。可用的有：lamp、queue。',
    english: /^There is no framework “lamb”; “framework lamp” is used for now\. Known ones: lamp, queue\.$/,
  },
  {
    name: 'an unknown framework, where another stands in for it: those there are in the order of their names',
    text: '---\nframework: «lamb»\nquestion: 办事大厅排队太长，怎么办？\n---\n',
    message: '没有名为“lamb”的框架，暂按“排队疏导”检查。可用的有：lamp、queue。',
    english: /“framework queue” is used for now\. Known ones: lamp, queue\.$/,
  },
  {
    name: 'an unknown framework in quotes and Chinese',
    text: '---\n框架: «"路灯 👍"»\n---\n',
    message: /“路灯 👍”/,
    english: /“路灯 👍”/,
  },
  {
    name: 'an unknown framework of the settings',
    text: '«> 题目：路灯坏了？»\n\n好。',
    message: /没有名为“lamb”的框架/,
    english: /lamb/,
    options: { framework: 'lamb' },
  },
];

suite('rules/draftFrontMatter', () => {
  const at = (text: string, options?: TestOptions): string[] =>
    checkRule('draft.front-matter', text, options).map((finding) => finding.at.trim());

  for (const { name, text: source, message, english, options } of CASES) {
    for (const [ends, change] of [
      ['', (text: string) => text],
      [', Windows line ends', crlf],
    ] as const) {
      test(`finds ${name}${ends}`, () => {
        const { text, ranges } = marked(change(source));
        assert.deepEqual(
          at(text, options),
          ranges.map(({ from, to }) => text.slice(from, to)),
        );
        const [finding] = checkRule('draft.front-matter', text, options);
        if (typeof message === 'string') assert.equal(finding?.message, message);
        else assert.match(finding?.message ?? '', message);
        assert.equal(finding?.severity, 'information');
        assert.match(
          checkRule('draft.front-matter', text, { ...options, locale: 'en' })[0]?.message ?? '',
          english,
        );
      });
    }
  }

  const valid = [
    '',
    '好。',
    '---\nquestion: 灯\n---\n',
    '---\nframework: lamp\n---\n',
    '---\n题目: 灯\n时限: 3\n---\n',
    '---\n\n好。',
    '---\ntitle: x\n---\n',
    '---\nframework:\n---\n',
  ];
  for (const text of valid) test(`accepts ${JSON.stringify(text)}`, () => assert.deepEqual(at(text), []));

  test('a YAML error is told in the words of the parser, on one line', () => {
    const messages = checkRule('draft.front-matter', '---\nquestion: "灯\nframework: lamp\n---\n').map(
      ({ message }) => message,
    );
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /^文首信息（front matter）不是有效的 YAML：[^\n]+。其余内容照常检查。$/);
  });

  test('an unknown framework can be exchanged for any there is', () => {
    const text = '---\nframework: lamb # 试\nquestion: 灯\n---\n';
    const titles = actionsFor('draft.front-matter', text).actions.map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 2), ['改用框架“路灯报修”', '改用框架“排队疏导”']);
    for (const title of titles.slice(0, 2))
      assert.deepEqual(checkAfter('draft.front-matter', text, title), []);
  });

  test('an unknown framework of the settings is overruled by the front matter', () => {
    assert.deepEqual(
      checkAfter('draft.front-matter', '题目：灯？\n\n好。', '改用框架“路灯报修”', { framework: 'lamb' }),
      [],
    );
  });

  test('can be switched off for the file, also there', () => {
    const text = '---\nframework: lamb\n---\n';
    assert.deepEqual(checkAfter('draft.front-matter', text, '本文件不再提示（draft.front-matter）'), []);
  });

  test('no comment is offered inside the front matter', () => {
    const { actions } = actionsFor('draft.front-matter', '---\nframework: lamb\n---\n');
    assert.equal(
      actions.some(({ title }) => title.startsWith('这里')),
      false,
    );
  });
});
