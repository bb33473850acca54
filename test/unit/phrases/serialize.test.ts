import assert from 'node:assert/strict';
import { PhraseIndex } from '../../../server/src/core/phrases/index';
import {
  type Damage,
  deserialize,
  PhraseFileError,
  serialize,
} from '../../../server/src/core/phrases/serialize';
import { seeded } from '../../corpus/random';
import { misfit } from '../../../server/src/core/phrases/fileStructure';
import type { StoreArrays } from '../../../server/src/core/phrases/storeColumns';
import { document, entry, texts } from './support';

function filled(): PhraseIndex {
  const index = new PhraseIndex();
  index.add(
    document('file:///甲.txt', [
      entry('先安抚他们的情绪', ['f/s/p@0.8'], { register: 'spoken', from: 5, to: 13 }),
      entry('把楼道扫干净', ['f/t']),
    ]),
  );
  index.add(document('bank:b', [entry('请大家加开窗口', ['f/s'], { keywords: ['排队', '久等'] })], 'bank'));
  return index;
}

const damageOf = (buffer: ArrayBuffer, tag = 'tag'): Damage | undefined => {
  try {
    deserialize(buffer, tag);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof PhraseFileError, String(error));
    assert.match(error.message, /phrase index/);
    return error.damage;
  }
};

suite('phrases/serialize', () => {
  test('an index comes back as it was', () => {
    const index = filled();
    const again = deserialize(serialize(index, 'tag'), 'tag');
    assert.equal(again.size, 3);
    assert.deepEqual([...again.documents], [...index.documents]);
    for (const query of [
      { limit: 9 },
      { framework: 'f', section: 's', limit: 9 },
      { words: '久等', limit: 2 },
      { before: '先安', limit: 1 },
    ]) {
      assert.deepEqual(again.query(query), index.query(query));
    }
  });

  test('the same documents make the same bytes', () => {
    assert.deepEqual(new Uint8Array(serialize(filled(), 'tag')), new Uint8Array(serialize(filled(), 'tag')));
  });

  test('it goes on changing after it is read, and the buffer stays', () => {
    const buffer = serialize(filled(), 'tag');
    const before = new Uint8Array(buffer.slice(0));
    const index = deserialize(buffer, 'tag');
    index.add(
      document('file:///乙.txt', [entry('把楼道扫干净', ['f/t']), entry('上门看望独居老人', ['f/t'])]),
    );
    index.remove('file:///甲.txt');
    index.settle();
    assert.deepEqual(texts(index.query({ framework: 'f', section: 't', limit: 5 })), [
      '把楼道扫干净',
      '上门看望独居老人',
    ]);
    assert.deepEqual(new Uint8Array(buffer), before);
  });

  test('an empty index', () => {
    const again = deserialize(serialize(new PhraseIndex(), ''), '');
    assert.equal(again.size, 0);
    assert.deepEqual(again.query({ limit: 5 }), []);
  });

  test('what was removed is not in the file', () => {
    const index = filled();
    index.settle();
    const all = serialize(index, 'tag').byteLength;
    index.remove('file:///甲.txt');
    assert.ok(serialize(index, 'tag').byteLength < all);
  });
});

suite('phrases/fileStructure', () => {
  const { store, postings } = filled().parts();
  const documents = store.documents.filter((one) => one !== undefined);
  const names = [
    'starts',
    'lengths',
    'extras',
    'firsts',
    'hanzi',
    'flags',
    'documentCounts',
    'heads',
    'units',
  ];
  names.push('rows', 'owners', 'lines', 'froms', 'tos', 'slotStarts', 'slotCounts', 'nexts', 'slots');
  const arrays = Object.fromEntries(
    names.map((name) => [name, store[name as keyof StoreArrays].view()]),
  ) as unknown as StoreArrays;

  test('what an index is made of fits', () => assert.equal(misfit(arrays, postings, documents), undefined));

  test('columns of another length', () => {
    assert.equal(misfit({ ...arrays, hanzi: arrays.hanzi.slice(1) }, postings, documents), 'columns of rows');
    const cut = { ...arrays, lines: arrays.lines.slice(1) };
    assert.equal(misfit(cut, postings, documents), 'columns of occurrences');
  });

  test('documents with more occurrences than there are', () => {
    const [first, ...others] = documents.map((one) => ({ ...one, count: one.count + 9 }));
    assert.ok(first);
    assert.equal(misfit(arrays, postings, [first, ...others]), 'documents');
  });
});

suite('phrases/serialize: damage is told', () => {
  const good = serialize(filled(), 'tag');
  const changed = (change: (bytes: Uint8Array) => void): ArrayBuffer => {
    const copy = good.slice(0);
    change(new Uint8Array(copy));
    return copy;
  };

  test('another tag', () => assert.equal(damageOf(good, 'other'), 'tag'));
  test('another version', () => assert.equal(damageOf(changed((bytes) => (bytes[4] = 99))), 'version'));
  test('the other order of bytes', () =>
    assert.equal(damageOf(changed((bytes) => bytes.subarray(0, 4).reverse())), 'version'));
  test('another file', () => {
    for (const size of [0, 1, 3, 40, 4096]) assert.equal(damageOf(new ArrayBuffer(size)), 'format');
    assert.equal(damageOf(changed((bytes) => (bytes[0] = 1))), 'format');
  });
  test('broken off, or with something behind', () => {
    for (const size of [4, 100, good.byteLength - 4, good.byteLength - 1])
      assert.equal(damageOf(good.slice(0, size)), 'format', String(size));
    const longer = new ArrayBuffer(good.byteLength + 4);
    new Uint8Array(longer).set(new Uint8Array(good));
    assert.equal(damageOf(longer), 'format');
  });

  test('every single changed byte', () => {
    const random = seeded(5);
    for (let at = 0; at < good.byteLength; at++) {
      const damage = damageOf(
        changed((bytes) => (bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255)))),
      );
      assert.notEqual(damage, undefined, `byte ${at}`);
    }
  });

  test('parts that do not fit together, though the checksum is right', () => {
    // The checksum is no secret: make it right again after the change, as a hostile file would.
    const told = new Set<Damage | undefined>();
    const random = seeded(8);
    for (let round = 0; round < 3000; round++) {
      const copy = changed(
        (bytes) => (bytes[20 + Math.floor(random() * (bytes.length - 20))] = Math.floor(random() * 256)),
      );
      const words = new Uint32Array(copy);
      let sum = 0x9e3779b9;
      for (const [at, word] of words.entries()) {
        if (at === 4) continue;
        sum = Math.imul(sum ^ word, 0x85ebca6b);
        sum = (sum << 13) | (sum >>> 19);
      }
      words[4] = sum >>> 0;
      let index: PhraseIndex | undefined;
      try {
        index = deserialize(copy, 'tag');
      } catch (error) {
        assert.ok(error instanceof PhraseFileError, String(error));
        told.add(error.damage);
      }
      // What passes may hold other words, but never harms who asks or changes it.
      index?.query({ framework: 'f', section: 's', words: '情绪', limit: 5 });
      index?.query({ before: '先安', draft: '把楼道', question: '窗口', limit: 5 });
      index?.remove('file:///甲.txt');
      index?.add(document('x', [entry('把楼道扫干净', ['f/t'])]));
      index?.settle();
      assert.ok((index?.query({ limit: 5 }).length ?? 1) > 0);
    }
    assert.ok(told.has('structure'));
  });
});
