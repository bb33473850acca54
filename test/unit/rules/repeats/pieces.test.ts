import assert from 'node:assert/strict';
import { Sentence } from '../../../../server/src/core/draft/sentences';
import type * as Pieces from '../../../../server/src/core/rules/repeats/pieces';

const MODULE = '../../../../server/src/core/rules/repeats/pieces';

/** The module as it is when nothing has been cut yet: it keeps its tables and what it found out about letters. */
function anew(): typeof Pieces {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a loaded module is kept by its name
  delete require.cache[require.resolve(MODULE)];
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be the module that is loaded
  return require(MODULE) as typeof Pieces;
}

let cut: typeof Pieces.cut;

const sentence = (folded: string, marker = 0): Sentence =>
  new Sentence(
    0,
    folded.length,
    'sentence',
    folded,
    folded.length,
    true,
    marker > 0 ? { length: marker, order: 1, style: 'number' } : undefined,
  );

/** The pieces of a sentence in their order. */
function piecesOf(text: string, marker = 0): string[] {
  const { count, hashes } = cut(sentence(text, marker));
  return Array.from({ length: count }, (_, i) => String(hashes[i]));
}

/** How many pieces two sentences have in common. */
const shared = (one: string, other: string): number => {
  const pieces = new Set(piecesOf(one));
  return piecesOf(other).filter((piece) => pieces.has(piece)).length;
};

const TWELVE = '甲乙丙丁戊己庚辛壬癸子丑';

suite('rules/repeats/pieces', () => {
  setup(() => {
    ({ cut } = anew());
  });

  test('a piece begins at every letter after which five more follow', () => {
    assert.equal(piecesOf(TWELVE).length, 7);
    assert.equal(piecesOf(`${TWELVE}寅`).length, 8);
    assert.equal(new Set(piecesOf(`${TWELVE}寅`)).size, 8);
  });

  test('a sentence of fewer than twelve letters has none', () => {
    assert.deepEqual(piecesOf(TWELVE.slice(1)), []);
    assert.deepEqual(piecesOf(''), []);
    assert.deepEqual(piecesOf(`${TWELVE.slice(1)},。!`), []);
  });

  test('six letters the same are one piece in common, wherever they stand', () => {
    assert.equal(shared(TWELVE, '一二三四五六甲乙丙丁戊己'), 1);
    assert.equal(shared(TWELVE, '庚辛壬癸子丑一二三四五六'), 1);
    assert.equal(shared(TWELVE, '一二三四五六七甲乙丙丁戊'), 0);
    assert.equal(shared(TWELVE, TWELVE), 7);
  });

  test('each of its six letters makes a piece another, and so does their order', () => {
    const piece = '甲乙丙丁戊己';
    const rest = '一二三四五六';
    for (let at = 0; at < 6; at++)
      assert.equal(
        shared(piece + rest, `${piece.slice(0, at)}七${piece.slice(at + 1)}${rest}`),
        6 - at,
        `${at}`,
      );
    assert.equal(shared(piece + piece, '丙丁甲乙戊己丙丁甲乙戊己'), 0);
  });

  test('what is no letter or digit is passed over, met before or not', () => {
    const plain = piecesOf('甲乙丙3丁戊己a庚辛壬癸');
    for (let time = 0; time < 2; time++)
      assert.deepEqual(piecesOf('甲,乙 丙3丁“戊己”a*庚。辛!壬-癸。'), plain, `time ${time}`);
  });

  test('a letter met before counts as one met for the first time', () => {
    const first = piecesOf(TWELVE);
    assert.deepEqual(piecesOf(TWELVE), first);
  });

  test('letters beyond the basic plane are two units, signs beyond it none', () => {
    for (let time = 0; time < 2; time++) {
      assert.equal(piecesOf('𠮷𠮷𠮷𠮷𠮷𠮷').length, 7, `time ${time}`);
      assert.deepEqual(piecesOf(`甲乙丙😀丁戊己👨‍👩‍👧庚辛壬癸子丑`), piecesOf(TWELVE), `time ${time}`);
    }
  });

  test('a lone surrogate is no letter, and says nothing of one that is not alone', () => {
    assert.deepEqual(piecesOf(`\ud842甲乙丙丁戊己庚辛壬癸子丑\udfb7`), piecesOf(TWELVE));
    assert.equal(piecesOf('𠮷甲乙丙丁戊己庚辛壬癸').length, 7);
    assert.deepEqual(piecesOf(`\ud842甲乙丙丁戊己庚辛壬癸子丑\udfb7`), piecesOf(TWELVE));
  });

  test('the mark of a list does not belong to it', () => {
    assert.deepEqual(piecesOf(`10. ${TWELVE}`, 4), piecesOf(TWELVE));
    assert.equal(shared(`10. ${TWELVE}`, TWELVE), 7);
    assert.equal(piecesOf(`10. ${TWELVE}`).length, 9);
  });

  test('a sentence longer than any before is cut to its end, and shorter ones after it as before', () => {
    const before = piecesOf(TWELVE);
    const text = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    const pieces = piecesOf(text);
    assert.equal(new Set(pieces).size, 3000 - 5);
    assert.deepEqual(piecesOf(text.slice(-12)), pieces.slice(-7));
    assert.deepEqual(piecesOf(TWELVE), before);
  });
});
