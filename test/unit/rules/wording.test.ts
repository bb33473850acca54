import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { RUBRICS, WORDING } from '../../support/fixtureRubrics';
import { readModel, readRubrics } from '../../support/rubrics';
import { actionsFor, checkAfter, checkSuppressions } from '../../support/fixes';
import { testRule } from '../../support/ruleTester';

suite('rules/wording: wording.taboo', () => {
  testRule('wording.taboo', {
    valid: [
      '您别着急。',
      '绝不说“急什么”。',
      '不能对居民说急什么。',
      '居民喊：“急什么！”',
      '有人抱怨窗口的人说"去问别人"。',
      '所谓“急什么”的态度。',
      `${'好'.repeat(2000)}绝不能把群众说成是在急什么${'好'.repeat(2000)}`,
      '> 急什么。',
      '## 急什么',
      '`急什么`',
      '```\n急什么\n```',
      '<!-- 急什么 -->',
      '题目：居民被说急什么，怎么办？\n\n我去看。',
      '摊主急什么，先问清楚。',
    ],
    invalid: [
      {
        text: '我说：“您«急什么»。”',
        message: '“急什么”：hurry：换个说法。',
        english: '“急什么”: hurry: say it another way.',
        severity: 'information',
      },
      { text: '您«急什么»，慢慢说。', message: /急什么/ },
      { name: 'in traditional script', text: '您«急什麼»。', message: '“急什麼”：hurry：换个说法。' },
      { name: 'in half-width quotes', text: '我说:"您«急什么»."', message: /急什么/ },
      { name: 'in corner brackets', text: '我對他說：「您«急什麼»。」', message: /急什麼/ },
      { name: 'with emphasis inside', text: '您«急**什么»**。', message: /急\*\*什么/ },
      { name: 'every occurrence', text: '您«急什么»？您«急什么»？\n\n- 您«问别人去»。', message: /急什么/ },
      { name: 'beside surrogates and emoji', text: '\ud83d您«急什么»\udc00👨‍👩‍👧𠮷。', message: /急什么/ },
      { name: 'in a table', text: '| 说 |\n| - |\n| 您«急什么»。 |', message: /急什么/ },
      { name: 'in a nested list', text: '- 说：\n  - 您«急什么»。', message: /急什么/ },
      { name: 'after a double negation', text: '我不能不说您«急什么»。', message: /急什么/ },
      {
        name: 'far into a sentence without an end',
        text: `${'好'.repeat(2000)}您«急什么»${'好'.repeat(2000)}`,
        message: /急什么/,
      },
      { name: 'after 不断', text: '我不断说«急什么»。', message: /急什么/ },
    ],
  });

  test('words of a list that is not of spoken ones count wherever the writer uses them', () => {
    const [list] = WORDING;
    assert.ok(list);
    const { spoken, ...plain } = list;
    assert.equal(spoken, true);
    const rubrics = { ...RUBRICS, wording: [plain] };
    const found = checkRule('wording.taboo', '摊主急什么，先问清楚。', { rubrics });
    assert.deepEqual(
      found.map(({ at }) => at),
      ['急什么'],
    );
  });

  test('says where it comes from', () => {
    assert.deepEqual(checkRule('wording.taboo', '您急什么。')[0]?.related, [
      { message: '依据：参考文档 901 第 7 行' },
    ]);
    assert.deepEqual(checkRule('wording.taboo', '您去问别人。')[0]?.related, []);
  });

  test('offers every rewrite, and each mends it', () => {
    const text = '开头。\n\n我说：“您急什麼。”\n';
    const titles = actionsFor('wording.taboo', text)
      .actions.filter(({ edits }) => edits?.some(({ text: put }) => !put.includes('zhangfa')))
      .map(({ title }) => title);
    assert.deepEqual(titles, ['改为“您别着急”', '改为“我马上给您看”']);
    for (const title of titles) assert.deepEqual(checkAfter('wording.taboo', text, title), []);
  });

  test('the first rewrite is the preferred one', () => {
    assert.deepEqual(
      actionsFor('wording.taboo', '您急什么。').actions.map(({ preferred }) => preferred),
      [true, false, undefined, undefined, undefined],
    );
  });

  for (const text of [
    '您急什么。',
    '我道歉。\n\n您急什么。\n\n再问别人去。',
    '- 好。\n- 您急什么。\n',
    '> 题目：灯？\n\n您急什么。',
  ]) {
    test(`can be switched off: ${JSON.stringify(text)}`, () => checkSuppressions('wording.taboo', text));
  }
});

