import assert from 'node:assert/strict';
import { MOST_LISTS, WordSieve } from '../../../server/src/core/text/wordSieve';

suite('text/wordSieve', () => {
  test('a text passes for each list of which it says a word, wherever the word stands', () => {
    const sieve = new WordSieve([['请示', '汇报'], ['赔'], ['找谁']]);
    assert.equal(sieve.listsIn('汇报'), 1);
    assert.equal(sieve.listsIn('我先向领导请示'), 1);
    assert.equal(sieve.listsIn('赔'), 2);
    assert.equal(sieve.listsIn('该赔的赔'), 2);
    assert.equal(sieve.listsIn('汇报了再赔'), 3);
    assert.equal(sieve.listsIn('谁答应找谁'), 4);
  });

  test('a text without any of the words does not pass', () => {
    const sieve = new WordSieve([['请示', '汇报'], ['赔'], ['找谁']]);
    for (const text of ['', '我', '示请', '报汇', '上门听他讲完', '谁找'])
      assert.equal(sieve.listsIn(text), 0, text);
  });

  test('as many lists as there are bits, and no more', () => {
    const lists = Array.from({ length: MOST_LISTS }, (_, index) => [String.fromCharCode(0x4e00 + index)]);
    const sieve = new WordSieve(lists);
    for (const [index, [word = '']] of lists.entries()) assert.equal(sieve.listsIn(word) >>> 0, 2 ** index);
    assert.throws(() => new WordSieve([...lists, ['多']]), RangeError);
  });
});
