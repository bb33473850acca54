import assert from 'node:assert/strict';
import { FOLD, fold } from '../../../server/src/core/text/fold';
import { seeded } from '../../corpus/random';

suite('text/fold', () => {
  const alike: readonly (readonly [string, string, string])[] = [
    ['full-width punctuation', '，；：？！（）', ',;:?!()'],
    ['small and half-width forms', '｡､﹐﹔﹕﹖﹗', '。、,;:?!'],
    ['full-width letters and digits, lower case', 'ＡＢｃ１２', 'abc12'],
    ['letters to lower case', 'WeChat', 'wechat'],
    ['traditional to simplified', '傾聽羣眾訴求', '倾听群众诉求'],
    ['corner brackets as quotation marks', '「好」『好』', '“好”“好”'],
    ['single quotation marks', '‘好’', '“好”'],
    ['ideographic space', '一　二', '一 二'],
    ['dashes', '——－', '---'],
  ];
  for (const [name, from, to] of alike) {
    test(name, () => assert.equal(fold(from), to));
  }

  test('leaves straight quotes, 。 and 、 apart from each other', () => {
    assert.equal(fold('"。、…《》'), '"。、…《》');
  });

  test('an unchanged text is the same string', () => {
    assert.equal(fold('已经是简体，'), '已经是简体,');
    assert.equal(fold('已经是简体'), '已经是简体');
    assert.equal(fold(''), '');
  });

  test('folding twice is folding once, for every unit', () => {
    const unstable: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const once = FOLD[unit] ?? -1;
      if (FOLD[once] !== once) unstable.push(`${String.fromCharCode(unit)}→${String.fromCharCode(once)}`);
    }
    assert.deepEqual(unstable, []);
  });

  test('keeps the length of any text, so offsets stay exact', () => {
    const random = seeded(7);
    for (let round = 0; round < 200; round++) {
      const units = Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 0x10000));
      const text = String.fromCharCode(...units);
      assert.equal(fold(text).length, text.length);
    }
  });

  test('astral characters and lone surrogates stay as they are', () => {
    for (const text of ['𠮷野家', '👨‍👩‍👧', '\ud800', '好\udfff，'.slice(0, 2)]) assert.equal(fold(text), text);
  });

  test('a long text is folded beyond the size of one chunk', () => {
    const text = '，'.repeat(10_000);
    assert.equal(fold(text), ','.repeat(10_000));
  });
});
