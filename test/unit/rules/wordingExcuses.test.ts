import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { readRubrics } from '../../support/rubrics';

/** The words a rule finds. */
const found = (code: string, text: string): string[] =>
  checkRule(code, text, { framework: 'lamp' }).map(({ at }) => at);

suite('rules/wording: one sentence, several rules', () => {
  test('each tells its own', () => {
    const text = '我保证全修好，您急什么，那帮闲人也来，跟我没关系。';
    assert.deepEqual(found('promise.beyond-authority', text), ['保证全修好']);
    assert.deepEqual(found('wording.taboo', text), ['急什么']);
  });

  test('passing the buck in a rude sentence is rude, and that is said once', () => {
    assert.deepEqual(found('role.shirk', '您急什么，这事不归我管。'), []);
    assert.deepEqual(found('role.shirk', '您急什么。这事不归我管。'), ['不归我管']);
    assert.deepEqual(found('role.shirk', '我保证全修好，这事不归我管。'), ['不归我管']);
  });
});

suite('rules/wording: said to colleagues', () => {
  test('words of the list, too, are only rude to those one serves', () => {
    assert.deepEqual(found('wording.taboo', '我提醒同事：“您急什么。”'), []);
    assert.deepEqual(found('wording.taboo', '我提醒大爷：“您急什么。”'), ['急什么']);
  });
});

suite('rules/wording: excuses of labels', () => {
  for (const [text, words] of [
    ['您急什么，那帮闲人。', []],
    ['您请坐，那帮闲人也坐。', ['那帮闲人']],
    ['您请坐。我请那帮闲人坐下。', ['那帮闲人']],
    ['我说：“急什么，那帮闲人。”', ['那帮闲人']],
    ['您急什么，我不怕贱民。', ['贱民']],
  ] as const)
    test(`${words.length === 0 ? 'flung at somebody, it is rude, and that is said once' : 'a label all the same'}: ${text}`, () =>
      assert.deepEqual(found('wording.dignity', text), words));
});

suite('rules/wording: what is left out is no label', () => {
  const options = { framework: 'visit-reception', rubrics: readRubrics() };
  for (const [text, words] of [
    ['对那位大姐，不讲道理，只陪她坐一坐。', []],
    ['那位大姐不讲道理，我只好走开。', ['不讲道理']],
  ] as const)
    test(text, () =>
      assert.deepEqual(
        checkRule('wording.dignity', text, options).map(({ at }) => at),
        words,
      ),
    );
});

suite('rules/wording: excuses of passing the buck', () => {
  const shirk = (text: string): string[] => found('role.shirk', text);

  for (const text of [
    '这事不归我管。但是我来联系。',
    '这事不归我管。\n\n但是我来联系。',
    '这事不归我管。\n\n## 处理\n\n但是我来联系。',
    '## 处理\n\n这事不归我管。\n\n## 然后\n\n## 最后\n\n不过我马上登记。',
    '- 这事不归我管。\n- 但是我来联系。',
    '这事不归我管。\n二、接着办\n但是我来联系。',
  ])
    test(`the next sentence takes it back: ${JSON.stringify(text)}`, () => assert.deepEqual(shirk(text), []));

  for (const text of [
    '这事不归我管。',
    '但是我来联系。这事不归我管。',
    '但是我来联系。\n\n这事不归我管。',
    '这事不归我管。天气很好。但是我来联系。',
    '这事不归我管。\n\n天气很好。\n\n但是我来联系。',
    '这事不归我管。\n\n## 但是我来联系\n\n天气很好。',
    '这事不归我管。\n二、但是我来联系\n天气很好。',
  ])
    test(`nothing takes it back: ${JSON.stringify(text)}`, () => assert.deepEqual(shirk(text), ['不归我管']));

  test('said once where its section is worked out in full, the matter is taken on there', () => {
    assert.deepEqual(shirk('我查看灯杆。我问清时间，别的不归我管。'), []);
    assert.deepEqual(shirk('我查看灯杆，别的不归我管。'), ['不归我管']);
    assert.deepEqual(shirk('我查看灯杆。我问清时间。\n\n## 闲话\n\n湖边煮面不归我管。'), ['不归我管']);
    assert.deepEqual(shirk('我查看灯杆，别的不归我管。我问清时间，其余不归我管。'), ['不归我管', '不归我管']);
  });

  test('what passing the buck leads to is no doing of it', () => {
    // Of the lists that come with it.
    const options = { framework: 'absent-colleague', rubrics: readRubrics() };
    const listed = (text: string): string[] => checkRule('role.shirk', text, options).map(({ at }) => at);
    assert.deepEqual(listed('推诿一次，老人便少信我们一分。'), []);
    assert.deepEqual(listed('基层最怕扯皮。'), []);
    assert.deepEqual(listed('我就打太极，等他凉下来。'), ['打太极']);
    assert.deepEqual(listed('清早我跟着大伙打太极，打完坐下来听他们说话。'), []);
    assert.deepEqual(listed('孩子们在楼道里踢皮球，我带他们去操场。'), []);
    assert.deepEqual(listed('我就踢皮球一次。'), ['踢皮球']);
  });

  test('waiting is part of reporting only, which is told in its place', () => {
    const reports = '请院长来一趟。请院长来一趟。请院长来一趟。';
    assert.deepEqual(shirk('我做不了主。'), ['我做不了主']);
    assert.deepEqual(shirk(`${reports}我做不了主。`), []);
    assert.deepEqual(shirk(`${reports}这事不归我管。`), ['不归我管']);
  });
});
