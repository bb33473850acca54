import assert from 'node:assert/strict';
import { sieveTable, WordSieve } from '../../../server/src/core/text/wordSieve';

suite('text/wordSieve', () => {
  test('a text passes for each list of which it says a word, wherever the word stands', () => {
    const sieve = new WordSieve(sieveTable([['请示', '汇报'], ['赔'], ['找谁', '请示']]));
    const listsIn = (text: string): readonly number[] => sieve.listsIn(text);
    assert.deepEqual(listsIn('汇报'), [0]);
    assert.deepEqual(listsIn('我先向领导请示'), [0, 2]);
    assert.deepEqual(listsIn('赔'), [1]);
    assert.deepEqual(listsIn('该赔的赔'), [1]);
    assert.deepEqual(listsIn('汇报了再赔'), [0, 1]);
    assert.deepEqual(listsIn('赔了再汇报'), [0, 1]);
    assert.deepEqual(listsIn('找谁赔，向谁请示'), [0, 1, 2]);
    assert.deepEqual(listsIn('谁答应找谁'), [2]);
  });

  test('a text without any of the words does not pass', () => {
    const sieve = new WordSieve(sieveTable([['请示', '汇报'], ['赔'], ['找谁']]));
    for (const text of ['', '我', '示请', '报汇', '上门听他讲完', '谁找'])
      assert.deepEqual(sieve.listsIn(text), [], text);
  });

  test('what it said of one text it does not say of the next', () => {
    const sieve = new WordSieve(sieveTable([['请示'], ['赔']]));
    const first = sieve.listsIn('请示了再赔');
    assert.deepEqual(sieve.listsIn('上门听他讲完'), []);
    assert.deepEqual(sieve.listsIn('赔'), [1]);
    assert.deepEqual(first, [0, 1]);
  });

  test('words that begin alike are told apart', () => {
    const sieve = new WordSieve(sieveTable([['不归我'], ['不归他管'], ['不']]));
    assert.deepEqual(sieve.listsIn('不归他管'), [1, 2]);
    assert.deepEqual(sieve.listsIn('不归'), [2]);
  });
});
