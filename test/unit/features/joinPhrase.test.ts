import assert from 'node:assert/strict';
import {
  beginsSentence,
  joinPhrase,
  sentenceEnd,
  surroundings,
} from '../../../server/src/core/features/joinPhrase';
import { atCursor } from './phraseSupport';

const PHRASE = '上门看望老人';

/** The line of the cursor with the phrase put in. */
function joined(source: string, phrase = PHRASE, goesOn = false): string {
  const { text, offset } = atCursor(source);
  const put = joinPhrase(phrase, surroundings(text, offset), goesOn);
  return text.slice(0, offset) + put + text.slice(offset);
}

suite('features/joinPhrase', () => {
  for (const [source, expected] of [
    ['‸', '上门看望老人。'],
    ['我扫楼道。‸', '我扫楼道。上门看望老人。'],
    ['首先，‸', '首先，上门看望老人。'],
    ['把楼道扫干净‸', '把楼道扫干净，上门看望老人'],
    ['把楼道扫干净，‸', '把楼道扫干净，上门看望老人'],
    ['通过‸', '通过上门看望老人'],
    ['‸再回访', '上门看望老人，再回访'],
    ['‸，再回访', '上门看望老人，再回访'],
    ['‸的办法', '上门看望老人的办法'],
    ['- ‸', '- 上门看望老人。'],
    ['**首先**‸', '**首先**上门看望老人。'],
    ['他说“好。”‸', '他说“好。”上门看望老人。'],
  ] as const)
    test(source, () => assert.equal(joined(source), expected));

  test('a phrase with its own mark gets none, a question its own', () => {
    assert.equal(joined('‸', '您看这样行吗'), '您看这样行吗？');
    assert.equal(joined('‸', '您看这样行吗？'), '您看这样行吗？');
    assert.equal(sentenceEnd('先请坐。'), '');
    assert.equal(sentenceEnd('先请坐'), '。');
  });

  test('我 is said once', () => {
    assert.equal(joined('首先，我会‸', '我带上梯子'), '首先，我会带上梯子');
    assert.equal(joined('首先‸', '我带上梯子'), '首先我带上梯子');
  });

  test('a phrase in the place of typed words stays open', () =>
    assert.equal(joined('‸', PHRASE, true), PHRASE));

  test('a sentence may begin behind nothing and behind a number or first', () => {
    for (const said of ['', '  ', '一、', '首先，', '1.']) assert.ok(beginsSentence(said), said);
    for (const said of ['我', '首先我', '好，']) assert.ok(!beginsSentence(said), said);
  });
});
