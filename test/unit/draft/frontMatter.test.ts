import assert from 'node:assert/strict';
import { type FrontMatter, readFrontMatter } from '../../../server/src/core/draft/frontMatter';
import { crlf, lines, mark, marked, slice } from '../../support/marked';

/** Front matter with the given lines, and a body. */
const withLines = (...parts: string[]): string => lines('---', ...parts, '---', '好。');

const problems = (text: string): string[] =>
  readFrontMatter(text).problems.map(({ kind, range }) => `${kind}: ${slice(text, range)}`);

suite('draft/frontMatter: where it stands', () => {
  const spans: readonly (readonly [string, string])[] = [
    ['closed by ---', '«---\nquestion: 灯\n---\n»好。'],
    ['closed by ...', '«---\nquestion: 灯\n...\n»好。'],
    ['closed at the end of the file', '«---\nquestion: 灯\n---»'],
    ['with spaces after the fences', '«---  \nquestion: 灯\n---\t\n»好。'],
    ['empty', '«---\n---\n»好。'],
    ['with Windows line ends', '«---\r\nquestion: 灯\r\n---\r\n»好。'],
    ['after a byte order mark', '«\uFEFF---\nquestion: 灯\n---\n»好。'],
    ['up to the first fence', '«---\nquestion: 灯\n---\n»好。\n\n---\n'],
  ];
  for (const [name, source] of spans) {
    test(name, () => {
      const { text, ranges } = marked(source);
      assert.deepEqual(readFrontMatter(text).range, ranges[0]);
    });
  }

  const none = [
    '',
    '好。',
    '---',
    '--- x\nquestion: 灯\n---\n',
    '\n---\nquestion: 灯\n---\n',
    '----\nquestion: 灯\n----\n',
    '---\nquestion: 灯\n--- x\n',
  ];
  for (const text of none) {
    test(`none in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readFrontMatter(text).range, { from: 0, to: 0 }));
  }
});

suite('draft/frontMatter: values', () => {
  const values = (text: string): Record<string, unknown> => {
    const { question, framework, kind, minutes, disable } = readFrontMatter(text);
    const all = {
      question: question?.value,
      framework: framework?.value,
      kind: kind?.value,
      minutes: minutes?.value,
    };
    return {
      ...Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
      ...(disable.length > 0 ? { disable } : {}),
    };
  };

  test('ends at a line of its own only, whatever else some call a line end', () => {
    for (const separator of ['\u2028', '\u2029', '\u0085', '\v', '\f']) {
      const read = readFrontMatter(`---\nquestion: 安抚${separator}---\nframework: lamp\n---\n\n我先听。`);
      assert.equal(read.framework?.value, 'lamp', JSON.stringify(separator));
    }
  });

  test('line ends of one carriage return', () => {
    const text = '---\rquestion: 灯\rkind: 应急\rminutes: 3\r---\r好。';
    assert.deepEqual(values(text), { question: '灯', kind: '应急', minutes: 3 });
    assert.equal(slice(text, readFrontMatter(text).kind?.range ?? { from: 0, to: 0 }), '应急');
  });

  test('all keys', () => {
    const text = withLines(
      'question: 灯坏了？',
      'framework: lamp',
      'kind: emergency',
      'minutes: 3',
      'zhangfa-disable: [cliche]',
    );
    assert.deepEqual(values(text), {
      question: '灯坏了？',
      framework: 'lamp',
      kind: 'emergency',
      minutes: 3,
      disable: ['cliche'],
    });
  });

  test('all keys in Chinese, with Windows line ends', () => {
    const text = crlf(
      withLines('题目: 灯坏了？', '框架: lamp', '题型: emergency', '时限: 3', '停用规则: cliche'),
    );
    assert.deepEqual(values(text), {
      question: '灯坏了？',
      framework: 'lamp',
      kind: 'emergency',
      minutes: 3,
      disable: ['cliche'],
    });
  });

  const single: readonly (readonly [string, string, Record<string, unknown>])[] = [
    ['a quoted value', 'question: "灯: 坏了"', { question: '灯: 坏了' }],
    ['a folded block', 'question: >-\n  灯坏了，\n  怎么办', { question: '灯坏了， 怎么办' }],
    ['a literal block', 'question: |\n  灯坏了，\n  怎么办', { question: '灯坏了，\n怎么办' }],
    ['white space around a value', 'question: "  灯  "', { question: '灯' }],
    ['a number as text', 'framework: 12', { framework: '12' }],
    ['minutes with a unit', 'minutes: 3分钟', { minutes: 3 }],
    ['half minutes', 'minutes: 2.5', { minutes: 2.5 }],
    ['as many minutes as there can be', 'minutes: 120', { minutes: 120 }],
    ['a comment after a value', 'framework: lamp # 试试', { framework: 'lamp' }],
    [
      'a list of rules',
      'zhangfa-disable:\n  - cliche\n  - text.repeat',
      { disable: ['cliche', 'text.repeat'] },
    ],
    ['an empty list of rules', 'zhangfa-disable: []', {}],
    ['keys of others', 'title: 记录\ntags: [a, b]', {}],
    ['empty values', 'question:\nframework: ""\nkind: ~', {}],
    ['a flow map', '{ question: 灯, minutes: 2 }', { question: '灯', minutes: 2 }],
    ['the last of two', 'framework: lamp\nframework: queue', { framework: 'queue' }],
    ['only a comment', '# 记', {}],
    ['names of object members', 'constructor: 好\ntoString: 好\n__proto__: 好', {}],
  ];
  for (const [name, source, expected] of single) {
    test(name, () => {
      assert.deepEqual(values(withLines(source)), expected);
      assert.deepEqual(problems(withLines(source)), []);
    });
  }

  test('each value knows its place, quotes included', () => {
    const text = crlf(
      withLines('题目: "灯👍坏了"', 'framework: lamp # 试', 'minutes: 3', '停用规则: [cliche]'),
    );
    const front: FrontMatter = readFrontMatter(text);
    const ranges = [front.question, front.framework, front.minutes].map(
      (located) => located?.range ?? { from: 0, to: 0 },
    );
    assert.deepEqual(
      ranges.map((range) => slice(text, range)),
      ['"灯👍坏了"', 'lamp', '3'],
    );
  });

  test('a place after a byte order mark is exact', () => {
    const text = `\uFEFF${withLines('framework: lamp')}`;
    assert.equal(slice(text, readFrontMatter(text).framework?.range ?? { from: 0, to: 0 }), 'lamp');
  });
});

suite('draft/frontMatter: problems', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['text that is no map', '灯坏了', ['not-a-map: 灯坏了']],
    ['a list', '- 灯\n- 坏', ['not-a-map: - 灯\n- 坏']],
    ['a full-width colon', '题目：灯坏了', ['not-a-map: 题目：灯坏了']],
    ['minutes of zero', 'minutes: 0', ['type: 0']],
    ['too many minutes', 'minutes: 121', ['type: 121']],
    ['minutes in words', 'minutes: 三分钟', ['type: 三分钟']],
    ['minutes that are no number', 'minutes: true', ['type: true']],
    ['a list of lists to switch off', 'zhangfa-disable: [[cliche]]', ['type: [[cliche]]']],
    ['a map to switch off', 'zhangfa-disable: { cliche: true }', ['type: { cliche: true }']],
    ['a key by itself', '? question', ['type: question']],
    ['a list for text', 'question: [灯, 坏]', ['type: [灯, 坏]']],
    ['a map for text', 'framework: { id: lamp }', ['type: { id: lamp }']],
    ['a truth value for text', 'kind: true', ['type: true']],
    ['a number among rules', 'zhangfa-disable: [cliche, 3]', ['type: [cliche, 3]']],
  ];
  for (const [name, source, expected] of cases)
    test(name, () => assert.deepEqual(problems(withLines(source)), expected));

  test('names of object members are keys of others, whatever their value', () => {
    assert.deepEqual(problems(withLines('constructor: [好]', 'valueOf: { a: 1 }')), []);
  });

  test('no rules to switch off is no mistake', () =>
    assert.deepEqual(problems(withLines('zhangfa-disable:')), []));

  test('a syntax error lies in the front matter, and the rest is read', () => {
    const text = withLines('question: 灯坏了', 'framework: [lamp');
    const { problems: found, question } = readFrontMatter(text);
    assert.equal(found[0]?.kind, 'syntax');
    assert.equal(question?.value, '灯坏了');
    for (const { range } of found)
      assert.ok(range.from >= 4 && range.to <= text.indexOf('好'), mark(text, [range]));
  });

  test('a key of the wrong type is named in the detail', () => {
    assert.equal(readFrontMatter(withLines('时限: 三分钟')).problems[0]?.detail, '时限');
  });

  test('an unclosed block is reported when a known key follows', () => {
    assert.deepEqual(problems('---\nquestion: 灯\n\n好。'), ['unclosed: ---\n']);
    assert.deepEqual(problems('---\r\n题目：灯\r\n'), ['unclosed: ---\r\n']);
    assert.deepEqual(problems('\uFEFF---\n框架: lamp'), ['unclosed: ---\n']);
  });

  for (const text of ['---\n好。', '---\ntitle: 灯', '---\n\nquestion: 灯', '---\nconstructor: 灯']) {
    test(`${JSON.stringify(text)} is a rule across the page`, () => assert.deepEqual(problems(text), []));
  }

  test('every range of a problem lies in the text', () => {
    for (const source of [
      '"',
      'a: "',
      '[',
      '{',
      '&',
      '*a',
      '!!x y',
      '? ',
      ': :',
      '\t- a',
      'a: |2\n b',
      '%YAML 9',
      'a: b: c',
      '\0',
      '\ud800: [',
    ]) {
      const text = withLines(source);
      for (const { range } of readFrontMatter(text).problems) {
        assert.ok(
          range.from >= 0 && range.from <= range.to && range.to <= text.length,
          JSON.stringify([source, range]),
        );
      }
    }
  });
});
