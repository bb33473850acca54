import assert from 'node:assert/strict';
import { readBlock } from '../../../server/src/core/analysis/passage';
import type { SentenceEvidence } from '../../../server/src/core/analysis/evidence';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import { layOut } from '../../../server/src/core/analysis/layOut';
import { parseDraft } from '../../../server/src/core/draft/draft';
import {
  type Checkable,
  CHECKABLE,
  concreteWords,
  deedWords,
  isNamed,
  isSloganByForm,
} from '../../../server/src/core/rules/slogans';
import { RUBRICS } from '../../support/fixtureRubrics';

const lexicon = new Lexicon(RUBRICS);

/** What the first sentence of a text says. */
function evidenceOf(text: string): SentenceEvidence {
  const { passages } = layOut(parseDraft(text), (block) => readBlock(block, lexicon));
  const evidence = passages[0]?.lines[0];
  assert.ok(evidence, text);
  return evidence;
}

const isSlogan = (text: string): boolean => isSloganByForm(evidenceOf(text));

/** Everything checkable that a sentence names. */
const named = (text: string): Checkable[] => CHECKABLE.filter((kind) => isNamed(kind, evidenceOf(text)));

suite('rules/slogans: by its form', () => {
  for (const text of [
    '要切实提高思想认识。',
    '我们必须坚持问题导向。',
    '首先要牢固树立服务意识，久久为功。',
    '多措并举。',
    '天气很好，必须重视。',
    '以服务为宗旨，持续用力。',
  ])
    test(`a slogan: ${text}`, () => assert.equal(isSlogan(text), true));

  for (const [text, why] of [
    ['天气很好。', 'says nothing of the kind'],
    ['要切实提高思想认识，每周三下午讲一课。', 'with a time'],
    ['要切实提高思想认识，请社工讲。', 'with somebody'],
    ['要加强，天气很好，湖边有人。', 'one clause of three'],
    ['确保。', 'shorter than a clause'],
    ['天气很好，要抓。', 'a piece too short to count beside a clause of another kind'],
    ['山里要努力看叶子。', 'not at the beginning of the clause'],
  ] as const)
    test(`no slogan, ${why}: ${text}`, () => assert.equal(isSlogan(text), false));

  test('a cliché of the lists makes it one, but not as the words of others', () => {
    assert.equal(isSlogan('他这个人一向高度重视得很。'), true);
    assert.equal(isSlogan('居民说：“你们这个人一向高度重视得很。”'), false);
    assert.equal(isSlogan('我对他说：“你这个人一向高度重视得很。”'), false);
    assert.equal(isSlogan('他这个人从不高度重视得很。'), false);
    assert.equal(isSlogan('他这个人一向急什么。'), false);
    assert.equal(isSlogan('他这个人一向高度重视，急什么。'), true);
  });

  test('a cliché beside something concrete is none', () =>
    assert.equal(isSlogan('他这个人昨天下午一向高度重视得很。'), false));
});

suite('rules/slogans: something concrete', () => {
  test('words of every kind but conditions are counted', () => {
    const evidence = evidenceOf('当天在门口登记3户，比如老杨家的社工。');
    const { when, where, deed, example, quantity, who, condition } = evidence.concrete;
    for (const count of [when, where, deed, example, quantity, who]) assert.ok(count > 0);
    assert.equal(condition, 0);
    assert.equal(deedWords(evidence), when + where + deed + example + quantity);
    assert.equal(concreteWords(evidence), when + where + deed + example + quantity + who);
    const onCondition = evidenceOf('如果灯亮了。');
    assert.ok(onCondition.concrete.condition > 0);
    assert.equal(concreteWords(onCondition), 0);
  });

  test('people count for a sentence, but are no deed', () => {
    const evidence = evidenceOf('社工。');
    assert.deepEqual([deedWords(evidence), concreteWords(evidence)], [0, 1]);
  });

  test('what a sentence names', () => {
    assert.deepEqual(named('天气很好。'), []);
    assert.deepEqual(named('社工。'), ['who']);
    assert.deepEqual(named('3户。'), ['quantity']);
  });

  for (const text of [
    '三天内办好。',
    '5个工作日之内答复。',
    '两周以内修好。',
    '星期五前换上。',
    '下班前回电话。',
    '月底之前办完。',
    '10点前到。',
    '3月5日公布。',
    '十二月一号公布。',
    '当天办好。',
    '当日办好。',
  ])
    test(`a deadline: ${text}`, () => assert.ok(named(text).includes('deadline')));

  for (const text of [
    '在屋内谈。',
    '人前人后都一样。',
    '号召大家。',
    '日子好过。',
    '三天以后再看。',
    '几天。',
  ])
    test(`no deadline: ${text}`, () => assert.ok(!named(text).includes('deadline')));
});
