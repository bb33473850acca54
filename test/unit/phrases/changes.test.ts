import assert from 'node:assert/strict';
import { PhraseIndex, type PhraseQuery } from '../../../server/src/core/phrases/index';
import { deserialize, serialize } from '../../../server/src/core/phrases/serialize';
import type { PhraseDocument, PhraseEntry } from '../../../server/src/core/phrases/types';
import { seeded } from '../../corpus/random';
import { document, entry, texts } from './support';

const WORDS =
  '群众 老人 居民 主动 耐心 及时 倾听 登记 回访 核实 台账 路灯 电梯 材料 政策 当天 上门 公示 名单 结果'.split(
    ' ',
  );

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

function randomEntry(random: () => number): PhraseEntry {
  const text = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(WORDS, random)).join(
    random() < 0.2 ? '，' : '',
  );
  const slots = Array.from(
    { length: Math.floor(random() * 3) },
    () =>
      `${pick(['f', 'g'], random)}/${pick(['s', 't'], random)}/${pick(['p', 'q'], random)}@${random().toFixed(2)}`,
  );
  const keywords = random() < 0.2 ? [pick(WORDS, random)] : undefined;
  const register = random() < 0.5 ? ('spoken' as const) : undefined;
  return entry(text, slots, { keywords, register, from: Math.floor(random() * 1000) });
}

function randomDocument(random: () => number): PhraseDocument {
  const entries = Array.from({ length: Math.floor(random() * 12) }, () => randomEntry(random));
  return {
    ...document(`d${Math.floor(random() * 12)}`, entries, random() < 0.2 ? 'bank' : 'documents'),
    version: String(random()),
  };
}

function randomQuery(random: () => number): PhraseQuery {
  const piece = (): string =>
    Array.from({ length: Math.floor(random() * 3) }, () => pick(WORDS, random)).join('');
  const some = <T>(value: T): T | undefined => (random() < 0.5 ? value : undefined);
  return {
    framework: some('f'),
    section: some('s'),
    point: some('q'),
    origin: some(random() < 0.5 ? 'documents' : 'bank'),
    before: some(piece()),
    words: random() < 0.3 ? piece() : undefined,
    question: some(`${piece()}${piece()}`),
    draft: some(`${piece()}${piece()}${piece()}`),
    limit: 1 + Math.floor(random() * 12),
  };
}

suite('phrases/index: documents come and go', () => {
  test('what was added is found before and after settling, what was removed is not', () => {
    const index = new PhraseIndex();
    index.add(document('a', [entry('把楼道扫干净', ['f/s'])]));
    assert.deepEqual(texts(index.query({ limit: 5 })), ['把楼道扫干净']);
    assert.ok(index.unsettled > 0);
    index.settle();
    assert.equal(index.unsettled, 0);
    assert.deepEqual(texts(index.query({ words: '楼道', limit: 5 })), ['把楼道扫干净']);
    assert.ok(index.remove('a'));
    assert.ok(!index.remove('a'));
    assert.deepEqual(index.query({ words: '楼道', limit: 5 }), []);
    assert.equal(index.size, 0);
  });

  test('a document added again takes the place of its old state', () => {
    const index = new PhraseIndex();
    index.add(document('a', [entry('把楼道扫干净'), entry('上门看望老人')]));
    index.add({ ...document('a', [entry('上门看望老人')]), version: '2' });
    assert.deepEqual(texts(index.query({ limit: 5 })), ['上门看望老人']);
    assert.deepEqual([...index.documents], [['a', { version: '2', phrases: 1 }]]);
  });

  test('the oldest of several documents with a phrase may go', () => {
    const index = new PhraseIndex();
    for (const id of ['a', 'b', 'c']) index.add(document(id, [entry('把楼道扫干净', ['f/s'])]));
    index.remove('a');
    const [found] = index.query({ framework: 'f', section: 's', limit: 5 });
    assert.deepEqual(
      found?.places.map((place) => place.document),
      ['b', 'c'],
    );
  });

  test('entries too long are left out, others of the document stay', () => {
    const index = new PhraseIndex();
    index.add(document('a', [entry('好'.repeat(300)), entry(''), entry('上门看望老人')]));
    assert.equal(index.size, 1);
  });

  test('settling in steps answers in between, and starts again when documents change', () => {
    const index = new PhraseIndex();
    const random = seeded(3);
    for (let i = 0; i < 40; i++) {
      index.add(
        document(
          `d${i}`,
          Array.from({ length: 300 }, () => randomEntry(random)),
        ),
      );
    }
    const steps = index.settling();
    assert.ok(!steps.next().done);
    index.add(document('late', [entry('把楼道扫干净')]));
    assert.deepEqual(texts(index.query({ words: '楼道', limit: 1 })), ['把楼道扫干净']);
    let count = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) {
      assert.ok(step.value >= 0 && step.value <= 1);
      count++;
    }
    assert.ok(count > 2);
    assert.equal(index.unsettled, 0);
    assert.deepEqual(texts(index.query({ words: '楼道', limit: 1 })), ['把楼道扫干净']);
  });

  test('settling may be dropped', () => {
    const index = new PhraseIndex();
    index.add(document('a', [entry('把楼道扫干净')]));
    index.settling().next();
    assert.deepEqual(texts(index.query({ words: '楼道', limit: 1 })), ['把楼道扫干净']);
  });

  test('however documents came and went, the answers are those of an index built at once', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed);
      const there = new Map<string, PhraseDocument>();
      let index = new PhraseIndex();
      for (let step = 0; step < 30; step++) {
        const own = randomDocument(random);
        const choice = random();
        if (choice < 0.6) {
          index.add(own);
          there.set(own.id, own);
        } else if (choice < 0.85) {
          assert.equal(index.remove(own.id), there.delete(own.id));
        } else if (choice < 0.95) index.settle();
        else index = deserialize(serialize(index, 't'), 't');
        if (random() < 0.3) index.query(randomQuery(random));
      }
      const fresh = new PhraseIndex();
      for (const own of [...there.values()].reverse()) fresh.add(own);
      if (random() < 0.5) fresh.settle();
      assert.equal(index.size, fresh.size);
      for (let round = 0; round < 25; round++) {
        const query = randomQuery(random);
        assert.deepEqual(index.query(query), fresh.query(query), JSON.stringify([seed, query]));
      }
    }
  });
});
