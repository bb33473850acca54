import assert from 'node:assert/strict';
import { isHigh, isInsidePair, isLow, onBorder } from '../../../server/src/core/text/surrogates';

suite('text/surrogates', () => {
  test('an offset within an astral character goes before it, one beyond the text to its end', () =>
    assert.deepEqual(
      [-1, 0, 1, 2, 3, 9].map((at) => onBorder('灯😀', at)),
      [0, 0, 1, 1, 3, 3],
    ));

  test('lone halves are characters of their own', () => {
    assert.equal(onBorder('\ud83d灯', 1), 1);
    assert.equal(onBorder('灯\ude00', 1), 1);
    assert.equal(onBorder('\ude00\ud83d', 1), 1);
    assert.equal(isInsidePair('\ud83d\ude00', 1), true);
    assert.equal(isInsidePair('', 0), false);
  });

  test('the first and the last of either half', () => {
    const units = [0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000];
    assert.deepEqual(units.map(isHigh), [false, true, true, false, false, false]);
    assert.deepEqual(units.map(isLow), [false, false, false, true, true, false]);
  });
});
