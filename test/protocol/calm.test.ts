import assert from 'node:assert/strict';
import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionTriggerKind,
  DiagnosticSeverity,
} from 'vscode-languageserver-protocol/node';
import {
  CoverageNotification,
  CursorNotification,
  PauseNotification,
  ReportModelRequest,
} from '../../server/src/lsp/protocol';
import { FULL } from './clients';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes } from './said';

const POLITE = DRAFT.replace('少来敲门', '您慢慢说');
const POLITE_CODES = DRAFT_CODES.filter((code) => code !== 'wording.taboo');
const DEFAULTS = { files: OWN_RUBRICS, configuration: {}, initializationOptions: { commands: true } };

async function goTo(server: TestServer, uri: string, text: string): Promise<void> {
  const { line } = server.rangeOf(uri, text).start;
  await server.connection.sendNotification(CursorNotification, { uri, line });
}

async function open(server: TestServer, text = POLITE): Promise<string> {
  const uri = server.root.uri('leak.md');
  await server.open(uri, text);
  return uri;
}

suite('Protocol: calm while writing', () => {
  test(
    'the paragraph at the cursor is flagged when the cursor has left it',
    withServer(DEFAULTS, async (server) => {
      const uri = await open(server);
      await goTo(server, uri, '小李正在气头上');
      const typed = await server.replace(uri, '您慢慢说', '少来敲门');
      assert.deepEqual(codes(typed.diagnostics), POLITE_CODES);
      const left = server.nextDiagnostics(uri);
      await goTo(server, uri, '第二天上午');
      assert.deepEqual(codes((await left).diagnostics), DRAFT_CODES);
      assert.equal((await left).version, typed.version);
    }),
  );

  test(
    'an answer that is begun is told once what belongs into it',
    withServer(DEFAULTS, async (server) => {
      const uri = server.root.uri('begun.md');
      const front = 'framework: neighbours\nquestion: 楼上漏水，怎么办？\n---\n';
      await server.open(uri, `---\n${front}`);
      const begun = await server.replace(uri, front, `${front}\n我先听两家把话说完。`);
      assert.deepEqual(
        begun.diagnostics.map(({ severity, message }) => [severity, message]),
        [[DiagnosticSeverity.Information, '刚开了头，接着写。这类题的环节依次是：倾听、调解、回访。']],
      );
    }),
  );

  test(
    'an editor that does not tell the cursor: when the text is saved',
    withServer(DEFAULTS, async (server) => {
      const uri = await open(server);
      const typed = await server.replace(uri, '您慢慢说', '少来敲门');
      assert.deepEqual(codes(typed.diagnostics), POLITE_CODES);
      const left = server.nextDiagnostics(uri);
      await server.save(uri);
      assert.deepEqual(codes((await left).diagnostics), DRAFT_CODES);
    }),
  );

  test(
    'or when nothing was written for a while',
    withServer(DEFAULTS, async (server) => {
      const uri = await open(server);
      const typed = await server.replace(uri, '您慢慢说', '少来敲门');
      assert.deepEqual(codes(typed.diagnostics), POLITE_CODES);
      assert.deepEqual(codes((await server.nextDiagnostics(uri)).diagnostics), DRAFT_CODES);
    }),
  );

  test(
    'a check shows everything, wherever the cursor is',
    withServer(DEFAULTS, async (server) => {
      const uri = await open(server);
      await goTo(server, uri, '小李正在气头上');
      await server.replace(uri, '您慢慢说', '少来敲门');
      const shown = server.nextDiagnostics(uri);
      const answer = await server.connection.sendRequest(ReportModelRequest, { uri });
      assert.ok(JSON.stringify(answer?.report).includes('"wording.taboo"'));
      assert.deepEqual(codes((await shown).diagnostics), DRAFT_CODES);
    }),
  );

  test(
    'what an editor offers unasked leaves out what is held back; what it is asked for does not',
    withServer(DEFAULTS, async (server) => {
      const uri = await open(server);
      await goTo(server, uri, '小李正在气头上');
      await server.replace(uri, '您慢慢说', '少来敲门');
      const ask = async (triggerKind: CodeActionTriggerKind): Promise<boolean> => {
        const found = await server.connection.sendRequest(CodeActionRequest.type, {
          textDocument: { uri },
          range: server.rangeOf(uri, '少来敲门'),
          context: { diagnostics: [], only: [CodeActionKind.QuickFix], triggerKind },
        });
        return (found ?? []).length > 0;
      };
      assert.equal(await ask(CodeActionTriggerKind.Automatic), false);
      assert.equal(await ask(CodeActionTriggerKind.Invoked), true);
    }),
  );

  test(
    'off by a setting',
    withServer({ ...DEFAULTS, configuration: { calmWhileTyping: false } }, async (server) => {
      const uri = await open(server);
      await goTo(server, uri, '小李正在气头上');
      const typed = await server.replace(uri, '您慢慢说', '少来敲门');
      assert.deepEqual(codes(typed.diagnostics), DRAFT_CODES);
    }),
  );
});

