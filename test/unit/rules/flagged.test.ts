import assert from 'node:assert/strict';
import type { SentenceEvidence } from '../../../server/src/core/analysis/evidence';
import { flaggedIn, helpsAfterAll, shirkingIn, shirks } from '../../../server/src/core/rules/flagged';
import { LONGEST_SENTENCE } from '../../../server/src/core/rules/patterns/meant';
import { analyse, checkRule } from '../../support/check';
import { slice } from '../../support/marked';

/** What is flagged in every block: the number of the sentence, the rule and the words. */
function flagged(text: string): string[] {
  const { passages, froms } = analyse(text).answer;
  return passages.flatMap(({ reading }, block) =>
    flaggedIn(reading).flatMap(({ at, evidence, found }) => {
      assert.equal(reading.sentences[at], evidence);
      const from = froms[block] ?? 0;
      return found.map(
        (one) => `${at} ${one.code} ${slice(text, { from: from + one.from, to: from + one.to })}`,
      );
    }),
  );
}

/** The sentences that pass the buck. */
const shirking = (text: string): string[] =>
  analyse(text).answer.passages.flatMap(({ reading }) =>
    shirkingIn(reading).map(({ sentence }) => sentence.folded),
  );

/** The first two sentences of a text. */
function twoOf(text: string): [SentenceEvidence, SentenceEvidence | undefined] {
  const [first, second] = analyse(text).answer.lines;
  assert.ok(first);
  return [first.evidence, second?.evidence];
}

suite('rules/flagged', () => {
  for (const [text, found] of [
    ['天气很好。', []],
    ['您急什么。', ['0 wording.taboo 急什么']],
    ['天气很好。您急什么。天气很好。', ['1 wording.taboo 急什么']],
    ['您急什么，那帮闲人。', ['0 wording.taboo 急什么', '0 wording.dignity 那帮闲人']],
    ['## 您急什么\n\n您急什么。', ['0 wording.taboo 急什么']],
    ['天气很好。\n\n这事不归我管。', ['0 role.shirk 不归我管']],
    ['湖边的人高度重视叶子红了。', []],
  ] as const)
    test(`finds in ${JSON.stringify(text)} ${found.join(', ')}`, () =>
      assert.deepEqual(flagged(text), found));

  test('general forms are found beside the lists, but not over what the lists have found', () => {
    assert.deepEqual(flagged('这事跟我没关系。'), ['0 role.shirk 跟我没关系']);
    assert.deepEqual(flagged('这事不归我管，跟我没关系。'), [
      '0 role.shirk 不归我管',
      '0 role.shirk 跟我没关系',
    ]);
    assert.deepEqual(flagged('您急什么，跟我没关系。'), [
      '0 wording.taboo 急什么',
      '0 role.shirk 跟我没关系',
    ]);
    assert.deepEqual(flagged('这事跟我没关系，也不归我管。'), [
      '0 role.shirk 不归我管',
      '0 role.shirk 跟我没关系',
    ]);
  });

  test('nor does what one rule has found hide what another finds there', () =>
    assert.deepEqual(flagged('我说：“让他自己去问别人。”'), [
      '0 wording.taboo 去问别人',
      '0 role.shirk 让他自己去问',
    ]));

  test('whoever else the sentence ends with, a label stays one', () =>
    assert.deepEqual(flagged('湖边有人。那帮闲人哪里比得上我'), ['1 wording.dignity 那帮闲人']));

  test('taken on after all in the same sentence, it is no passing of the buck', () => {
    assert.deepEqual(flagged('这事不归我管，但我来联系。'), []);
    assert.deepEqual(flagged('这事跟我没关系，但我来联系。'), []);
    assert.deepEqual(flagged('您急什么，但我来联系。'), ['0 wording.taboo 急什么']);
    assert.deepEqual(flagged('天气很好。湖边有人在煮面。这事不归我管，我登记。'), []);
    assert.deepEqual(flagged('天气很好。湖边有人在煮面。我登记，这事不归我管。'), ['2 role.shirk 不归我管']);
  });

  test('the place is right in a later sentence and block', () => {
    const found = checkRule('role.shirk', '天气很好。\n\n我道歉。居民来了。这事不归我管。');
    assert.deepEqual(
      found.map(({ at }) => at),
      ['不归我管'],
    );
  });
});

suite('rules/flagged: passing the buck', () => {
  test('the sentences that do, whatever else is flagged there', () => {
    assert.deepEqual(shirking('天气很好。这事不归我管。您急什么。'), ['这事不归我管。']);
    assert.deepEqual(shirking('您急什么,这事不归我管。'), ['您急什么,这事不归我管。']);
    assert.deepEqual(shirking('您急什么。'), []);
  });

  test('what is a fault only for who is in charge does not count', () => {
    assert.deepEqual(flagged('我不便处理。'), ['0 role.shirk 我不便处理']);
    assert.deepEqual(shirking('我不便处理。'), []);
  });

  test('anywhere in the answer', () => {
    for (const [text, does] of [
      ['', false],
      ['我道歉。\n\n您急什么。', false],
      ['我不便处理。', false],
      ['我道歉。\n\n这事不归我管。', true],
    ] as const)
      assert.equal(shirks(analyse(text)), does, text);
  });
});

suite('rules/flagged: helping after all', () => {
  for (const [text, helps] of [
    ['这事不归我管，我陪您去。', true],
    ['这事不归我管，帮他联系。', true],
    ['这事不归我管。', false],
    ['这事不归我管。但是我来联系。', true],
    ['这事不归我管。不过我马上登记。', true],
    ['这事不归我管。我来联系。', false],
    ['这事不归我管。但天气很好。', false],
    [`这事不归我管，${'灯'.repeat(LONGEST_SENTENCE)}我陪您去。`, false],
    [`这事不归我管。但${'灯'.repeat(LONGEST_SENTENCE)}，我来联系。`, false],
  ] as const)
    test(`${helps ? 'does' : 'does not'}: ${text.slice(0, 30)}`, () =>
      assert.equal(helpsAfterAll(...twoOf(text)), helps));
});
