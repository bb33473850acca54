import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/features/edits';
import { insertSection } from '../../../server/src/core/features/insertSection';
import { analyse } from '../../support/check';

suite('features/insertSection: numbered headings', () => {
  const inserted = (text: string, section: string): string =>
    applyEdits(text, insertSection(analyse(text, { framework: 'lamp' }), section));
  const headings = (text: string): string[] => text.match(/^#+ .*$/gm) ?? [];

  test('a new heading is numbered as the others are, and the later ones count on', () => {
    const text = '## 一、态度\n\n我道歉。\n\n## 二、处理\n\n我更换灯泡。\n\n## 三、长效\n\n每月巡灯。\n';
    assert.deepEqual(headings(inserted(text, 'verify')), [
      '## 一、态度',
      '## 二、核实',
      '## 三、处理',
      '## 四、长效',
    ]);
  });

  test('with digits and brackets', () => {
    const text = '### （1）态度\n\n我道歉。\n\n### （2）处理\n\n我更换灯泡。\n';
    assert.deepEqual(headings(inserted(text, 'lasting')).at(-1)?.slice(0, 7), '### （3）');
  });

  test('past ten', () => {
    const rest = ['三', '四', '五', '六', '七', '八', '九', '十']
      .map((digit) => `## ${digit}、杂\n\n天好。\n\n`)
      .join('');
    const text = `## 一、态度\n\n我道歉。\n\n## 二、处理\n\n我更换灯泡。\n\n${rest}`;
    assert.equal(headings(inserted(text, 'verify')).at(-1), '## 十一、杂');
  });

  test('not numbered when the numbers have a gap or there are none', () => {
    const gap = '## 一、态度\n\n我道歉。\n\n## 三、处理\n\n我更换灯泡。\n';
    assert.ok(headings(inserted(gap, 'verify')).includes('## 核实'));
    const none = '## 态度\n\n我道歉。\n\n## 处理\n\n我更换灯泡。\n';
    assert.ok(headings(inserted(none, 'verify')).includes('## 核实'));
  });
});
