import assert from 'node:assert/strict';
import {
  buildPostings,
  forBigrams,
  forSlices,
  type Postings,
} from '../../../server/src/core/phrases/postings';
import { PhraseStore } from '../../../server/src/core/phrases/store';
import { document, entry } from './support';

function built(store: PhraseStore): Postings {
  const steps = buildPostings(store);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

suite('phrases/postings', () => {
  test('every row is found by each of its bigrams, however many there are', () => {
    const store = new PhraseStore();
    const texts = Array.from({ length: 300 }, (_, row) =>
      String.fromCharCode(...Array.from({ length: 40 }, (__, i) => 0x4e00 + row * 40 + i)),
    );
    store.add(
      document(
        'a',
        texts.map((text) => entry(text, ['f/s'])),
      ),
    );
    const postings = built(store);
    assert.ok(postings.keys.length > 10_000);
    const rowMask = 2 ** postings.rowBits - 1;
    for (let row = 0; row < store.size; row++) {
      forBigrams(store, row, (code) => {
        const rows: number[] = [];
        forSlices(postings, code, undefined, (from, to) => {
          for (const found of postings.entries.subarray(from, to)) rows.push(found & rowMask);
        });
        assert.ok(rows.includes(row), `${store.text(row)}: ${code}`);
      });
    }
  });

  test('rows that are gone are left out', () => {
    const store = new PhraseStore();
    store.add(document('a', [entry('把楼道扫干净'), entry('上门看望老人')]));
    store.add(document('b', [entry('上门看望老人')]));
    store.remove('a');
    const { entries } = built(store);
    assert.equal(entries.length, 6);
  });

  test('more phrases than there are numbers left beside the sections are refused', () => {
    const store = new PhraseStore();
    store.names.sections.length = 2 ** 20;
    const many = Array.from({ length: 2049 }, (_, i) => entry(`第${i}条`));
    store.add(document('a', many));
    assert.throws(() => buildPostings(store).next(), /^RangeError: too many phrases: 2049$/);
  });
});
