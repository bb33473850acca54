import assert from 'node:assert/strict';
import {
  execBesidePlaceholders,
  placeholdersIn,
  touchesPlaceholder,
} from '../../../server/src/core/text/placeholders';

suite('text/placeholders', () => {
  const TEXT = '先【谁】再【什么】好';

  test('all of them, each time from the beginning', () => {
    const found = [
      { from: 1, to: 4 },
      { from: 5, to: 9 },
    ];
    assert.deepEqual(placeholdersIn(TEXT), found);
    // Looking for one goes on from nowhere else.
    assert.equal(touchesPlaceholder(TEXT, 6, 7), true);
    assert.deepEqual(placeholdersIn(TEXT), found);
    assert.deepEqual(placeholdersIn('好'), []);
  });

  test('a range touches a placeholder from its opening bracket to its closing one', () => {
    const touching: number[] = [];
    for (let at = 0; at < TEXT.length; at++) if (touchesPlaceholder(TEXT, at, at + 1)) touching.push(at);
    assert.deepEqual(touching, [1, 2, 3, 5, 6, 7, 8]);
    assert.deepEqual(
      [touchesPlaceholder(TEXT, 0, 2), touchesPlaceholder(TEXT, 4, 6), touchesPlaceholder(TEXT, 0, 10)],
      [true, true, true],
    );
  });

  test('brackets that are empty, open or far apart hold none', () => {
    for (const text of ['【】', '【谁', '谁】', `【${'灯'.repeat(41)}】`])
      assert.equal(touchesPlaceholder(text, 0, text.length), false, text);
    assert.equal(touchesPlaceholder(`【${'灯'.repeat(40)}】`, 0, 1), true);
    assert.equal(touchesPlaceholder('【【谁】', 0, 1), false);
  });

  /** Where a form is found, one after the other. */
  function places(form: RegExp, text: string): number[] {
    const found: number[] = [];
    form.lastIndex = 0;
    for (let match = execBesidePlaceholders(form, text); match; match = execBesidePlaceholders(form, text))
      found.push(match.index);
    return found;
  }

  test('matches beside placeholders are found in order', () => {
    assert.deepEqual(places(/再|谁|什么|好|先/g, TEXT), [0, 4, 9]);
    assert.deepEqual(places(/好/g, '【好】好【好好】好'), [3, 8]);
    assert.deepEqual(places(/好/g, '【好】'), []);
  });

  test('a match that runs into a placeholder hides none that begins before the placeholder', () => {
    assert.deepEqual(places(/甲.*丙|乙/g, '甲乙【丙】'), [1]);
    assert.deepEqual(places(/甲.*丙|乙/g, '甲【乙】丙乙'), [5]);
    assert.deepEqual(places(/【.*丙|乙/g, '【甲】乙丙'), [3]);
  });

  test('a range that begins before a placeholder or a placeholder that ends behind it', () => {
    const filled = `【${'灯'.repeat(40)}】`;
    assert.equal(touchesPlaceholder(filled, 40, 41), true);
    assert.equal(touchesPlaceholder(filled, 41, 42), true);
    assert.equal(touchesPlaceholder(`${filled}好`, 42, 43), false);
    assert.equal(touchesPlaceholder(`好${filled}`, 0, 1), false);
    assert.equal(touchesPlaceholder(`【【${'灯'.repeat(41)}】${filled}`, 0, 45), true);
  });

  test('of a sentence without end only what is near is looked through', () => {
    const count = 1_000_000;
    assert.equal(places(/好/g, `${'好'.repeat(count)}【谁】`).length, count);
    assert.equal(places(/好/g, `【${'好'.repeat(count)}`).length, count);
  });
});
