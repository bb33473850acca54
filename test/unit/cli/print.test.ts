import assert from 'node:assert/strict';
import { printable, printablePath } from '../../../server/src/cli/print';

suite('cli/print', () => {
  test('what would move the cursor or change the window is shown as a sign', () => {
    for (const [text, shown] of [
      ['甲\n\t乙\r\n', '甲\n\t乙\r\n'],
      ['甲\r乙', '甲␍乙'],
      ['\u001b[2J', '␛[2J'],
      ['\u001b]0;甲\u0007', '␛]0;甲␇'],
      ['\u001b[31m甲\u001b[0m', '\u001b[31m甲\u001b[0m'],
      ['\0\u007f\u009b', '␀␡\ufffd'],
      ['甲\u202e乙\u2066', '甲\ufffd乙\ufffd'],
    ] as const)
      assert.equal(printable(text), shown, JSON.stringify(text));
  });

  test('the name of a file stays on its line', () =>
    assert.equal(printablePath('甲\n乙\r\u001b[31m.md'), '甲␊乙␍␛[31m.md'));
});
