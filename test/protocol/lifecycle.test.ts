import assert from 'node:assert/strict';
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CodeLensRefreshRequest,
  createProtocolConnection,
  ExitNotification,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  RegistrationRequest,
  ResponseError,
  ShowMessageRequest,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { VERSION } from '../../server/src/version';
import { ROOT } from '../support/rubrics';
import { FULL, MINIMAL } from './clients';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { TestServer, withServer } from './harness';
import { assertGone } from './serverProcess';
import { TempFolder } from './tempFolder';

const CAPABILITIES = {
  textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
  codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite'] },
  completionProvider: {
    triggerCharacters: Array.from('。，；：、！？abcdefghijklmnopqrstuvwxyz'),
    resolveProvider: true,
  },
  definitionProvider: true,
  workspaceSymbolProvider: true,
  inlayHintProvider: true,
  hoverProvider: true,
  documentSymbolProvider: { label: '章法' },
  codeLensProvider: {},
  foldingRangeProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

suite('Protocol: life of the server', () => {
  for (const [name, capabilities] of [
    ['full', FULL],
    ['minimal', MINIMAL],
    ['no', {}],
  ] as const) {
    test(
      `a client with ${name} capabilities is told what the server can do`,
      withServer({ capabilities }, async (server) => {
        assert.deepStrictEqual(server.initialized, {
          capabilities: CAPABILITIES,
          serverInfo: { name: 'zhangfa', version: VERSION },
        });
        await server.settled();
      }),
    );
  }

  test(
    'a client that cannot take registrations gets none',
    withServer({ capabilities: MINIMAL }, async (server) => {
      await server.settled();
      assert.deepEqual(server.registered.all, []);
    }),
  );

  test(
    'a client that can is asked for changes of the settings',
    withServer({}, async (server) => {
      await server.registered.first((method) => method === 'workspace/didChangeConfiguration');
    }),
  );

  test(
    'a minimal client has drafts checked, with the rubrics of its folder',
    withServer({ capabilities: MINIMAL, files: OWN_RUBRICS }, async (server) => {
      const { diagnostics } = await server.open(server.root.uri('leak.md'), DRAFT);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        DRAFT_CODES,
      );
    }),
  );

  test(
    'a client that knows only a root has its rubrics loaded too',
    withServer(
      {
        capabilities: MINIMAL,
        files: OWN_RUBRICS,
        initialize: (root) => ({ rootUri: root.uri(), workspaceFolders: undefined }),
      },
      async (server) => {
        const { diagnostics } = await server.open(server.root.uri('leak.md'), DRAFT);
        assert.deepEqual(
          diagnostics.map(({ code }) => code),
          DRAFT_CODES,
        );
      },
    ),
  );

  test(
    'a client without a folder is served',
    withServer({ initialize: () => ({ workspaceFolders: null }) }, async (server) => {
      const { diagnostics } = await server.open('file:///alone.md', '题目：有居民质疑你们的工作，怎么办？\n');
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['section.missing'],
      );
    }),
  );

  test(
    'a client that refuses every request of the server does not bring it down',
    withServer(
      { configuration: { rubrics: ['nowhere/'] }, files: OWN_RUBRICS, mayLogErrors: true },
      async (server) => {
        const refuse = (): ResponseError => new ResponseError(-32601, 'not here');
        const refused = new Promise<void>((resolve) => {
          server.connection.onRequest(CodeLensRefreshRequest.type, () => {
            resolve();
            return refuse();
          });
        });
        server.connection.onRequest(RegistrationRequest.type, refuse);
        server.connection.onRequest(ShowMessageRequest.type, refuse);
        await server.open(server.root.uri('leak.md'), DRAFT);
        await server.configure({ rubrics: ['neither/'] });
        await refused;
        await server.replace(server.root.uri('leak.md'), '少来敲门', '您慢慢说');
        await server.settled();
      },
    ),
  );

  test(
    'shutdown and exit end the process with 0',
    withServer({}, (server) => server.settled()),
  );

  /** Starts a server as VS Code does, and ends it in order. */
  async function speakOverIpc(script: string, ...args: string[]): Promise<void> {
    const child = fork(join(ROOT, 'dist', script), [...args, '--node-ipc'], { silent: true });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    try {
      connection.listen();
      const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });
      assert.deepStrictEqual(capabilities, CAPABILITIES);
      const ended = once(child, 'exit');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      assert.deepEqual(await ended, [0, null]);
    } finally {
      child.kill('SIGKILL');
      connection.dispose();
    }
  }

  test('the server speaks over IPC too', () => speakOverIpc('server.js'));

  test('so it does with its code kept, or not yet', async () => {
    const folder = new TempFolder();
    try {
      await speakOverIpc('startServer.js', folder.path);
      const keep = `
        const [, runKept, server, file] = process.argv;
        const load = require('node:module').createRequire(server);
        require(runKept).runKept(server, load, file, (work) => { work(); process.exit(); });`;
      const kept = join(folder.path, 'server-code.bin');
      const codeCache = join(__dirname, '../../server/src/codeCache.js');
      execFileSync(process.execPath, ['-e', keep, codeCache, join(ROOT, 'dist/server.js'), kept]);
      assert.ok(existsSync(kept));
      await speakOverIpc('startServer.js', folder.path);
    } finally {
      folder.remove();
    }
  });

  test('exit without shutdown ends the process with 1', async () => {
    const server = await TestServer.start();
    await server.connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await server.exit, { code: 1, signal: null });
    assertGone(server.process);
    await server.dispose();
  });

  test('the process ends when the client closes its end', async () => {
    const server = await TestServer.start();
    await server.open('file:///draft.md', DRAFT);
    server.process.stdin.end();
    assert.deepEqual(await server.exit, { code: 1, signal: null });
    assertGone(server.process);
    await server.dispose();
  });

  test('the process ends with 0 when the client closes its end after shutdown', async () => {
    const server = await TestServer.start();
    await server.connection.sendRequest(ShutdownRequest.type);
    server.process.stdin.end();
    assert.deepEqual(await server.exit, { code: 0, signal: null });
    await server.dispose();
  });
});
