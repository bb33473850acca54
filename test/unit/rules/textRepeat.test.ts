import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { applyAction, checkAfter, checkSuppressions } from '../../support/fixes';
import { crlf, slice } from '../../support/marked';
import { testRule } from '../../support/ruleTester';

const SENTENCE = '我先带着电工到路口把灯杆逐根查看一遍。';
const OTHER = '居民散步的时候脚下又亮堂起来了。';
const DELETE = '删去重复的一句';

suite('rules/textRepeat', () => {
  testRule('text.repeat', {
    valid: [
      '',
      SENTENCE + OTHER,
      { name: 'a short sentence', text: '就这么办。就这么办。' },
      { name: 'what stands in the question', text: `题目：${SENTENCE}\n\n${SENTENCE}` },
      { name: 'what stands in a quote', text: `${SENTENCE}\n\n> ${SENTENCE}` },
      { name: 'what stands in code', text: `${SENTENCE}\n\n\`\`\`\n${SENTENCE}\n\`\`\`` },
      { name: 'a heading', text: `## 我先带着电工到路口查看灯杆\n\n我先带着电工到路口查看灯杆。` },
      {
        name: 'the same words in another sentence',
        text: `${SENTENCE}我再带着电工到路口，挨家问问住户晚上几点出门、走哪条路最怕黑。`,
      },
    ],
    invalid: [
      {
        name: 'word for word',
        text: `${SENTENCE}${OTHER}«${SENTENCE}»`,
        message: '这一句与前文几乎相同，重复不加分，还占时间。',
        english: /^This sentence repeats an earlier one/,
        severity: 'information',
      },
      { name: 'twice', text: `${SENTENCE}«${SENTENCE}»«${SENTENCE}»`, message: /重复不加分/ },
      {
        name: 'with small changes',
        text: `${SENTENCE}${OTHER}«我先带着电工到路口把灯杆逐根查看两遍。»`,
        message: /重复/,
      },
      {
        name: 'with another number before it',
        text: `一、${SENTENCE}${OTHER}\n\n«二、${SENTENCE}»`,
        message: /重复/,
      },
      {
        name: 'with other punctuation and in another script',
        text: `${SENTENCE}\n\n«我先帶著電工,到路口,把燈桿逐根查看一遍.»`,
        message: /重复/,
      },
      {
        name: 'with emphasis',
        text: `${SENTENCE}\n\n«我先带着**电工**到路口把灯杆逐根查看一遍。»`,
        message: /重复/,
      },
      {
        name: 'in a list and a table',
        text: `${SENTENCE}\n\n- «${SENTENCE}»\n\n| 做 |\n| - |\n| «${SENTENCE}» |`,
        message: /重复/,
      },
      {
        name: 'astral characters',
        text: `𠮷野家门口那根灯杆我连夜去看过了。\n\n«𠮷野家门口那根灯杆我连夜去看过了。»`,
        message: /重复/,
      },
    ],
  });

  test('it points to the first in another paragraph', () => {
    const text = `${OTHER}\n\n${SENTENCE}\n\n${SENTENCE}`;
    const [finding] = checkRule('text.repeat', text);
    const from = text.indexOf(SENTENCE);
    assert.deepEqual(finding?.related[0]?.range, { from, to: from + SENTENCE.length });
    assert.equal(finding.range.from, text.lastIndexOf(SENTENCE));
  });

  test('it points to the first', () => {
    const text = `${SENTENCE}${OTHER}${SENTENCE}${SENTENCE}`;
    for (const { related } of checkRule('text.repeat', text)) {
      assert.equal(related[0]?.message, '前文在这里');
      assert.deepEqual(related[0].range, { from: 0, to: SENTENCE.length });
    }
  });

  for (const [name, text, expected] of [
    ['within a paragraph', `${SENTENCE}${OTHER}${SENTENCE}`, `${SENTENCE}${OTHER}`],
    [
      'a paragraph of its own goes with its line',
      `${SENTENCE}\n\n${SENTENCE}\n\n${OTHER}\n`,
      `${SENTENCE}\n\n${OTHER}\n`,
    ],
    ['the last paragraph', `${SENTENCE}\n\n${OTHER}\n\n${SENTENCE}\n`, `${SENTENCE}\n\n${OTHER}\n\n`],
  ] as const) {
    test(`deleting it mends it: ${name}`, () => {
      for (const [source, wanted] of [
        [text, expected],
        [crlf(text), crlf(expected)],
      ] as const) {
        assert.equal(applyAction('text.repeat', source, DELETE), wanted);
        assert.deepEqual(checkAfter('text.repeat', source, DELETE), []);
      }
    });
  }

  test('deleting an item of a list leaves no empty item', () => {
    assert.equal(
      applyAction('text.repeat', `- ${SENTENCE}\n- ${SENTENCE}\n- ${OTHER}\n`, DELETE),
      `- ${SENTENCE}\n- ${OTHER}\n`,
    );
  });

  test('deleting a sentence in bold leaves no marks behind', () => {
    assert.equal(
      applyAction('text.repeat', `${SENTENCE}\n\n**${SENTENCE}**\n\n${OTHER}\n`, DELETE).includes('****'),
      false,
    );
  });

  test('deleting keeps the rest as it is', () => {
    const text = `开头。${SENTENCE}\n\n中间${SENTENCE}末尾。`;
    const found = checkRule('text.repeat', text);
    for (const { range } of found) assert.equal(slice(text, range).includes('开头'), false);
  });

  test('can be switched off', () =>
    checkSuppressions('text.repeat', `${SENTENCE}\n\n${SENTENCE}\n\n${SENTENCE}`));
});
