import assert from 'node:assert/strict';
import { bigrams } from '../../../server/src/core/draft/question';
import { topicPairs } from '../../../server/src/core/rules/questionPairs';

suite('rules/questionPairs', () => {
  test('what every question says is left out, what it is about stays', () => {
    assert.deepEqual([...topicPairs(new Set(['你是', '路灯', '怎么', '坏了']))], ['路灯', '坏了']);
  });

  test('a question of nothing but formulas is about nothing', () => {
    assert.deepEqual([...topicPairs(new Set(['你是', '怎么', '么办']))], []);
    assert.deepEqual([...topicPairs(new Set())], []);
  });

  test('pairs are cut from the beginning of the list two by two', () => {
    // 一个, 一位 are in it; 个一 only stands between two of its pairs.
    assert.deepEqual([...topicPairs(bigrams('一个一位'))], ['个一']);
  });
});