suite('rules/wording: wording.dignity', () => {
  testRule('wording.dignity', {
    valid: [
      '来反映问题的居民。',
      '不能叫他们那帮闲人。',
      '居民抱怨：“那帮闲人！”',
      '不说“那幫閒人”这样的话。',
    ],
    invalid: [
      {
        text: '我请«那帮闲人»坐下。',
        message: '“那帮闲人”：gang：换个说法。',
        english: '“那帮闲人”: gang: say it another way.',
        severity: 'information',
      },
      { name: 'in traditional script', text: '我請«那幫閒人»坐下。', message: /那幫閒人/ },
      { name: 'after another clause', text: '我不急,请«那帮闲人»坐下。', message: /那帮闲人/ },
    ],
  });
  test('mends', () =>
    assert.deepEqual(checkAfter('wording.dignity', '我请那帮闲人坐下。', '改为“来反映问题的居民”'), []));
  test('can be switched off', () => checkSuppressions('wording.dignity', '我请那帮闲人坐下。'));
});

suite('rules/wording: promise.beyond-authority', () => {
  testRule('promise.beyond-authority', {
    valid: [
      '我保证全修好，但要依规办。',
      '核实后我保证全修好。',
      '不能保证全修好。',
      '切忌说“保证全修好”。',
      '他要我“保证全修好”。',
      '我全部賠給您，先核實。',
    ],
    invalid: [
      {
        text: '我«保证全修好»。',
        message: '“保证全修好”：all：换个说法。',
        english: /^“保证全修好”/,
        severity: 'information',
      },
      { name: 'in own speech', text: '我告诉他：“我«保证全修好»。”', message: /保证全修好/ },
      { name: 'in traditional script', text: '我«保證全修好»。', message: /保證全修好/ },
      {
        name: 'where the exception is in another sentence',
        text: '我会核实。我«全部赔给»您。',
        message: /全部赔给/,
      },
    ],
  });
  test('mends', () =>
    assert.deepEqual(checkAfter('promise.beyond-authority', '我保证全修好。', '改为“查清后按规定办”'), []));
  test('can be switched off', () => checkSuppressions('promise.beyond-authority', '我保证全修好。'));
});

suite('rules/wording: role.shirk', () => {
  testRule('role.shirk', {
    valid: [
      '绝不说不归我管。',
      '他说“不归我管”，我不同意。',
      '杜绝“不归我管”。',
      '居民说：“有人讲‘归我管’，又有人讲不归我管。”',
    ],
    invalid: [
      {
        name: 'the longer wording only',
        text: '这事«不归我管»。',
        message: '“不归我管”：not-mine：换个说法。',
        english: /not-mine/,
        severity: 'information',
      },
      { name: 'in traditional script, half-width', text: '這事«不歸我管»,您走吧.', message: /不歸我管/ },
    ],
  });
  /** A full answer with one clause put in where the handling is told. */
  const handled = (clause: string): string =>
    '---\nquestion: 居民来社区反映楼上漏水，物业和楼上住户都不理。你是社区值班人员，怎么办？\n---\n\n' +
    '我是社区值班的人，居民找到这里，就该我接下来。\n\n我请他坐下，问清漏了几天、漏在哪间屋，当场给物业经理打电话，约下午一起上门看。' +
    `${clause}查出漏点以后，请两家和物业坐到一起，谁修、谁出钱、哪天修好，写在一张纸上。修好那天我再去看一眼。\n`;
  const shipped = { rubrics: readRubrics(), model: readModel(), framework: 'relations-three-points' };
  for (const [clause, found] of [
    ['材料费这一项我做不了主，请师傅写清楚。', []],
    ['材料费的事，请他自己去找物业。', ['请他自己去找']],
    ['通知也贴了，我们的义务就尽到了。', ['我们的义务就尽到']],
    ['材料费我做不了主，合同与我无关。', ['我做不了主', '与我无关']],
  ] as const)
    test(`in a section that is worked out: ${clause}`, () =>
      assert.deepEqual(
        checkRule('role.shirk', handled(clause), shipped).map(({ at }) => at),
        found,
      ));
  test('mends', () => assert.deepEqual(checkAfter('role.shirk', '这事不归我管。', '改为“我来联系”'), []));
  test('can be switched off', () => checkSuppressions('role.shirk', '这事不归我管。'));
});
