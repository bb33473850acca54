import assert from 'node:assert/strict';
import { excerptAt } from '../../../server/src/core/references/excerpt';
import { plain } from './support';

const shown = (text: string, words: string): string | undefined => {
  const from = text.indexOf(words);
  const excerpt = excerptAt(plain('a', text), { from, to: from + words.length });
  return excerpt && `${excerpt.before}[${excerpt.text}]${excerpt.after}`;
};

suite('references/excerpt', () => {
  test('what is meant, with the text around it in its paragraph', () => {
    assert.equal(shown('前一段\n先请坐，再听他说完。\n后一段', '请坐'), '先[请坐]，再听他说完。');
    assert.equal(shown('请坐', '请坐'), '[请坐]');
  });

  test('of long text on either side 60 units, … for the rest', () => {
    assert.equal(
      shown(`${'前'.repeat(61)}请坐${'后'.repeat(61)}`, '请坐'),
      `…${'前'.repeat(60)}[请坐]${'后'.repeat(60)}…`,
    );
    assert.equal(
      shown(`${'前'.repeat(60)}请坐${'后'.repeat(60)}`, '请坐'),
      `${'前'.repeat(60)}[请坐]${'后'.repeat(60)}`,
    );
  });

  test('of what is long itself the first 200 units, and nothing behind them', () => {
    assert.equal(shown(`先${'坐'.repeat(201)}后`, '坐'.repeat(201)), `先[${'坐'.repeat(200)}…]`);
    assert.equal(shown(`先${'坐'.repeat(200)}后`, '坐'.repeat(200)), `先[${'坐'.repeat(200)}]后`);
  });

  test('what goes on in the next paragraph is shown to the end of the first', () =>
    assert.equal(shown('先请坐\n再说', '请坐\n再'), '先[请坐]'));

  test('nothing stands between two paragraphs', () =>
    assert.equal(excerptAt(plain('a', '先\n后'), { from: 1, to: 2 }), undefined));

  test('no cut goes through a character', () => {
    assert.equal(
      shown(`😀${'前'.repeat(59)}请坐${'后'.repeat(59)}😀`, '请坐'),
      `😀${'前'.repeat(59)}[请坐]${'后'.repeat(59)}…`,
    );
  });
});
