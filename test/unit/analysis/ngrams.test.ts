import assert from 'node:assert/strict';
import { BUCKETS, ngramBuckets } from '../../../server/src/core/analysis/ngrams';
import { SILENT } from '../../../server/src/core/draft/sentences';

suite('analysis/ngrams', () => {
  test('nothing has no n-grams', () => {
    assert.equal(ngramBuckets('').length, 0);
    assert.equal(ngramBuckets(` ${SILENT}\n`).length, 0);
  });

  test('one, two and three characters', () => {
    assert.equal(ngramBuckets('灯').length, 1);
    assert.equal(ngramBuckets('灯坏').length, 3);
    assert.equal(ngramBuckets('灯坏了').length, 6);
  });

  test('each once', () => {
    const buckets = ngramBuckets('灯坏了灯坏了灯坏了');
    assert.equal(new Set(buckets).size, buckets.length);
    assert.equal(ngramBuckets('灯灯灯灯灯灯').length, 3);
  });

  test('in range', () => {
    for (const bucket of ngramBuckets('居民说路灯坏了没人管，𠮷👍\ud800')) assert.ok(bucket < BUCKETS);
  });

  test('the same text has the same buckets, whatever was asked before', () => {
    const first = ngramBuckets('灯坏了');
    const before = [...first];
    ngramBuckets('别的句子');
    assert.deepEqual([...first], before, 'an answer stays what it was');
    assert.deepEqual([...ngramBuckets('灯坏了')], before);
  });

  test('white space and what is not said are stepped over', () => {
    assert.deepEqual(ngramBuckets(`灯 坏${SILENT}${SILENT}\n了`), ngramBuckets('灯坏了'));
  });

  test('digits are alike, and nothing else is like them', () => {
    const zero = ngramBuckets('坏了0天');
    for (const digit of '123456789') assert.deepEqual(ngramBuckets(`坏了${digit}天`), zero);
    for (const other of '/:Aa零') assert.notDeepEqual(ngramBuckets(`坏了${other}天`), zero);
  });

  test('buckets are those for which models were trained and stored', () => {
    assert.deepEqual([...ngramBuckets('灯坏了')], [11490, 6836, 19532, 5049, 9731, 23258]);
    assert.deepEqual([...ngramBuckets('灯坏了', 1)], [3967, 27901, 18298, 5786, 23178, 31300]);
  });

  test('order counts', () =>
    assert.notDeepEqual(ngramBuckets('灯坏').toSorted(), ngramBuckets('坏灯').toSorted()));

  test('salt sets features apart', () => {
    const plain = new Set(ngramBuckets('灯坏了', 1));
    assert.equal([...ngramBuckets('灯坏了', 2)].filter((bucket) => plain.has(bucket)).length, 0);
    assert.deepEqual(ngramBuckets('灯坏了', 0), ngramBuckets('灯坏了'));
  });

  test('different characters seldom share a bucket', () => {
    const buckets = new Set(
      Array.from({ length: 2000 }, (_, index) => ngramBuckets(String.fromCharCode(0x4e00 + index))[0]),
    );
    assert.ok(buckets.size > 1800, `${buckets.size} of 2000`);
  });
});
