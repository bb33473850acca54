import assert from 'node:assert/strict';
import { checkRule, type TestOptions } from '../../support/check';
import { checkSuppressions } from '../../support/fixes';
import { testRule } from '../../support/ruleTester';

/** A draft with a limit of one minute and an answer of so many 字. */
const draft = (hanzi: number, minutes: number | string = 1): string =>
  `---\n«question»: 灯\nminutes: ${minutes}\n---\n\n${'好'.repeat(hanzi)}。\n`;
const plain = (hanzi: number, minutes?: number | string): string =>
  draft(hanzi, minutes).replaceAll(/[«»]/g, '');

suite('rules/length: length.over', () => {
  testRule('length.over', {
    valid: [
      { name: 'up to a tenth over', text: plain(220) },
      { name: 'without a limit', text: '好'.repeat(2000) },
      { name: 'a limit of the settings of 0', text: '好'.repeat(2000), options: { minutes: 0 } },
      {
        name: 'what is not said',
        text: `${plain(200)}\n\n> ${'好'.repeat(500)}\n\n<!-- ${'好'.repeat(500)} -->\n\n## ${'好'.repeat(90)}`,
      },
      { name: 'a fast speaker', text: plain(250), options: { speakingRate: 260 } },
    ],
    invalid: [
      {
        name: 'more than a tenth over',
        text: draft(230),
        message: '按语速约需 1 分 9 秒，超出 1 分钟的时限，约多 30 字。超时会被打断扣分。',
        english:
          'Takes about 1 min 9 s to say, over the limit of 1 min by some 30 characters. Overrunning is cut off and marked down.',
        severity: 'information',
      },
      {
        name: 'by the settings',
        text: `«${'好'.repeat(500)}。»`,
        options: { minutes: 2 },
        message: /2 分 30 秒，超出 2 分钟/,
      },
      {
        name: 'the front matter before the settings',
        text: draft(230),
        options: { minutes: 9 },
        message: /超出 1 分钟/,
      },
      {
        name: 'a slow speaker',
        text: draft(200),
        options: { speakingRate: 150 },
        message: /1 分 20 秒.*约多 50 字/,
      },
      {
        name: 'half a minute, with the unit',
        text: draft(150, '0.5分钟'),
        message: /45 秒，超出 30 秒.*约多 50 字/,
      },
    ],
  });
});

suite('rules/length: length.under', () => {
  testRule('length.under', {
    valid: [
      { name: 'sixty per cent', text: plain(120) },
      { name: 'nothing written yet', text: plain(0) },
      { name: 'without a limit', text: '好。' },
    ],
    invalid: [
      {
        name: 'less than sixty per cent',
        text: draft(100),
        message: '按语速约 30 秒，不到 1 分钟的六成，还可以充实约 20 字。',
        english: 'Takes about 30 s to say, less than 60% of 1 min; there is room for some 20 characters.',
        severity: 'hint',
      },
      { name: 'just below', text: draft(118), message: /不到 1 分钟的六成，还可以充实约 2 字/ },
      {
        name: 'astral characters and Latin words',
        text: draft(1).replace('好', '𠮷 WeChat 👍'),
        message: /按语速约 1 秒/,
      },
    ],
  });

  test('over and under never come together', () => {
    const both = (text: string, options?: TestOptions): string[] =>
      ['length.over', 'length.under'].flatMap((code) => checkRule(code, text, options).map(() => code));
    for (const hanzi of [1, 60, 119, 120, 200, 220, 221, 223, 400]) assert.ok(both(plain(hanzi)).length <= 1);
  });

  test('a limit that is wrong is no limit', () => {
    for (const minutes of ['-1', '0', '很久', '121', '[1]'])
      assert.deepEqual(checkRule('length.over', plain(3000, minutes)), []);
  });

  test('can be switched off', () => {
    checkSuppressions('length.over', `${'好'.repeat(500)}。`, { minutes: 1 });
    checkSuppressions('length.under', '好。', { minutes: 1 });
  });
});
