import assert from 'node:assert/strict';
import { documentView } from '../../../server/src/library/cleaned';

suite('View of what was cleaned', () => {
  test('reasons stand line for line where text was dropped or put right; touching drops share one', () => {
    const text = '标题\r\n前文xx乱yy后文.\n\n广告一\n末行  ';
    const { cleaned, summary } = documentView(
      text,
      {
        dropped: [
          { line: 2, from: 4, to: 5, text: '乱', reason: 'jammer' },
          { line: 2, from: 2, to: 4, text: 'xx', reason: 'jammer' },
          { line: 2, from: 5, to: 7, text: 'yy', reason: 'watermark' },
          { line: 4, from: 0, to: 3, text: '广告一', reason: 'advert' },
          { line: 5, from: 2, to: 4, text: '  ', reason: 'space' },
        ],
        repaired: [{ line: 2, from: 9, to: 10, was: '.', now: '。', reason: 'missing-stop' }],
        warnings: [{ kind: 'unended', line: 5, text: '末行' }],
      },
      'zh',
    );
    assert.deepEqual(cleaned.split('\n'), [
      '标题',
      '前文〔论坛防采集乱码〕〔百度知道水印〕后文。〔半角句点改为句号〕',
      '',
      '〔广告〕',
      '末行',
    ]);
    assert.deepEqual(summary, [
      '论坛防采集乱码 × 2',
      '百度知道水印 × 1',
      '广告 × 1',
      '半角句点改为句号 × 1',
      '5: 没有句末标点，可能不完整：“末行”',
    ]);
  });

  test('in English', () => {
    const dropped = [{ line: 1, from: 0, to: 2, text: '广告', reason: 'advert' as const }];
    assert.equal(
      documentView('广告', { dropped, repaired: [], warnings: [] }, 'en').cleaned,
      '〔advertisements〕',
    );
  });
});
