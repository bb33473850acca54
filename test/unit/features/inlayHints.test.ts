import assert from 'node:assert/strict';
import { inlayHints } from '../../../server/src/core/features/inlayHints';
import type { Locale } from '../../../server/src/core/messages/messages';
import { analyse, type TestOptions } from '../../support/check';
import { crlf, lines } from '../../support/marked';

/** The draft with its hints where they are shown. */
function hinted(
  text: string,
  locale: Locale = 'zh',
  from = 0,
  to = text.length,
  options: TestOptions = {},
): string {
  const hints = inlayHints(analyse(text, { framework: 'lamp', ...options }), { from, to }, locale);
  return hints.reduceRight(
    (shown, { offset, label }) => shown.slice(0, offset) + label + shown.slice(offset),
    text,
  );
}

const DRAFT = lines(
  '题目：路灯坏了。',
  '',
  '我道歉。我查看灯杆。',
  '',
  '谢谢提醒。',
  '',
  '今天天气很好。',
  '',
  '我道歉。',
  '',
  '首先，今天天气很好。我更换灯泡。',
  '我每月巡灯。',
);

suite('features/inlayHints', () => {
  test('at the start of each paragraph whose section is not that of the one before', () =>
    assert.equal(
      hinted(DRAFT),
      DRAFT.replace('我道歉。我查看', '〔态度〕我道歉。我查看')
        .replace('首先', '〔处理〕首先')
        .replace('我每月', '〔长效〕我每月'),
    ));

  test('with Windows line ends', () => assert.equal(hinted(crlf(DRAFT)), crlf(hinted(DRAFT))));

  test('not where the heading says it; again where it says something else', () => {
    const text = lines(
      '## 态度',
      '',
      '我道歉。',
      '',
      '## 核实',
      '',
      '我更换灯泡。',
      '',
      '## 小结',
      '',
      '我更换灯泡。',
    );
    assert.equal(
      hinted(text),
      lines(
        '## 态度',
        '',
        '我道歉。',
        '',
        '## 核实',
        '',
        '〔处理〕我更换灯泡。',
        '',
        '## 小结',
        '',
        '〔处理〕我更换灯泡。',
      ),
    );
  });

  test('only paragraphs that begin in the range, told apart from what is above it', () => {
    const at = DRAFT.indexOf('首先');
    assert.equal(hinted(DRAFT, 'zh', at, at), DRAFT.replace('首先', '〔处理〕首先'));
    assert.equal(hinted(DRAFT, 'zh', at + 1, at + 2), DRAFT);
    const again = DRAFT.indexOf('谢谢');
    assert.equal(hinted(DRAFT, 'zh', again, again + 5), DRAFT);
  });

  test('the card of the section, in both languages', () => {
    const [first] = inlayHints(analyse(DRAFT, { framework: 'lamp' }), { from: 0, to: 99 }, 'en');
    assert.equal(first?.label, '〔attitude〕');
    assert.match(
      first.tooltip,
      /^\*\*attitude\*\* ✓ full\n\nWhat the judge looks for: An answer needs attitude\./,
    );
  });

  test('nothing without frameworks', () =>
    assert.equal(hinted(DRAFT, 'zh', 0, 999, { rubrics: { frameworks: [], wording: [] } }), DRAFT));
});
