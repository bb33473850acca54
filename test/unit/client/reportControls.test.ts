import assert from 'node:assert/strict';
import { Controls, data, readAction } from '../../../client/src/report/controls';
import { reportMessages } from '../../../server/src/core/messages/report';
import { assertHarmless, HOSTILE } from './reportPages';

suite('Report page: what it sends', () => {
  test('what a button carries is what is read', () => {
    for (const action of [
      { act: 'jump', from: 3, to: 5 },
      { act: 'insert', section: 'a' },
      { act: 'source', index: 1 },
      { act: 'open', index: 0 },
      { act: 'recheck' },
      { act: 'export', format: 'html' },
    ] as const) {
      const sent = Object.fromEntries(
        [...data(action).matchAll(/data-(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      );
      assert.deepEqual(readAction(sent), action);
    }
  });

  test('anything else is nothing', () => {
    for (const message of [
      undefined,
      null,
      'recheck',
      {},
      { act: 'run' },
      { act: 'jump', from: '1' },
      { act: 'jump', from: '-1', to: '2' },
      { act: 'jump', from: 1, to: 2 },
      { act: 'insert' },
      { act: 'open', index: '1e3' },
      { act: 'export', format: 'exe' },
    ])
      assert.equal(readAction(message), undefined, JSON.stringify(message));
  });

  test('a name with quotes stays in its attribute', () => {
    const controls = new Controls(reportMessages('en'), true);
    assertHarmless(controls.link({ act: 'insert', section: HOSTILE }, HOSTILE, HOSTILE));
  });
});
