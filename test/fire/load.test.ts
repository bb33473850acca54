import assert from 'node:assert/strict';
import { DRAFT, DRAFT_CODES, framework, FRAMEWORK, OWN_RUBRICS, WORDING } from '../protocol/fixtures';
import { type TestServer, withServer } from '../protocol/harness';
import { HOVER, INITIALIZE, raw } from '../protocol/rawServer';
import { SAYS_ALL } from '../protocol/recordingClient';
import { watched } from '../protocol/references';
import { codes } from '../protocol/said';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const MANY = 200;

/** Diagnostics of a text that was never edited. */
async function anew(server: TestServer, text: string): Promise<unknown> {
  const uri = server.root.uri('anew.md');
  const { diagnostics } = await server.open(uri, text);
  await server.close(uri);
  return JSON.parse(JSON.stringify(diagnostics).replaceAll('anew.md', 'NAME'));
}

async function last(server: TestServer, uri: string): Promise<unknown> {
  const { diagnostics } = await server.diagnosticsFor(uri, server.document(uri).version);
  return JSON.parse(JSON.stringify(diagnostics).replaceAll(uri, server.root.uri('NAME')));
}

suite('Fire: load', () => {
  test(
    'a storm of requests that are cancelled at once is answered to the last, and leaves the server fit',
    raw(async (server) => {
      await server.ask(1, INITIALIZE);
      const ids = Array.from({ length: 3000 }, (_, index) => 1000 + index);
      const answers = ids.map((id) => {
        const answer = server.ask(id, HOVER);
        server.send({ method: '$/cancelRequest', params: { id } });
        // Once more, and one nobody has asked.
        server.send({ method: '$/cancelRequest', params: { id } });
        server.send({ method: '$/cancelRequest', params: { id: id + 1_000_000 } });
        return answer;
      });
      for (const { error, result } of await Promise.all(answers)) {
        if (error) assert.equal(error.code, -32800, 'RequestCancelled');
        else assert.equal(result, null);
      }
      assert.equal((await server.ask(2, HOVER)).result, null);
    }),
  ).timeout(60_000);

  test(
    `${MANY} open drafts, all edited, all get the diagnostics of their last version`,
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uris = Array.from({ length: MANY }, (_, index) => server.root.uri(`drafts/${index}.md`));
      await Promise.all(uris.map((uri) => server.open(uri, DRAFT)));
      for (let round = 0; round < 3; round++)
        for (const uri of uris) await server.send(uri, [{ range: TOP, text: '\n' }]);
      for (const uri of uris)
        await server.change(uri, { range: { ...TOP, end: { line: 3, character: 0 } }, text: '' });
      const expected = await anew(server, DRAFT);
      for (const uri of uris) assert.deepEqual(await last(server, uri), expected);
      const gone = uris.map((uri) => server.nextDiagnostics(uri));
      for (const uri of uris) await server.close(uri);
      for (const { diagnostics } of await Promise.all(gone)) assert.deepEqual(diagnostics, []);
    }),
  ).timeout(120_000);

  test(
    'edits, saves and questions for documents that are closed or were never open change nothing',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      const never = server.root.uri('never.md');
      const before = await server.open(uri, DRAFT);
      await server.open(never, DRAFT);
      await server.close(never);
      const said = server.diagnostics.all.length;
      for (const textDocument of [
        { uri: never, version: 2 },
        { uri: 'file:///no/such', version: 1 },
        { uri: 'untitled:x', version: -1 },
      ]) {
        const { connection } = server;
        await connection.sendNotification('textDocument/didChange', {
          textDocument,
          contentChanges: [{ range: TOP, text: '急什么。' }],
        });
        await connection.sendNotification('textDocument/didSave', { textDocument });
        await connection.sendNotification('zhangfa/cursor', { uri: textDocument.uri, line: 3 });
        await connection.sendNotification('textDocument/didClose', { textDocument });
        assert.equal(await server.hover(textDocument.uri, TOP.start), null);
        assert.deepEqual(await server.actions(textDocument.uri, TOP), []);
      }
      await server.settled();
      const since = server.diagnostics.all.slice(said).filter(({ diagnostics }) => diagnostics.length > 0);
      assert.deepEqual(since, [], 'nothing is found in what is not open');
      assert.deepEqual((await server.change(uri)).diagnostics, before.diagnostics);
    }),
  );

  test(
    'versions that go back, stand still or leap are taken as they come',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT, 'markdown', 10);
      let text = DRAFT;
      for (const version of [9, 3, 3, 2_147_483_647, -5, 0]) {
        text = `好。\n\n${text}`;
        const answered = server.diagnostics.next(
          (params) => params.uri === uri && params.version === version,
        );
        await server.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range: TOP, text: '好。\n\n' }],
        });
        const { diagnostics } = await answered;
        assert.deepEqual(
          JSON.parse(JSON.stringify(diagnostics).replaceAll(uri, server.root.uri('NAME'))),
          await anew(server, text),
        );
      }
    }),
  );

  test(
    'a document opened twice has the second text, and one closed twice is closed',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const { diagnostics } = await server.open(uri, '没有什么。\n', 'markdown', 7);
      assert.ok(!codes(diagnostics).includes('wording.taboo'));
      await server.close(uri);
      await server.close(uri);
      assert.deepEqual(await server.symbols(uri), []);
      assert.deepEqual(codes((await server.open(uri, DRAFT)).diagnostics), DRAFT_CODES);
    }),
  );

  test(
    'settings, rubrics and files that change while somebody types leave what a fresh start finds',
    withServer({ files: OWN_RUBRICS, mayLogErrors: true }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const rubric = '.zhangfa/rubrics/neighbours.yaml';
      for (let round = 0; round < 30; round++) {
        await server.send(uri, [{ range: TOP, text: round % 3 === 0 ? '' : '\n' }]);
        const step = round % 6;
        if (step === 0) server.root.write(rubric, framework('neighbours', `邻里调解${round}`));
        else if (step === 1) server.root.write(rubric, 'id: [');
        else if (step === 2) server.root.remove(rubric);
        else if (step === 3) server.root.write('.zhangfa/rubrics/wording.yaml', WORDING.slice(0, 60));
        else if (step === 4) server.root.write(`documents/${round}.txt`, '请师傅查清水从哪里来。\n');
        else await server.configure({ ...SAYS_ALL, speakingRate: 100 + round, drafts: ['**/*.md'] });
        await watched(server, server.root.uri(rubric), 'changed');
        await watched(server, server.root.uri(`documents/${round}.txt`), 'created');
        await server.hover(uri, TOP.start);
      }
      server.root.write(rubric, FRAMEWORK);
      server.root.write('.zhangfa/rubrics/wording.yaml', WORDING);
      await server.configure(SAYS_ALL);
      await watched(server, server.root.uri(rubric), 'changed');
      await server.settled();
      await server.change(uri, { text: DRAFT });
      assert.deepEqual(codes((await server.change(uri)).diagnostics), DRAFT_CODES);
      assert.deepEqual(await last(server, uri), await anew(server, DRAFT));
    }),
  ).timeout(60_000);

  test('a client that answers for its settings with an error, or with nonsense, gets what the defaults find', async () => {
    const answers: readonly (() => unknown)[] = [
      () => {
        throw new Error('no settings today');
      },
      () => 'not an object',
      () => [SAYS_ALL],
      () => null,
    ];
    let asked = 0;
    const configuration = (): unknown => (answers[asked++ % answers.length] ?? (() => SAYS_ALL))();
    await withServer({ files: OWN_RUBRICS, configuration, mayLogErrors: true }, async (server) => {
      const uri = server.root.uri('leak.md');
      assert.deepEqual(codes((await server.open(uri, DRAFT)).diagnostics), DRAFT_CODES);
      for (let round = 0; round < answers.length; round++) {
        const checked = server.nextDiagnostics(uri);
        await server.configure(configuration);
        assert.deepEqual(codes((await checked).diagnostics), DRAFT_CODES);
      }
    })();
  });
});
