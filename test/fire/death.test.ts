import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { DRAFT, OWN_RUBRICS } from '../protocol/fixtures';
import { TestServer } from '../protocol/harness';
import { framed, INITIALIZE, RawServer } from '../protocol/rawServer';
import { HANDBOOK, read } from '../protocol/references';
import { TempFolder } from '../protocol/tempFolder';
import { ROOT } from '../support/rubrics';

const SERVER = join(ROOT, 'dist/server.js');

suite('Fire: death', () => {
  test('a server killed at any moment, started again and told the same, finds the same', async () => {
    const folder = new TempFolder(OWN_RUBRICS);
    const options = {
      initialize: () => ({ workspaceFolders: [{ uri: folder.uri(), name: 'folder' }] }),
    };
    /** The text every document has in the editor, which outlives the server. */
    const texts = new Map(['a.md', 'b.md', 'untitled'].map((name) => [folder.uri(name), DRAFT]));
    const end = { start: { line: 999, character: 0 }, end: { line: 999, character: 0 } };
    try {
      for (let life = 0; life < 3; life++) {
        const server = await TestServer.start(options);
        try {
          for (const [uri, text] of texts) await server.open(uri, text);
          for (const [uri] of texts) {
            await server.send(uri, [{ range: end, text: `\n好${life}。\n` }]);
            texts.set(uri, server.document(uri).getText());
          }
        } finally {
          // In the middle of its work: nobody has waited for what it finds.
          await server.dispose();
        }
      }
      const said: PublishDiagnosticsParams[][] = [];
      for (let life = 0; life < 2; life++) {
        const server = await TestServer.start(options);
        try {
          const found: PublishDiagnosticsParams[] = [];
          for (const [uri, text] of texts) found.push(await server.open(uri, text));
          said.push(found);
        } finally {
          await server.dispose();
        }
      }
      assert.deepEqual(said[0], said[1]);
      assert.ok(said[0]?.every(({ diagnostics }) => diagnostics.length > 0));
    } finally {
      folder.remove();
    }
  });

  test('a server killed while it reads documents leaves nothing that the next one could not use', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `documents/${index}.txt`,
        `第${index}户。${HANDBOOK.repeat(40)}`,
      ]),
    );
    const folder = new TempFolder({ ...OWN_RUBRICS, ...files });
    const options = {
      initialize: () => ({
        workspaceFolders: [{ uri: folder.uri(), name: 'folder' }],
        initializationOptions: { storage: folder.uri('storage') },
      }),
    };
    try {
      for (const documents of [1, 20]) {
        const server = await TestServer.start(options);
        await server.documents.first((state) => state.documents >= documents || state.state === 'ready');
        await server.dispose();
      }
      const server = await TestServer.start(options);
      try {
        await read(server, 60);
        await server.stop();
      } finally {
        await server.dispose();
      }
    } finally {
      folder.remove();
    }
  });

  test('the server ends when the editor it was told of is gone, though its pipes are still open', async () => {
    const editor = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    const server = new RawServer();
    try {
      await server.ask(1, { ...INITIALIZE, params: { ...INITIALIZE.params, processId: editor.pid } });
      editor.kill('SIGKILL');
      assert.deepEqual(await server.exit, { code: 1, signal: null });
    } finally {
      editor.kill('SIGKILL');
      server.process.kill('SIGKILL');
    }
  });

  test('the server ends when the editor it is told of is no more', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const server = new RawServer();
    try {
      await server.ask(1, { ...INITIALIZE, params: { ...INITIALIZE.params, processId: pid } });
      assert.deepEqual(await server.exit, { code: 1, signal: null });
    } finally {
      server.process.kill('SIGKILL');
    }
  });

  for (const [way, start] of [
    [
      'over its standard streams',
      `spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 3] })`,
    ],
    ['over IPC', `fork(server, ['--node-ipc'], { stdio: ['ignore', 'ignore', 3, 'ipc'] })`],
  ] as const) {
    test(`no server is left of an editor that was killed, which spoke to it ${way}`, async () => {
      // The editor starts the server and initializes it; the server holds the fourth stream as long as it lives.
      const script = `
        const { spawn, fork } = require('node:child_process');
        const server = ${JSON.stringify(SERVER)};
        const child = ${start};
        const initialize = ${JSON.stringify({ ...INITIALIZE, params: { ...INITIALIZE.params, processId: -1 } })};
        initialize.params.processId = process.pid;
        if (child.send) {
          child.on('message', ({ id }) => id === 1 && console.log(child.pid));
          child.send(initialize);
        } else {
          child.stdout.once('data', () => console.log(child.pid));
          const body = JSON.stringify(initialize);
          child.stdin.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body);
        }
      `;
      const editor = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
      const alive = editor.stdio[3];
      assert.ok(alive && 'resume' in alive);
      const closed = once(alive.resume(), 'close');
      assert.ok(editor.stdout);
      const [output] = (await once(editor.stdout, 'data')) as [Buffer];
      const pid = Number(output.toString());
      assert.ok(pid !== editor.pid && process.kill(pid, 0), 'the server is there');
      editor.kill('SIGKILL');
      // Whoever adopts the server may not have taken note of its end yet; what it held is free all the same.
      await closed;
    });
  }

  test('an editor that hears no more ends the server, also in the middle of much to say', async () => {
    const server = new RawServer();
    try {
      await server.ask(1, INITIALIZE);
      const sent = Array.from({ length: 200 }, (_, index) =>
        framed({
          jsonrpc: '2.0',
          method: 'textDocument/didOpen',
          params: {
            textDocument: {
              uri: `file:///${index}.md`,
              languageId: 'markdown',
              version: 1,
              text: `题目：灯\n\n${'急什么。'.repeat(50)}`,
            },
          },
        }),
      );
      server.process.stdin.on('error', () => undefined);
      server.write(sent.join(''));
      server.process.stdout.destroy();
      server.process.stdin.end();
      const { code, signal } = await server.exit;
      assert.equal(signal, null);
      assert.notEqual(code, 0);
    } finally {
      server.process.kill('SIGKILL');
    }
  });

  test('an editor that stops listening for a while hears everything afterwards, and the server has not piled it up', async () => {
    const server = new RawServer({ deaf: true });
    try {
      const version = 400;
      const text = `---\nquestion: 路灯坏了\n---\n\n${'我说：急什么，不归我管。\n\n'.repeat(400)}`;
      const textDocument = { uri: 'file:///a.md', languageId: 'markdown', version: 1, text };
      server.send({ ...INITIALIZE, id: 1, method: 'initialize' });
      server.send({ method: 'initialized', params: {} });
      server.send({ method: 'textDocument/didOpen', params: { textDocument } });
      const top = { line: 4, character: 0 };
      for (let next = 2; next <= version; next++)
        server.send({
          method: 'textDocument/didChange',
          params: {
            textDocument: { uri: textDocument.uri, version: next },
            contentChanges: [{ range: { start: top, end: top }, text: '好' }],
          },
        });
      server.listen();
      const last = await server.messages.first(({ method, params }) => {
        const { version: of } = (params ?? {}) as { version?: number };
        return method === 'textDocument/publishDiagnostics' && of === version;
      });
      assert.ok(last);
      const told = server.messages.all.filter(({ method }) => method === 'textDocument/publishDiagnostics');
      assert.ok(told.length < version, `${told.length} messages`);
      await server.end();
    } finally {
      server.process.kill('SIGKILL');
      await server.exit;
    }
  });
});
