import * as assert from 'node:assert';
import { toBase64 } from '../../../client/src/base64';
import { byUrgency, isNewer, tally } from '../../../client/src/coverage';
import { Latest } from '../../../client/src/latest';
import { RestartBudget } from '../../../client/src/restartBudget';
import type { SectionState } from '../../../server/src/lsp/protocol';

const section = (
  id: string,
  status: SectionState['status'],
  need: SectionState['need'] = 'required',
): SectionState => ({ id, title: id, status, need });

suite('Coverage in the status bar', () => {
  test('counts complete sections', () => {
    assert.deepStrictEqual(tally([section('a', 'full'), section('b', 'weak'), section('c', 'absent')]), {
      full: 1,
      total: 3,
    });
  });

  test('sections to insert: missing, weak, complete; needed before optional; else in order', () => {
    const sections = [
      section('a', 'full'),
      section('b', 'absent', 'optional'),
      section('c', 'weak'),
      section('d', 'absent'),
      section('e', 'absent'),
    ];
    assert.deepStrictEqual(
      byUrgency(sections).map(({ id }) => id),
      ['d', 'e', 'b', 'c', 'a'],
    );
  });

  test('an older analysis does not replace a newer one', () => {
    const told = (version: number) => ({ uri: 'file:///a.md', version, isDraft: true });
    assert.ok(isNewer(undefined, told(1)) && isNewer(told(1), told(2)) && isNewer(told(2), told(2)));
    assert.ok(!isNewer(told(2), told(1)));
  });
});

suite('Answers out of order', () => {
  test('only the one to the last question counts', () => {
    const latest = new Latest();
    const [first, second] = [latest.begin(), latest.begin()];
    assert.deepStrictEqual([first(), second()], [false, true]);
    latest.begin();
    assert.strictEqual(second(), false);
  });
});

suite('Restarts', () => {
  test('a few within the period, then none until it has passed', () => {
    const budget = new RestartBudget(2, 1000);
    assert.deepStrictEqual(
      [0, 10, 20, 999, 1001, 1012].map((now) => budget.allow(now)),
      [true, true, false, false, true, true],
    );
  });
});

suite('Base64', () => {
  test('agrees with Node for every length', () => {
    for (let length = 0; length < 20; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 97 + length) & 255);
      assert.strictEqual(toBase64(bytes), Buffer.from(bytes).toString('base64'));
    }
  });
});
