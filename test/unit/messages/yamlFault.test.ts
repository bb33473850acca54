import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { yamlFault } from '../../../server/src/core/messages/yamlFault';

/** What the parser finds first in a text, in Chinese. */
const fault = (text: string): string => {
  const [error] = parseDocument(text, { prettyErrors: false }).errors;
  assert.ok(error, text);
  return yamlFault(error.message);
};

suite('messages/yamlFault', () => {
  const cases: readonly (readonly [text: string, expected: RegExp])[] = [
    ['question: 甲\nminutes：3', /冒号要用半角/],
    ['question: 他说: 不行', /值里有“: ”/],
    ['question: "没有人问过"，怎么办？', /引号或括号后面还有字/],
    ['question: 【甲】\nkind: [调研] 甲', /引号或括号后面还有字/],
    ['question: @所有人，怎么办？', /特殊符号开头/],
    ['question: "甲', /引号没有配对/],
    ["question: '甲", /引号没有配对/],
    ['question: [一, 二', /括号里没有写完/],
    ['question: {一: 二', /括号里没有写完/],
    ['question:\n\tkind: 调研', /不能用 Tab/],
    ['question: 甲\nquestion: 乙', /写了两次/],
    ['a:\n  - 甲\n - 乙', /要对齐/],
    ['question: "甲\\居"', /反斜杠/],
  ];
  for (const [text, expected] of cases) test(JSON.stringify(text), () => assert.match(fault(text), expected));

  test('what no writer does is said as the parser says it', () =>
    assert.equal(yamlFault('Block scalar header not found'), 'Block scalar header not found'));
});
