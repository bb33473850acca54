import assert from 'node:assert/strict';
import { testRule } from '../../support/ruleTester';
import { checkRule } from '../../support/check';
import { actionsFor, checkSuppressions } from '../../support/fixes';
import { crlf } from '../../support/marked';

/** 25 字, nothing in it to hold on to. */
const TALK = '对于居民反映的事情我们都应该认真对待并且努力把它办好。';
const LONG = TALK.repeat(12);
const QUESTION = '题目：路灯坏了，怎么办？';
/** With its first clause marked, where findings about the whole answer stand. */
const FLAGGED = '«题目：路灯坏了»，怎么办？';

suite('rules/exampleMissing', () => {
  testRule('example.missing', {
    valid: [
      '',
      { name: 'a short answer', text: `${QUESTION}\n\n${TALK.repeat(11)}` },
      { name: 'an example', text: `${QUESTION}\n\n${LONG}比如把灯换掉。` },
      { name: 'a number with a unit', text: `${QUESTION}\n\n${LONG}换了三盏，走了5户。` },
      { name: 'a spoken line', text: `${QUESTION}\n\n${LONG}我说“您请坐”。` },
      { name: 'a spoken line in straight quotes', text: `${QUESTION}\n\n${LONG}我说"您请坐".` },
      { name: 'a spoken line in corner brackets', text: `${QUESTION}\n\n${LONG}我說「您請坐」。` },
      { name: 'a number in words', text: `${QUESTION}\n\n${LONG}我走访了三户人家。` },
      { name: 'something that happened', text: `${QUESTION}\n\n${LONG}去年我遇到过这样的事。` },
      { name: 'in one paragraph of several', text: `${QUESTION}\n\n${LONG}\n\n比如把灯换掉。\n\n${TALK}` },
      { name: 'a full-width number', text: `${QUESTION}\n\n${LONG}走了５户。` },
    ],
    invalid: [
      {
        name: 'a long answer without any',
        text: `${FLAGGED}\n\n${LONG}`,
        message: '通篇没有一个例子、数字或现场说的话。加一个“比如……”或一句原话，答案会具体得多。',
        english: /^There is no example/,
        severity: 'hint',
      },
      {
        name: 'an example that is only in the question',
        text: `«题目：比如路灯坏了3天»，有人说“没人管”，怎么办？\n\n${LONG}`,
        message: /没有一个例子/,
      },
      {
        name: 'one that is only in a heading',
        text: `${FLAGGED}\n\n## 比如3天\n\n${LONG}`,
        message: /没有一个例子/,
      },
      {
        name: 'one that is only in a quote or in code',
        text: `${FLAGGED}\n\n${LONG}\n\n> 比如3天。\n\n\`\`\`\n比如3天\n\`\`\``,
        message: /没有一个例子/,
      },
      {
        name: '一个 and 一次 are no numbers',
        text: `${FLAGGED}\n\n${LONG}给群众一个说法，抓好每一次服务，办好几件事。`,
        message: /没有一个例子/,
      },
      {
        name: 'a quoted term is no spoken line',
        text: `${FLAGGED}\n\n${LONG}打通服务的“最后一公里”。`,
        message: /没有一个例子/,
      },
      {
        name: 'without a question, at the first sentence',
        text: `«${TALK}»\n\n${LONG}`,
        message: /没有一个例子/,
      },
    ],
  });

  test('exactly three hundred 字 are a longer answer', () => {
    const found = (hanzi: number): number =>
      checkRule('example.missing', `${QUESTION}\n\n${'好'.repeat(hanzi)}`).length;
    assert.deepEqual([found(299), found(300)], [0, 1]);
  });

  test('there is nothing to insert, only to switch off', () => {
    const { actions } = actionsFor('example.missing', crlf(`${QUESTION}\n\n${LONG}`));
    assert.deepEqual(
      actions.map(({ title }) => title.replace(/（.*/, '')),
      ['这里不再提示', '本文件不再提示', '整个工作区不再提示'],
    );
  });

  test('can be switched off', () => checkSuppressions('example.missing', `${QUESTION}\n\n${LONG}`));
});
