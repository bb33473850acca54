import assert from 'node:assert/strict';
import { WorkspaceReportRequest } from '../../server/src/lsp/protocol';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { TestServer, withServer } from './harness';
import { HOVER, INITIALIZE, raw } from './rawServer';
import { codes } from './said';

suite('Protocol: messages out of order', () => {
  test(
    'a request before initialize is refused, and the server can still be initialized',
    raw(async (server) => {
      const { error } = await server.ask(7, HOVER);
      assert.equal(error?.code, -32002, 'ServerNotInitialized');
      assert.match(error.message, /textDocument\/hover/);
      const { result } = await server.ask(1, INITIALIZE);
      assert(result);
    }),
  );

  test(
    'a notification before initialize is dropped',
    raw(async (server) => {
      server.send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: 'file:///a.md', languageId: 'markdown', version: 1, text: '' } },
      });
      await server.ask(1, INITIALIZE);
      assert.equal((await server.ask(2, HOVER)).result, null);
    }),
  );

  test(
    'a second initialize is refused, and nothing is forgotten',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      await assert.rejects(server.connection.sendRequest('initialize', INITIALIZE.params), {
        code: -32600,
        message: /initialize/,
      });
      assert.ok((await server.symbols(uri)).length > 0);
    }),
  );

  test(
    'an initialize that fails can be followed by one that does not',
    raw(async (server) => {
      for (const params of [{}, null, { capabilities: null }])
        assert.ok((await server.ask(7, { method: 'initialize', params })).error);
      assert((await server.ask(1, INITIALIZE)).result);
      assert.equal((await server.ask(2, HOVER)).result, null);
    }),
  );

  test(
    'a request after shutdown is refused, naming it, and the process ends in order',
    raw(async (server) => {
      await server.ask(1, INITIALIZE);
      await server.ask(2, { method: 'shutdown' });
      const { error } = await server.ask(3, HOVER);
      assert.equal(error?.code, -32600, 'InvalidRequest');
      assert.match(error.message, /textDocument\/hover came after shutdown/);
    }),
  );
});

