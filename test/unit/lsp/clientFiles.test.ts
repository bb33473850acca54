import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { clientDocuments } from '../../../server/src/lsp/clientFiles';

const A = 'file:///w/documents/a.txt';

/** Documents of a client that answers whatever it is asked with the same. */
function answering(answer: unknown): ReturnType<typeof clientDocuments> {
  return clientDocuments({ sendRequest: () => Promise.resolve(answer) } as unknown as Connection);
}

suite('lsp/clientFiles', () => {
  test('what a client gives as a reason is taken when it is one', async () => {
    for (const [answer, problem] of [
      [{ problem: 'untrusted' }, { uri: A, kind: 'untrusted' }],
      [
        { problem: 'too-large', detail: '20 MB' },
        { uri: A, kind: 'too-large', detail: '20 MB' },
      ],
      [
        { problem: 'too-large', detail: 5 },
        { uri: A, kind: 'too-large' },
      ],
      [{ problem: 'nonsense' }, { uri: A, kind: 'failed' }],
      [{ problem: 'toString' }, { uri: A, kind: 'failed' }],
      [{ problem: null }, { uri: A, kind: 'failed' }],
      [{ base64: '%' }, { uri: A, kind: 'failed' }],
      ['nonsense', { uri: A, kind: 'failed' }],
      [null, { uri: A, kind: 'failed' }],
    ] as const)
      assert.deepEqual(await answering(answer).read(A), problem, JSON.stringify(answer));
  });

  test('what is no list of addresses names no file', async () => {
    for (const [answer, found] of [
      [[A, 5, null], [A]],
      ['nonsense', []],
      [{ length: 3 }, []],
    ] as const)
      assert.deepEqual(await answering(answer).find('file:///w', 'documents/', 10), found);
  });
});