suite('Protocol: when drafts are checked', () => {
  test(
    'on save: at the opening, and then when it is saved',
    withServer({ ...DEFAULTS, configuration: { run: 'onSave' } }, async (server) => {
      const uri = server.root.uri('leak.md');
      assert.deepEqual(codes((await server.open(uri, POLITE)).diagnostics), POLITE_CODES);
      const version = await server.send(uri, [{ range: server.rangeOf(uri, '您慢慢说'), text: '少来敲门' }]);
      await server.settled();
      assert.ok(!server.diagnostics.all.some((params) => params.uri === uri && params.version === version));
      await server.save(uri);
      const saved = await server.diagnosticsFor(uri, version);
      assert.deepEqual(codes(saved.diagnostics), DRAFT_CODES, 'with the paragraph that was written');
    }),
  );

  test(
    'manually: only when asked; but it is known that it is a draft',
    withServer({ ...DEFAULTS, configuration: { run: 'manual' } }, async (server) => {
      const uri = server.root.uri('leak.md');
      assert.deepEqual((await server.open(uri, DRAFT)).diagnostics, []);
      const { isDraft } = await server.coverage.first((params) => params.uri === uri);
      assert.equal(isDraft, true);
      const asked = server.nextDiagnostics(uri);
      await server.connection.sendRequest(ReportModelRequest, { uri });
      assert.deepEqual(codes((await asked).diagnostics), DRAFT_CODES);

      const version = await server.send(uri, [{ range: server.rangeOf(uri, '少来敲门'), text: '您慢慢说' }]);
      await server.settled();
      assert.ok(!server.diagnostics.all.some((params) => params.uri === uri && params.version === version));
      await server.save(uri);
      assert.deepEqual(codes((await server.diagnosticsFor(uri, version)).diagnostics), POLITE_CODES);
    }),
  );

  test(
    'a pause takes everything away, the end of it brings it back',
    withServer(DEFAULTS, async (server) => {
      const uri = await open(server, DRAFT);
      assert.ok((await server.lenses(uri)).length > 0);
      const cleared = server.nextDiagnostics(uri);
      await server.connection.sendNotification(PauseNotification, { paused: true });
      assert.deepEqual((await cleared).diagnostics, []);
      assert.deepEqual(await server.lenses(uri), []);
      assert.ok(server.lensesRefreshed.all.length > 0);

      const version = await server.send(uri, [{ range: server.rangeOf(uri, '【谁】'), text: '小李' }]);
      const answer = await server.connection.sendRequest(ReportModelRequest, { uri });
      assert.ok(JSON.stringify(answer?.report).includes('"wording.taboo"'), 'a check still tells');
      assert.deepEqual((await server.diagnosticsFor(uri, version)).diagnostics, []);

      const back = server.nextDiagnostics(uri);
      await server.connection.sendNotification(PauseNotification, { paused: false });
      assert.deepEqual(codes((await back).diagnostics), ['section.missing', 'wording.taboo']);
    }),
  );
});

suite('Protocol: saving', () => {
  test('actions on saving are answered at once, without an analysis', async () => {
    let asked = false;
    /** Settings that never come: what needs an analysis waits for ever. */
    const configuration = (): Promise<never> => {
      asked = true;
      return new Promise(() => undefined);
    };
    await withServer(
      { files: OWN_RUBRICS, capabilities: FULL, configuration, initializationOptions: { fileAccess: false } },
      async (server) => {
        const uri = server.root.uri('leak.md');
        await server.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 1, text: DRAFT },
        });
        for (const kind of ['source', 'source.fixAll', 'source.organizeImports', 'source.fixAll.zhangfa']) {
          const found = await server.connection.sendRequest(CodeActionRequest.type, {
            textDocument: { uri },
            range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
            context: { diagnostics: [], only: [kind], triggerKind: CodeActionTriggerKind.Automatic },
          });
          assert.deepEqual(found, [], kind);
        }
        assert.ok(!server.coverage.all.some((params) => params.uri === uri), CoverageNotification.method);
        assert.ok(asked, 'the settings were asked for, and are on their way');
      },
    )();
  });
});
