import assert from 'node:assert/strict';
import type { Initials } from '../../../server/src/core/phrases/initials';
import { loadInitials } from '../../../server/src/core/phrases/pinyin';
import { document, entry, indexOf, texts } from './support';

const PHRASES = [
  '群众利益无小事',
  '不回避、不推诿',
  '重复来访的逐件核实',
  '长期坚持上门走访',
  '请用QQ群联系我',
  '公开透明，群众利益放前头',
];

/** A table for the test: first letters by hand; others have none. */
const BY_HAND: Initials = (text) => {
  const table: Record<string, string> = {
    群: 'q',
    众: 'z',
    利: 'l',
    益: 'y',
    无: 'w',
    小: 'x',
    事: 's',
    重: 'zc',
    复: 'f',
    来: 'l',
    访: 'f',
  };
  return text.split('').map((unit) => table[unit] ?? '');
};

suite('phrases/initials', () => {
  const index = indexOf(...PHRASES.map((text) => entry(text, ['f/s'])));

  test('until they are given, letters are letters', () => {
    assert.ok(!index.spells);
    assert.deepEqual(texts(index.query({ words: 'qq', limit: 1 })), ['请用QQ群联系我']);
    assert.deepEqual(index.query({ words: 'qzly', limit: 1 }), []);
  });

  test('each character is asked for once, and not before letters are typed', () => {
    let asked: readonly string[] = [];
    const own = indexOf(...PHRASES.map((text) => entry(text)));
    own.useInitials((text) => {
      asked = [...asked, ...text.split('')];
      return BY_HAND(text);
    });
    own.query({ before: '群众', limit: 3 });
    assert.equal(asked.length, 0);
    own.query({ words: 'qzly', limit: 3 });
    own.query({ words: 'qzly', limit: 3 });
    assert.ok(asked.includes('益'));
    assert.equal(new Set(asked).size, asked.length);
    own.add(document('b', [entry('群众的话听得进')]));
    assert.equal(own.query({ words: 'qz', limit: 3 }).length, 3);
    assert.equal(new Set(asked).size, asked.length);
    assert.ok(asked.includes('进'));
  });

  test('characters without a reading never match, and nothing throws', () => {
    const own = indexOf(entry('群众利益无小事'), entry('😀😀😀好'));
    own.useInitials(() => []);
    assert.deepEqual(own.query({ words: 'qz', limit: 3 }), []);
  });
});

suite('phrases/pinyin', () => {
  const index = indexOf(...PHRASES.map((text) => entry(text, ['f/s'])));
  suiteSetup(async () => index.useInitials(await loadInitials()));
  const found = (before: string, limit = 1): [string, number][] =>
    index.query({ framework: 'f', section: 's', before, limit }).map(({ text, replace }) => [text, replace]);

  test('qzly finds 群众利益无小事, and its letters are replaced', () => {
    assert.deepEqual(found('qzly'), [['群众利益无小事', 4]]);
    assert.deepEqual(found('我始终牢记qzlywxs'), [['群众利益无小事', 7]]);
    assert.deepEqual(found('QZLY'), [['群众利益无小事', 4]]);
  });
  test('the phrase that begins so comes before one with a clause that does', () => {
    assert.deepEqual(
      found('qzly', 2).map(([text]) => text),
      ['群众利益无小事', '公开透明，群众利益放前头'],
    );
  });
  test('punctuation inside is stepped over', () => assert.equal(found('bhbbtw')[0]?.[0], '不回避、不推诿'));
  test('every reading of a character counts', () => {
    assert.equal(found('cflf')[0]?.[0], '重复来访的逐件核实');
    assert.equal(found('zflf')[0]?.[0], '重复来访的逐件核实');
    assert.equal(found('cqjc')[0]?.[0], '长期坚持上门走访');
  });
  test('letters in a phrase stand for themselves', () =>
    assert.equal(found('qyqq')[0]?.[0], '请用QQ群联系我'));
  test('the middle of a clause is not found', () => assert.notEqual(found('wxs')[0]?.[1], 3));
  test('one letter, or letters behind others, are no initials', () => {
    assert.equal(found('q')[0]?.[1], 0);
    assert.deepEqual(found('qzly', 9).length, 2);
  });
  test('in a search too, when they are its only word', () => {
    assert.deepEqual(texts(index.query({ words: 'qzly', limit: 1 })), ['群众利益无小事']);
  });
});
