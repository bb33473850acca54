import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import {
  type CompletionList,
  CompletionRequest,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  InsertTextFormat,
} from 'vscode-languageserver-protocol';
import { inFolder } from './cliProcess';
import { MINIMAL } from './clients';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { withServer } from './harness';

/** What Neovim before 0.10 says about completion: no snippets. */
const NO_SNIPPETS = {
  ...MINIMAL,
  // Helix would rather have others; one that is not chosen means UTF-16.
  general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
  textDocument: {
    ...MINIMAL.textDocument,
    completion: { completionItem: { snippetSupport: false, documentationFormat: ['plaintext' as const] } },
  },
};

suite('Protocol: other editors', () => {
  test(
    'a client that does not ask for it is told of findings, not of coverage',
    withServer({ files: OWN_RUBRICS, initializationOptions: { coverage: false } }, async (server) => {
      const uri = server.root.uri('leak.md');
      const told = server.nextDiagnostics(uri);
      await server.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version: 1, text: DRAFT },
      });
      assert.equal((await told).version, 1);
      // Answered after all that was to be sent for the draft.
      await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
      assert.deepEqual(server.coverage.all, []);
    }),
  );

  test(
    'a client that pushes its settings and has no snippets gets UTF-16, diagnostics, plain completions and edits',
    withServer(
      { program: ['cli.js', 'lsp', '--stdio'], files: OWN_RUBRICS, capabilities: NO_SNIPPETS },
      async (server) => {
        assert.equal(server.initialized.capabilities.positionEncoding ?? 'utf-16', 'utf-16');
        assert.equal(
          server.initialized.capabilities.diagnosticProvider,
          undefined,
          'nothing has to be pulled',
        );
        const uri = server.root.uri('leak.md');
        // A character outside the BMP is two units of UTF-16.
        const text = DRAFT.replace('少来敲门', '𠮷少来敲门');
        const { diagnostics } = await server.open(uri, text);
        assert.deepEqual(
          diagnostics.map(({ code }) => code),
          DRAFT_CODES,
        );
        assert.deepEqual(diagnostics[1]?.range, server.rangeOf(uri, '少来敲门'));

        const changed = server.nextDiagnostics(uri);
        await server.configure({ severity: { 'wording.taboo': 'off' } });
        assert.deepEqual(
          (await changed).diagnostics.map(({ code }) => code),
          DRAFT_CODES.filter((code) => code !== 'wording.taboo'),
        );

        const found = (await server.connection.sendRequest(CompletionRequest.type, {
          textDocument: { uri },
          position: server.rangeOf(uri, '少来敲门').end,
        })) as CompletionList | null;
        assert.ok(found);
        for (const { insertTextFormat, textEdit } of found.items) {
          assert.notEqual(insertTextFormat, InsertTextFormat.Snippet);
          assert.doesNotMatch(textEdit?.newText ?? '', /\$\{?\d/);
        }

        const [missing] = diagnostics;
        assert(missing);
        const actions = await server.actions(uri, missing.range);
        const insert = actions.find(({ title }) => title === '插入“回访”环节的提纲');
        assert(insert?.edit?.changes, 'an edit for clients without versions');
        const after = await server.apply(uri, insert.edit);
        assert.ok(!after.diagnostics.some(({ code }) => code === 'section.missing'));
      },
    ),
  );

  test(
    'zhangfa lsp keeps what the engine has compiled of the server where the caches of this user are',
    inFolder({}, async (terminal) => {
      // Where they are, only Linux is told by its environment alone.
      if (process.platform !== 'linux') return;
      const env = { XDG_CACHE_HOME: terminal.folder.path };
      const folder = join(terminal.folder.path, 'zhangfa');
      mkdirSync(folder);
      const watcher = watch(folder);
      const first = terminal.start(['lsp'], env);
      try {
        for (let name = ''; name !== 'server-code.bin';)
          [, name] = (await once(watcher, 'change')) as [string, string];
      } finally {
        watcher.close();
        first.kill('SIGKILL');
      }

      const second = terminal.start(['lsp'], env);
      try {
        const body = JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'initialize',
          params: { capabilities: {} },
        });
        second.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
        const [answer] = (await once(second.stdout, 'data')) as [Buffer];
        assert.match(String(answer), /"serverInfo":\{"name":"zhangfa"/);
      } finally {
        second.kill('SIGKILL');
      }
    }),
  );

  test(
    'zhangfa lsp takes no argument it does not know',
    inFolder({}, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(['lsp', '--tcp']);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^zhangfa lsp: 没有选项“--tcp” \/ no such option\n/);
      assert.match(stderr, /zhangfa lsp \[--stdio\]/);
    }),
  );

  test(
    'zhangfa lsp and zhangfa mcp have help',
    inFolder({}, async (terminal) => {
      for (const command of ['lsp', 'mcp']) {
        const { status, stdout, stderr } = await terminal.run([command, '--help']);
        assert.deepEqual([status, stderr], [0, '']);
        assert.match(stdout, new RegExp(`^zhangfa ${command} [^]*示例 examples?`));
      }
    }),
  );
});
