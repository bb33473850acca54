import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';

/** Ten 字 each: slogans the model is sure of, slogans by their form alone, and what is none. */
const SURE = '这样的事情要高度重视。';
const FORM = '要切实提高思想认识呀。';
const OTHER = '湖边有烟在慢慢地飘散。';
/** The same with a time in it, which is also a deadline; and with a person, which is no deed. */
const SURE_TODAY = '当天这事情要高度重视。';
const OTHER_TODAY = '湖边当天有烟慢慢飘散。';
const OTHER_WHO = '湖边的业主在慢慢飘散。';
const DEEDS = '当天上午我上门登记，查看灯杆，3天内更换灯泡，再打电话回访5户居民。';

/** What is told of the whole answer or of a paragraph, without the single words. */
const told = (text: string): string[] =>
  checkRule('cliche', text)
    .map(({ message }) => message)
    .filter((message) => !message.startsWith('套话'));
const isTold = (text: string): boolean => told(text).length > 0;

suite('rules/cliche: shares of the whole answer', () => {
  for (const [name, text, expected] of [
    ['two fifths the model is sure of', SURE.repeat(4) + OTHER.repeat(6), true],
    ['less than two fifths', SURE.repeat(3) + OTHER.repeat(7), false],
    ['three fifths by their form', FORM.repeat(6) + OTHER.repeat(4), true],
    ['less than three fifths by their form', FORM.repeat(5) + OTHER.repeat(5), false],
    ['by their form, with words another rule flags', '要切实提高思想认识呀，您急什么。'.repeat(6), true],
    ['both together', SURE.repeat(2) + FORM.repeat(4) + OTHER.repeat(4), true],
    ['of slogans five deeds in a hundred 字', SURE_TODAY.repeat(3) + SURE.repeat(3), true],
    ['more than five', SURE_TODAY.repeat(4) + SURE.repeat(2), false],
    [
      'by their form two concrete words in a hundred 字',
      FORM.repeat(6) + OTHER_WHO.repeat(2) + OTHER.repeat(2),
      true,
    ],
    ['more than two', FORM.repeat(6) + OTHER_WHO.repeat(3) + OTHER, false],
    ['people are no deed where the model is sure', SURE.repeat(4) + OTHER_WHO.repeat(6), true],
    ['less than sixty 字', FORM.repeat(5), false],
  ] as const)
    test(name, () => assert.equal(isTold(text), expected));

  test('headings count for nothing', () => {
    assert.equal(isTold(`## 高度重视\n\n${SURE.repeat(5)}`), false);
    assert.equal(isTold(`## 高度重视\n\n${SURE.repeat(3)}${OTHER.repeat(7)}`), false);
  });

  test('several paragraphs are one answer', () => {
    assert.deepEqual(told(`${SURE}\n\n${OTHER}\n\n`.repeat(200)), [
      '全篇 4000 字，400 句里 200 句是套话，没有一个时间、地点、人物、数量、期限；考官最反感模板腔。先把这一句换成一件具体的事。',
    ]);
  });

  test('the message says what is lacking', () => {
    assert.match(told(SURE_TODAY + SURE.repeat(5))[0] ?? '', /没有一个地点、人物、数量；/);
    assert.match(told(`${SURE_TODAY}\n\n${SURE.repeat(9)}\n\n${OTHER_WHO}`)[0] ?? '', /没有一个地点、数量；/);
    assert.doesNotMatch(told(`${SURE.repeat(9)}当天在窗口有3个业主。`)[0] ?? '没有一个', /没有一个/);
  });

  test('a slogan in the writer’s own speech is his', () => {
    const own = `我对他说：“${SURE}”`;
    assert.equal(isTold(own.repeat(5)), true);
    assert.equal(isTold(`居民说：“${SURE}”`.repeat(5)), false);
    assert.equal(isTold(`居民说：“您急什么，${SURE}”`.repeat(5)), false);
    assert.equal(isTold(`您急什么，居民说：“${SURE}”`.repeat(5)), false);
    assert.equal(isTold(`要高度重视，居民说：“${SURE}”`.repeat(5)), true);
  });
});

suite('rules/cliche: shares of a paragraph', () => {
  for (const [name, text, expected] of [
    ['sixty 字 of slogans', FORM.repeat(6), true],
    ['less than sixty 字', FORM.repeat(5), false],
    ['three fifths of it', FORM.repeat(6) + OTHER.repeat(4), true],
    ['less than three fifths', FORM.repeat(6) + OTHER.repeat(5), false],
    ['two concrete words in a hundred 字', FORM.repeat(6) + OTHER_TODAY.repeat(2) + OTHER.repeat(2), true],
    ['more than two', FORM.repeat(6) + OTHER_TODAY.repeat(3) + OTHER, false],
    ['people are concrete here', FORM.repeat(6) + OTHER_WHO.repeat(3) + OTHER, false],
    ['three long slogans', '要切实提高思想认识并且把湖边的烟慢慢地吹散。'.repeat(3), true],
    [
      'two long slogans',
      '要切实提高思想认识并且把湖边的烟慢慢地吹散再把湖边的灯慢慢地点亮。'.repeat(2),
      false,
    ],
  ] as const)
    test(name, () => {
      const deeds = DEEDS.repeat(8);
      assert.equal(isTold(`${deeds}\n\n${text}\n\n${deeds}`), expected);
    });

  test('it stands at its first slogan, wherever the paragraph is', () => {
    const deeds = DEEDS.repeat(8);
    const found = checkRule('cliche', `${deeds}\n\n${OTHER}${FORM.repeat(6)}`);
    assert.deepEqual(
      found.map(({ at, message }) => [at, /^这一段 70 字，6 句口号，没有一个时间/.test(message)]),
      [[FORM, true]],
    );
  });

  test('each such paragraph is told', () => {
    const deeds = DEEDS.repeat(8);
    assert.equal(told(`${deeds}\n\n${FORM.repeat(6)}\n\n${deeds}\n\n${FORM.repeat(6)}`).length, 2);
  });
});
