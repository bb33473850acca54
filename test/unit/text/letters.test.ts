import assert from 'node:assert/strict';
import { bigrams } from '../../../server/src/core/draft/question';
import { fold } from '../../../server/src/core/text/fold';
import { letterAt } from '../../../server/src/core/text/letters';
import { seeded } from '../../corpus/random';

const IS_LETTER = /^[\p{L}\p{N}]$/u;

suite('text/letters', () => {
  test('every unit of the basic plane is what Unicode says, the first time and the next', () => {
    for (let round = 0; round < 2; round++)
      for (let unit = 0; unit < 0x10000; unit++) {
        const character = String.fromCharCode(unit);
        assert.equal(letterAt(character, 0), IS_LETTER.test(character) ? 1 : 0, unit.toString(16));
      }
  });

  test('a letter of two units is one of two, a picture none, half of either none', () => {
    const text = '𠮷😀a';
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((at) => letterAt(text, at)),
      [2, 0, 0, 0, 1, 0],
    );
  });

  test('pairs are those of neighbouring letters', () => {
    const random = seeded(7);
    const some = ['群', '众', 'a', '3', '，', ' ', '\n', '𠮷', '😀', '\ud83d', '\udc00', '“'];
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 12 }, () => some[Math.floor(random() * some.length)]).join('');
      const said = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
      const expected = new Set<string>();
      for (let i = 0; i + 1 < said.length; i++)
        if (said[i] !== ' ' && said[i + 1] !== ' ') expected.add(said.slice(i, i + 2));
      assert.deepEqual(bigrams(text), expected, JSON.stringify(text));
    }
  });
});
