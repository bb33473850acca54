import assert from 'node:assert/strict';
import { sectionStarts } from '../../../server/src/core/features/sectionStarts';
import { analyse } from '../../support/check';
import { lines } from '../../support/marked';

/** Where the sections begin, each with the text there. */
function starts(text: string): string[] {
  return sectionStarts(analyse(text, { framework: 'lamp' })).map(
    ({ section, offset }) => `${section}: ${text.slice(offset, offset + 5).split('\n')[0] ?? ''}`,
  );
}

suite('features/sectionStarts', () => {
  test('at the first sentence of each section; what is missing begins nowhere', () => {
    const text = lines('题目：路灯坏了。', '', '我道歉。我查看灯杆。', '', '谢谢提醒。', '', '我每月巡灯。');
    const found = starts(text);
    assert.deepEqual(
      found.map((start) => start.split(': ')[1]),
      [...new Set(found.map((start) => start.split(': ')[1]))],
    );
    assert.ok(found.includes('attitude: 我道歉。我'), found.join());
    assert.ok(
      found.some((start) => start.endsWith(': 我每月巡灯')),
      found.join(),
    );
    assert.ok(!found.some((start) => start.startsWith('comfort')), found.join());
  });

  test('at the heading above that sentence', () => {
    const text = lines('题目：路灯坏了。', '', '## 态度', '', '我道歉。', '', '## 长效', '', '我每月巡灯。');
    assert.deepEqual(
      starts(text).map((start) => start.split(': ')[1]),
      ['态度', '长效'],
    );
  });

  test('at a heading that has nothing under it', () => {
    const found = starts(lines('题目：路灯坏了。', '', '我道歉。', '', '## 长效', ''));
    assert.ok(
      found.some((start) => start.endsWith(': 长效')),
      found.join(),
    );
  });

  test('nowhere without an answer', () => assert.deepEqual(starts('题目：路灯坏了。\n'), []));
});