suite('Protocol: messages that make no sense', () => {
  test(
    'an unknown request is answered with MethodNotFound, naming it',
    withServer({}, async (server) => {
      await assert.rejects(server.connection.sendRequest('zhangfa/nonsense', {}), {
        code: -32601,
        message: /zhangfa\/nonsense/,
      });
      await server.settled();
    }),
  );

  test(
    'an unknown notification and one for the implementation are ignored',
    withServer({}, async (server) => {
      await server.connection.sendNotification('zhangfa/nonsense', {});
      await server.connection.sendNotification('$/nonsense', {});
      await server.settled();
    }),
  );

  const broken: readonly (readonly [string, string])[] = [
    ['that is no JSON', 'Content-Length: 5\r\n\r\n{"a":'],
    ['that is empty', 'Content-Length: 2\r\n\r\n{}'],
    ['that is an array', 'Content-Length: 2\r\n\r\n[]'],
    ['that is null', 'Content-Length: 4\r\n\r\nnull'],
    ['of another protocol', 'Content-Length: 14\r\n\r\n{"method":123}'],
    [
      'with unknown headers',
      'Content-Length: 2\r\nX-What: ever\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}',
    ],
    [
      'answering nothing asked',
      'Content-Length: 38\r\n\r\n{"jsonrpc":"2.0","id":77,"result":null}'.replace('38', '39'),
    ],
  ];
  for (const [name, bytes] of broken) {
    test(
      `a message ${name} does not stop the next one`,
      raw(async (server) => {
        await server.ask(1, INITIALIZE);
        server.write(bytes);
        assert.equal((await server.ask(2, HOVER)).result, null);
      }),
    );
  }

  test(
    'requests with missing or wrong parameters are answered with an error',
    withServer({ mayLogErrors: true }, async (server) => {
      await server.open('file:///draft.md', DRAFT);
      const methods = ['hover', 'codeAction', 'documentSymbol', 'codeLens', 'foldingRange'].map(
        (name) => `textDocument/${name}`,
      );
      const custom = ['report', 'insertSection', 'setFramework', 'newDraft', 'frameworks'].map(
        (name) => `zhangfa/${name}`,
      );
      for (const method of [...methods, ...custom]) {
        for (const params of [
          undefined,
          null,
          [],
          { textDocument: 7 },
          { textDocument: { uri: 'file:///draft.md' }, position: 'here', range: null },
        ]) {
          await server.connection.sendRequest(method, params).then(
            () => undefined,
            (error: unknown) => assert.ok(String(error).includes(method), String(error)),
          );
        }
      }
      await server.settled();
    }),
  );

  test(
    'notifications with missing or wrong parameters change nothing',
    withServer({ mayLogErrors: true }, async (server) => {
      const uri = 'file:///draft.md';
      const before = await server.open(uri, DRAFT);
      const methods = [
        'textDocument/didOpen',
        'textDocument/didChange',
        'textDocument/didSave',
        'textDocument/didClose',
        'zhangfa/treatAsDraft',
      ];
      for (const method of [
        ...methods,
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
        'workspace/didChangeWorkspaceFolders',
      ]) {
        for (const params of [undefined, [], {}, { textDocument: null, changes: 1, event: null }])
          await server.connection.sendNotification(method, params);
      }
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 1 },
        contentChanges: null,
      });
      await server.settled();
      const { diagnostics } = await server.change(uri);
      assert.deepEqual(diagnostics, before.diagnostics);
    }),
  );

  for (const uri of [
    '',
    'file:////server/share/稿.md',
    'file:///c%3A/%E7%A8%BF.md',
    'vscode-notebook-cell:/a.ipynb#W0sZmlsZQ%3D%3D',
    '1 x:foo',
    '稿:/a',
    'x:////b',
    'file:///\ud800.md',
  ]) {
    test(
      `a draft whose address is ${JSON.stringify(uri)} is checked like any other`,
      withServer({}, async (server) => {
        const { diagnostics } = await server.open(uri, DRAFT);
        assert.ok(diagnostics.length > 0);
        const place = { textDocument: { uri }, position: { line: 0, character: 0 } };
        for (const [method, params] of [
          ['textDocument/hover', place],
          ['textDocument/definition', place],
          ['textDocument/completion', place],
          ['zhangfa/report', { uri }],
          ['zhangfa/reportModel', { uri }],
          ['zhangfa/checkTool', { uri, text: DRAFT }],
        ] as const)
          await server.connection.sendRequest(method, params);
        await server.save(uri);
        await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri, type: 2 }],
        });
      }),
    );
  }

  test(
    'a workspace folder that is none takes nothing from the others and from what lies in it',
    withServer(
      {
        files: { ...OWN_RUBRICS, 'leak.md': DRAFT },
        initialize: (root) => ({
          locale: null,
          workspaceFolders: [
            null,
            {},
            { uri: 5 },
            { uri: '1 x:foo' },
            { uri: 'file:////' },
            { uri: root.uri('') },
          ],
        }),
      },
      async (server) => {
        const inFolder = await server.open(server.root.uri('leak.md'), DRAFT);
        assert.deepEqual(codes(inFolder.diagnostics), DRAFT_CODES);
        for (const uri of ['1 x:foo/a.md', 'untitled:Untitled-1']) await server.open(uri, DRAFT);
        const { rows } = await server.connection.sendRequest(WorkspaceReportRequest, {});
        assert.equal(rows.length, 1);
        await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [null, { uri: null }], removed: 'all' },
        });
        assert.ok((await server.change(server.root.uri('leak.md'))).diagnostics.length > 0);
      },
    ),
  );

  test(
    'cancelled requests are answered, and the server goes on',
    raw(async (server) => {
      await server.ask(1, INITIALIZE);
      const answers = [10, 11, 12].map((id) => server.ask(id, HOVER));
      for (const id of [10, 11, 12, 13]) server.send({ method: '$/cancelRequest', params: { id } });
      for (const { error } of await Promise.all(answers))
        assert.ok(error === undefined || error.code === -32800, 'a result or RequestCancelled');
      assert.equal((await server.ask(20, HOVER)).result, null);
    }),
  );

  test('a header without a length ends nothing', async () => {
    const server = await TestServer.start({ mayLogErrors: true });
    try {
      server.process.stdin.write('Content-Type: text/plain\r\n\r\n');
      await server.settled();
      await server.stop();
    } finally {
      await server.dispose();
    }
  });
});
