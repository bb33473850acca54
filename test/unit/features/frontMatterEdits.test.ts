import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { applyEdits } from '../../../server/src/core/features/edits';
import { disableInFile, setFramework } from '../../../server/src/core/features/frontMatterEdits';
import { crlf } from '../../support/marked';

const set = (text: string): string => applyEdits(text, setFramework(parseDraft(text), 'queue'));
const disable = (text: string): string => applyEdits(text, disableInFile(parseDraft(text), 'cliche'));

suite('features/frontMatterEdits: setFramework', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['no front matter', '好。\n', '---\nframework: queue\n---\n\n好。\n'],
    ['nothing at all', '', '---\nframework: queue\n---\n\n'],
    ['other keys', '---\nquestion: 灯\n---\n好。', '---\nquestion: 灯\nframework: queue\n---\n好。'],
    ['empty front matter', '---\n---\n好。', '---\nframework: queue\n---\n好。'],
    ['closed by dots', '---\nquestion: 灯\n...\n好。', '---\nquestion: 灯\nframework: queue\n...\n好。'],
    ['closed at the end of the file', '---\nquestion: 灯\n---', '---\nquestion: 灯\nframework: queue\n---'],
    [
      'a framework',
      '---\nframework: lamp\nquestion: 灯\n---\n',
      '---\nframework: queue\nquestion: 灯\n---\n',
    ],
    ['a Chinese key', '---\n框架: lamp\n---\n', '---\n框架: queue\n---\n'],
    ['quotes and a comment', "---\nframework: 'lamp' # 试\n---\n", '---\nframework: queue # 试\n---\n'],
    ['a byte order mark', '\uFEFF---\nframework: lamp\n---\n', '\uFEFF---\nframework: queue\n---\n'],
    ['a byte order mark and nothing else', '\uFEFF好。', '\uFEFF---\nframework: queue\n---\n\n好。'],
    [
      'a block of text',
      '---\nquestion: |\n  灯\n  坏了\n---\n',
      '---\nquestion: |\n  灯\n  坏了\nframework: queue\n---\n',
    ],
    ['only a comment', '---\n# 记\n---\n', '---\n# 记\nframework: queue\n---\n'],
    ['an old rule across the page', '---\n\n好。', '---\nframework: queue\n---\n\n---\n\n好。'],
  ];
  for (const [name, before, after] of cases) {
    test(name, () => assert.equal(set(before), after));
    test(`${name}, Windows line ends`, () => {
      if (before.includes('\n')) assert.equal(set(crlf(before)), crlf(after));
      else assert.equal(set(before), after);
    });
  }

  test('line ends of one carriage return', () => {
    assert.equal(
      set('---\rquestion: 灯\rminutes: 3\r---\r好。'),
      '---\rquestion: 灯\rminutes: 3\rframework: queue\r---\r好。',
    );
    assert.equal(set('---\rframework: lamp\r---\r好。'), '---\rframework: queue\r---\r好。');
  });

  const shapes = [
    '---\nframework:\n---\n',
    '---\nframework: ""\n---\n',
    '---\nframework: ~\n---\n',
    '---\nframework: [lamp]\n---\n',
    '---\n{ question: 灯 }\n---\n',
    '---\n{ framework: lamp }\n---\n',
    '---\nframework: >-\n  lamp\nquestion: 灯\n---\n',
  ];
  for (const text of [...shapes, ...shapes.map(crlf)]) {
    test(`can be read again, without a fault: ${JSON.stringify(text)}`, () => {
      const { frontMatter } = parseDraft(set(text));
      assert.equal(frontMatter.framework?.value, 'queue', set(text));
      assert.deepEqual(frontMatter.problems, []);
      assert.equal(frontMatter.question?.value, parseDraft(text).frontMatter.question?.value);
      assert.equal(set(text).match(/framework/g)?.length, 1, 'the key stands once');
    });
  }

  test('twice is once', () => assert.equal(set(set('好。')), set('好。')));
});

suite('features/frontMatterEdits: disableInFile', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['no front matter', '好。\n', '---\nzhangfa-disable: [cliche]\n---\n\n好。\n'],
    ['other keys', '---\nquestion: 灯\n---\n好。', '---\nquestion: 灯\nzhangfa-disable: [cliche]\n---\n好。'],
    [
      'a list',
      '---\nzhangfa-disable: [text.repeat]\nquestion: 灯\n---\n',
      '---\nzhangfa-disable: [text.repeat, cliche]\nquestion: 灯\n---\n',
    ],
    [
      'a list with what is no rule and would be no YAML',
      '---\nzhangfa-disable: ["a]", "b, c"]\n---\n',
      '---\nzhangfa-disable: ["a]", "b, c", cliche]\n---\n',
    ],
    ['an empty list', '---\nzhangfa-disable: [] # 无\n---\n', '---\nzhangfa-disable: [cliche] # 无\n---\n'],
    [
      'a single rule',
      '---\nzhangfa-disable: text.repeat\n---\n',
      '---\nzhangfa-disable: [text.repeat, cliche]\n---\n',
    ],
    ['a Chinese key', '---\n停用规则: [text.repeat]\n---\n', '---\n停用规则: [text.repeat, cliche]\n---\n'],
    [
      'the rule is there already',
      '---\nzhangfa-disable: [cliche]\n---\n',
      '---\nzhangfa-disable: [cliche]\n---\n',
    ],
  ];
  for (const [name, before, after] of cases) {
    test(name, () => {
      assert.equal(disable(before), after);
      assert.equal(disable(crlf(before)), crlf(after));
    });
  }

  const shapes = [
    '---\nzhangfa-disable:\n---\n好。',
    '---\nzhangfa-disable: ~\nquestion: 灯\n---\n好。',
    '---\nzhangfa-disable:\n  - text.repeat\n---\n好。',
    '---\nzhangfa-disable:\n  - text.repeat\n  - cliche\nquestion: 灯\n---\n好。',
    '---\nzhangfa-disable:\n- text.repeat # 因\nquestion: 灯\n---\n好。',
    '---\nzhangfa-disable:\n- text.repeat\n---\n好。',
    '---\nzhangfa-disable: [\n  text.repeat,\n  role.shirk\n]\nquestion: 灯\n---\n好。',
    '---\n{ question: 灯, zhangfa-disable: [text.repeat] }\n---\n好。',
    '---\n{ question: 灯 }\n---\n好。',
  ];
  for (const text of [...shapes, ...shapes.map(crlf)]) {
    test(`can be read again, with nothing lost: ${JSON.stringify(text)}`, () => {
      const before = parseDraft(text).frontMatter;
      const after = parseDraft(disable(text)).frontMatter;
      assert.deepEqual(after.disable, [...new Set([...before.disable, 'cliche'])], disable(text));
      assert.equal(after.question?.value, before.question?.value);
      assert.deepEqual(after.problems, []);
      assert.ok(disable(text).endsWith('好。'));
    });
  }
});
