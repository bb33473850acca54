import assert from 'node:assert/strict';
import type { ReportModel } from '../../../server/src/core/features/reportModel';
import { History, MOST_CHECKS, MOST_DRAFTS } from '../../../client/src/report/history';
import { shiftOffset } from '../../../client/src/report/shift';

/** Keeps what VS Code would. */
function memory(first?: unknown): {
  get: () => unknown;
  update: (key: string, value: unknown) => Promise<void>;
} {
  let kept = first;
  return {
    get: () => kept,
    update: (_key, value) => {
      kept = JSON.parse(JSON.stringify(value));
      return Promise.resolve();
    },
  };
}

const report = (coverage: number, findings = 3): ReportModel =>
  ({ coverage, full: 1, expected: 4, findings, time: { hanzi: 200, seconds: 60 } }) as ReportModel;

const URI = 'file:///a.md';

suite('Report history', () => {
  test('checks of a draft, oldest first', async () => {
    const history = new History(memory());
    await history.add(URI, report(0.25), 1);
    const all = await history.add(URI, report(0.5), 2);
    assert.deepEqual(
      all.map(({ at, coverage }) => [at, coverage]),
      [
        [1, 0.25],
        [2, 0.5],
      ],
    );
    assert.deepEqual(history.of(URI), all);
    assert.deepEqual(history.of('file:///b.md'), []);
  });

  test('the same result again takes the place of the last', async () => {
    const history = new History(memory());
    await history.add(URI, report(0.25), 1);
    await history.add(URI, report(0.25), 2);
    await history.add(URI, report(0.25, 2), 3);
    assert.deepEqual(
      history.of(URI).map(({ at }) => at),
      [2, 3],
    );
  });

  test('so many checks of a draft, and no more', async () => {
    const history = new History(memory());
    for (let at = 1; at <= MOST_CHECKS + 5; at++) await history.add(URI, report(0.5, at), at);
    const all = history.of(URI);
    assert.equal(all.length, MOST_CHECKS);
    assert.equal(all[0]?.at, 6);
  });

  test('of so many drafts: the one not checked for longest goes', async () => {
    const history = new History(memory());
    for (let draft = 0; draft < MOST_DRAFTS; draft++)
      await history.add(`file:///${draft}.md`, report(0.5), 1);
    await history.add('file:///0.md', report(0.75), 2);
    await history.add(URI, report(0.5), 3);
    assert.equal(history.of('file:///1.md').length, 0);
    assert.equal(history.of('file:///0.md').length, 2);
    assert.equal(history.of(URI).length, 1);
  });

  test('what cannot be read does not count, and is gone with the next check', async () => {
    for (const kept of ['x', null, [], { [URI]: 'x' }, { [URI]: [{ at: 'x' }, null, 3] }]) {
      const history = new History(memory(kept));
      assert.deepEqual(history.of(URI), []);
      assert.equal((await history.add(URI, report(0.5), 1)).length, 1);
    }
  });
});

suite('Report places after changes', () => {
  for (const [name, offset, changes, expected] of [
    ['nothing written', 5, [], 5],
    ['written before', 5, [[0, 0, 'ab']], 7],
    ['written right there', 5, [[5, 0, 'ab']], 7],
    ['written behind', 5, [[6, 0, 'ab']], 5],
    ['deleted before', 5, [[0, 3, '']], 2],
    ['deleted around it', 5, [[3, 4, '']], 3],
    ['replaced around it', 5, [[3, 4, 'xyz']], 3],
    [
      'one after the other',
      5,
      [
        [0, 0, 'a'],
        [0, 0, 'b'],
        [1, 1, ''],
      ],
      6,
    ],
  ] as const)
    test(name, () =>
      assert.equal(
        shiftOffset(
          offset,
          changes.map(([rangeOffset, rangeLength, text]) => ({ rangeOffset, rangeLength, text })),
        ),
        expected,
      ),
    );
});
