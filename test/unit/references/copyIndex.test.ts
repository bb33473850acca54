import assert from 'node:assert/strict';
import { CopyIndex } from '../../../server/src/core/references/copyIndex';
import type { Copy } from '../../../server/src/core/references/types';
import { seeded } from '../../corpus/random';
import { plain, shown } from './support';

const LAMP = '我先带着电工到路口，把灯杆一根一根查看一遍，再问清晚上几点最暗。';
const WATER = '停水的楼栋有三栋，我请物业拉来水车，先给有老人和孩子的人家送去。';

function indexOf(documents: Readonly<Record<string, string>>): CopyIndex {
  const index = new CopyIndex();
  for (const [id, text] of Object.entries(documents)) index.add(plain(id, text));
  return index;
}

/** What is found, as `字 text → document: text there`. */
function found(documents: Readonly<Record<string, string>>, text: string, least = 12): string[] {
  return shown(text, indexOf(documents).copies(text, least), documents);
}

suite('references/copyIndex', () => {
  test('a run of twelve 字 is found wherever it stands', () => {
    const said = LAMP.replaceAll(/[，。]/g, '');
    for (let from = 0; from + 12 <= said.length; from++) {
      const part = said.slice(from, from + 12);
      const text = `开头${part}末尾`;
      const [copy, ...more] = indexOf({ a: LAMP }).copies(text, 12);
      assert.deepEqual([copy?.from, copy?.to, copy?.hanzi, more], [2, 14, 12, []]);
    }
  });

  test('eleven are too few', () => assert.deepEqual(found({ a: LAMP }, '我先带着电工到路口把灯'), []));

  test('it goes as far as it can, in the draft and in the document', () =>
    assert.deepEqual(found({ a: `一、${LAMP}` }, `首先，${LAMP}然后走。`), [
      `29 ${LAMP.slice(0, -1)} → a: ${LAMP.slice(0, -1)}`,
    ]));

  test('other punctuation, width, case and script are no difference', () =>
    assert.deepEqual(
      found({ a: '打12345熱線（abc）把燈桿逐根查看一遍。' }, '“打１２３４５热线，ABC：把灯杆。逐根查看一遍”'),
      ['18 打１２３４５热线，ABC：把灯杆。逐根查看一遍 → a: 打12345熱線（abc）把燈桿逐根查看一遍'],
    ));

  test('a run goes on in the next paragraph of the document', () => {
    const documents = { a: `${LAMP}\n\n${WATER}` };
    const text = `${LAMP}${WATER}`;
    assert.deepEqual(found(documents, text), [
      `58 ${text.slice(0, -1)} → a: ${LAMP}\n\n${WATER.slice(0, -1)}`,
    ]);
  });

  test('what is in two documents one after the other is two runs', () =>
    assert.deepEqual(found({ a: LAMP, b: WATER }, LAMP + WATER), [
      `29 ${LAMP.slice(0, -1)} → a: ${LAMP.slice(0, -1)}`,
      `29 ${WATER.slice(0, -1)} → b: ${WATER.slice(0, -1)}`,
    ]));

  test('of runs that overlap the longer one keeps what they share', () => {
    const shared = '挨家挨户敲门问问情况';
    const documents = {
      a: `上午先把名单对一遍再${shared}`,
      b: `${shared}回来的路上把记下的事分成急的和不急的两类`,
    };
    assert.deepEqual(
      found(documents, `上午先把名单对一遍再${shared}回来的路上把记下的事分成急的和不急的两类`, 9),
      ['10 上午先把名单对一遍再 → a: 上午先把名单对一遍再', `30 ${documents.b} → b: ${documents.b}`],
    );
  });

  test('what is left of a shorter run is told only when it is long enough', () => {
    const shared = '挨家挨户敲门问问情况';
    const documents = {
      a: `上午先对名单再${shared}`,
      b: `${shared}回来的路上把记下的事分成急的和不急的两类`,
    };
    const text = `上午先对名单再${shared}回来的路上把记下的事分成急的和不急的两类`;
    assert.deepEqual(found(documents, text, 9), [`30 ${documents.b} → b: ${documents.b}`]);
  });

  test('of the same words in several documents the first by name is told, in whatever order they came', () => {
    const documents = { b: LAMP, a: `好。${LAMP}`, c: LAMP };
    assert.deepEqual(found(documents, LAMP), [`29 ${LAMP.slice(0, -1)} → a: ${LAMP.slice(0, -1)}`]);
  });

  test('the longest of many places is found behind words that stand everywhere', () => {
    const line = '各位考官好下面我来回答这道题。';
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`n${i}`, `${line}第${i}篇`]));
    const documents = { a: `${line}${LAMP}`, ...many };
    assert.deepEqual(found(documents, `${line}${LAMP}`), [
      `43 ${line}${LAMP.slice(0, -1)} → a: ${line}${LAMP.slice(0, -1)}`,
    ]);
  });

  test('letters of one word count as one 字', () =>
    assert.deepEqual(found({ a: 'internationalization' }, 'internationalization'), []));

  test('halves of astral characters are left out', () => {
    // 𠮷 and 𠮸 share their first half, 𠮷 and 𡆷 their second.
    const words = '家门口那根灯杆我连夜去看过';
    const [copy] = indexOf({ a: `𡆷${words}𠮷` }).copies(`𠮷${words}𠮸`, 12);
    assert.deepEqual([copy?.from, copy?.to], [2, 2 + words.length]);
    assert.deepEqual(found({ a: `𠮷${words}𠮷` }, `𠮷${words}𠮷`), [`15 𠮷${words}𠮷 → a: 𠮷${words}𠮷`]);
  });

  test('lone halves are only text', () => {
    const lone = '\udc00\ud800'.repeat(20);
    assert.doesNotThrow(() => indexOf({ a: lone + LAMP + lone }).copies(lone + LAMP, 12));
  });

  for (const [name, documents, text] of [
    ['no document', {}, LAMP],
    ['an empty document', { a: '' }, LAMP],
    ['a document without words', { a: '……。\n\n！！' }, LAMP],
    ['an empty text', { a: LAMP }, ''],
    ['a text without words', { a: LAMP }, '，。！'.repeat(100)],
  ] as const)
    test(`nothing is found: ${name}`, () => assert.deepEqual(found(documents, text), []));

  test('what is removed is not found, what is put in its place is', () => {
    const index = indexOf({ a: LAMP, b: WATER });
    assert.equal(index.remove('a'), true);
    assert.equal(index.remove('a'), false);
    assert.deepEqual(index.copies(LAMP, 12), []);
    index.add(plain('b', LAMP));
    assert.equal(index.copies(LAMP, 12)[0]?.place.document, 'b');
    assert.deepEqual(index.copies(WATER, 12), []);
  });

  test('after any changes the same is found as in a new index', () => {
    const random = seeded(7);
    const pick = (texts: readonly string[]): string => texts[Math.floor(random() * texts.length)] ?? '';
    const clauses = Array.from({ length: 200 }, (_, i) =>
      Array.from({ length: 14 }, (_, k) =>
        String.fromCharCode(0x4e00 + ((i * 131 + k * k * 17) % 3000)),
      ).join(''),
    );
    const write = (): string => Array.from({ length: 40 }, () => pick(clauses)).join('，');
    const index = new CopyIndex();
    const there = new Map<string, string>();
    for (let step = 0; step < 300; step++) {
      const id = `d${Math.floor(random() * 12)}`;
      if (random() < 0.3) assert.equal(index.remove(id), there.delete(id));
      else {
        there.set(id, write());
        index.add(plain(id, there.get(id) ?? ''));
      }
      if (step % 30 !== 29) continue;
      const text = write();
      const ranges = (copies: readonly Copy[]): string[] =>
        copies.map(({ from, to, hanzi }) => `${from}-${to} ${hanzi}`);
      const documents = Object.fromEntries(there);
      assert.ok(index.copies(text, 12).length > 0);
      assert.deepEqual(ranges(index.copies(text, 12)), ranges(indexOf(documents).copies(text, 12)));
      for (const { from, to, place } of index.copies(text, 12)) {
        const said = documents[place.document]?.slice(place.from, place.to) ?? '';
        assert.equal(said.replaceAll('，', ''), text.slice(from, to).replaceAll('，', ''));
      }
    }
  });

  test('hostile texts and documents are only long', () => {
    const same = '一'.repeat(300_000);
    const lines = Array.from({ length: 20_000 }, () => '各位考官好下面我来回答这道题').join('\n');
    const index = indexOf({ a: same, b: lines, c: `${same}二` });
    for (const text of [same, lines, `${same}二`, '一二'.repeat(100_000), same.replaceAll('一', '一，')]) {
      let end = 0;
      for (const { from, to } of index.copies(text, 12)) {
        assert.ok(from >= end && to > from && to <= text.length);
        end = to;
      }
      assert.ok(text.startsWith('一二') || end > 0);
    }
  });
});
