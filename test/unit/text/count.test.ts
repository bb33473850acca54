import assert from 'node:assert/strict';
import { countHanzi, DEFAULT_SPEAKING_RATE, isHan, spokenSeconds } from '../../../server/src/core/text/count';

suite('text/count', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['nothing', '', 0],
    ['Han characters, punctuation not', '您好，请坐。', 4],
    ['half-width punctuation not', '您好,请坐.', 4],
    ['traditional script', '請您慢慢說', 5],
    ['white space and line ends not', '您　好\r\n 请\t坐', 4],
    ['every digit is said', '12345热线', 7],
    ['full-width digits too', '３天', 2],
    ['a Latin word is one', '用 WeChat 通知', 4],
    ['words parted by a digit are two', 'a4b', 3],
    ['accented letters stay in their word', 'café 店', 2],
    ['astral Han are one each', '𠮷野家', 3],
    ['the first astral Han', '\u{20000}', 1],
    ['extension H, beyond the first astral plane of Han', '\u{31350}', 1],
    ['emoji are not said', '👍好👨‍👩‍👧', 1],
    ['a ZWJ sequence counts nothing', '👨‍👩‍👧‍👦', 0],
    ['a lone low surrogate counts nothing', 'a\udc00', 1],
    ['a lone high surrogate outside the Han planes counts nothing', '好\ud83d', 1],
    ['markup is not said', '**好** _好_ `', 2],
    ['compatibility ideographs', '\uf900', 1],
    ['kana and hangul are no 字', 'のハ한', 0],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () => assert.equal(countHanzi(text), expected));
  }

  test('counts only the span it is given', () => {
    assert.equal(countHanzi('一二三四五', 1, 3), 2);
    assert.equal(countHanzi('一二三四五', 4), 1);
    assert.equal(countHanzi('一二三四五', 3, 3), 0);
  });

  test('counting in parts gives the whole when no Latin word is cut', () => {
    const text = '居民说：灯坏了3天，𠮷野家门口最黑。';
    const cut = text.indexOf('，');
    assert.equal(countHanzi(text, 0, cut) + countHanzi(text, cut), countHanzi(text));
  });

  test('knows the borders of the Han blocks', () => {
    for (const unit of [0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xf900, 0xfaff])
      assert.equal(isHan(unit), true, unit.toString(16));
    for (const unit of [0x33ff, 0x4dc0, 0xa000, 0xf8ff, 0xfb00, 0x3002])
      assert.equal(isHan(unit), false, unit.toString(16));
  });

  test('speaking time is in whole seconds', () => {
    assert.equal(spokenSeconds(0), 0);
    assert.equal(spokenSeconds(DEFAULT_SPEAKING_RATE), 60);
    assert.equal(spokenSeconds(100, 150), 40);
    assert.equal(spokenSeconds(1, 200), 0);
    assert.equal(spokenSeconds(2, 200), 1);
  });
});
