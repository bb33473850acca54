import assert from 'node:assert/strict';
import { TreatAsDraftNotification } from '../../server/src/lsp/protocol';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes } from './said';

const NOTES = '# 买菜\n\n- 土豆\n- 少来敲门\n\n## 问题\n\n> 引一句别人的话。\n\n先买再说。\n';
/** An answer with nothing that says so. */
const BARE = '我对他说：少来敲门。第二天上午我分别上门，把两家的话记下来。\n';

async function isDraft(server: TestServer, uri: string): Promise<boolean> {
  const { version } = server.document(uri);
  return (await server.coverage.first((params) => params.uri === uri && params.version === version)).isDraft;
}

suite('Protocol: what is a draft', () => {
  test(
    'other Markdown is left alone: no diagnostics, actions, hovers, symbols, lenses or folding',
    withServer({ files: OWN_RUBRICS, initializationOptions: { commands: true } }, async (server) => {
      const uri = server.root.uri('notes.md');
      assert.deepEqual((await server.open(uri, NOTES)).diagnostics, []);
      assert.equal(await isDraft(server, uri), false);
      assert.deepEqual(await server.coverage.first((params) => params.uri === uri), {
        uri,
        version: 1,
        isDraft: false,
      });
      assert.deepEqual(await server.actions(uri, '少来敲门'), []);
      assert.equal(await server.hover(uri, '# 买菜'), null);
      assert.deepEqual(await server.symbols(uri), []);
      assert.deepEqual(await server.lenses(uri), []);
      assert.deepEqual(
        await server.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } }),
        [],
      );
    }),
  );

  for (const [name, text] of [
    ['a 题目 heading', `# 题目\n\n楼上漏水怎么办？\n\n# 作答\n\n${BARE}`],
    ['a 题目 label', `**题目：** 楼上漏水怎么办？\n\n${BARE}`],
    ['a labelled quote', `> 题目：楼上漏水怎么办？\n\n${BARE}`],
    ['a question in the front matter', `---\nquestion: 楼上漏水怎么办？\n---\n\n${BARE}`],
    ['a 题目 in the front matter', `---\n题目: 楼上漏水怎么办？\n---\n\n${BARE}`],
    ['a framework in the front matter', `---\nframework: neighbours\n---\n\n${BARE}`],
  ] as const) {
    test(
      `Markdown with ${name} is a draft`,
      withServer({ files: OWN_RUBRICS }, async (server) => {
        const uri = server.root.uri('answer.md');
        assert.ok(codes((await server.open(uri, text)).diagnostics).includes('wording.taboo'));
        assert.equal(await isDraft(server, uri), true);
      }),
    );
  }

  for (const [name, heading] of [
    ['a 题目 heading', '# 题目\n\n楼上漏水怎么办？\n\n# 作答\n\n'],
    ['front matter', '---\nframework: neighbours\n---\n\n'],
  ] as const) {
    test(
      `Markdown becomes a draft when ${name} is typed, and is none when it is taken away`,
      withServer({ files: OWN_RUBRICS }, async (server) => {
        const uri = server.root.uri('answer.md');
        await server.open(uri, BARE);
        for (const [index, char] of Array.from(heading).entries()) {
          const at = server.document(uri).positionAt(index);
          await server.send(uri, [{ range: { start: at, end: at }, text: char }]);
        }
        const typed = await server.diagnosticsFor(uri, server.document(uri).version);
        assert.ok(codes(typed.diagnostics).includes('wording.taboo'));
        assert.equal(await isDraft(server, uri), true);
        const gone = await server.replace(uri, heading, '');
        assert.deepEqual(gone.diagnostics, []);
        assert.equal(await isDraft(server, uri), false);
      }),
    );
  }

  test(
    'zhangfa.drafts names drafts by globs below the folder',
    withServer(
      { files: OWN_RUBRICS, configuration: { drafts: ['answers/**/*.md', '草稿/*.md', '100%.md'] } },
      async (server) => {
        for (const path of ['answers/a.md', 'answers/b/c.md', '草稿/一.md', '100%.md']) {
          const { diagnostics } = await server.open(server.root.uri(path), BARE);
          assert.ok(codes(diagnostics).includes('wording.taboo'), path);
        }
        for (const path of ['notes/a.md', 'x/answers/a.md', '草稿/二/一.md', 'answers.md']) {
          assert.deepEqual((await server.open(server.root.uri(path), BARE)).diagnostics, [], path);
        }
        assert.deepEqual((await server.open('file:///elsewhere/answers/a.md', BARE)).diagnostics, []);
      },
    ),
  );

  test(
    'a glob of zhangfa.drafts that begins with ! takes files out again',
    withServer(
      { files: OWN_RUBRICS, configuration: { drafts: ['./answers/**', '!answers/plan*.md'] } },
      async (server) => {
        assert.ok(
          codes((await server.open(server.root.uri('answers/a.md'), BARE)).diagnostics).includes(
            'wording.taboo',
          ),
        );
        assert.deepEqual((await server.open(server.root.uri('answers/plan-b.md'), BARE)).diagnostics, []);
        assert.deepEqual((await server.open(server.root.uri('notes.md'), BARE)).diagnostics, []);
      },
    ),
  );

  test(
    'zhangfa.checkAllMarkdown makes all Markdown drafts, and only Markdown',
    withServer({ files: OWN_RUBRICS, configuration: { checkAllMarkdown: true } }, async (server) => {
      assert.ok(
        codes((await server.open(server.root.uri('a.md'), BARE)).diagnostics).includes('wording.taboo'),
      );
      assert.ok((await server.open('file:///elsewhere/a.md', NOTES)).diagnostics.length > 0);
      const text = server.root.uri('a.txt');
      await server.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: text, languageId: 'plaintext', version: 1, text: DRAFT },
      });
      await server.settled();
      assert.deepEqual(
        server.diagnostics.all.filter(({ uri }) => uri === text),
        [],
      );
    }),
  );

  test(
    'treatAsDraft makes one document a draft, until it is closed',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const [uri, other] = [server.root.uri('a.md'), server.root.uri('b.md')];
      await server.open(uri, BARE);
      await server.open(other, BARE);
      const checked = server.nextDiagnostics(uri);
      await server.connection.sendNotification(TreatAsDraftNotification, { uri });
      const { version, diagnostics } = await checked;
      assert.equal(version, 1);
      assert.ok(codes(diagnostics).includes('wording.taboo'));
      assert.ok(
        codes((await server.replace(uri, '分别上门', '分别去看')).diagnostics).includes('wording.taboo'),
        'still a draft after an edit',
      );
      assert.deepEqual((await server.replace(other, '分别上门', '分别去看')).diagnostics, []);
      await server.close(uri);
      assert.deepEqual((await server.open(uri, BARE)).diagnostics, []);
    }),
  );

  test(
    'treatAsDraft for a document that is not open does nothing',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      await server.connection.sendNotification(TreatAsDraftNotification, { uri: server.root.uri('a.md') });
      await server.settled();
      assert.deepEqual(
        server.diagnostics.all.filter(({ uri }) => uri === server.root.uri('a.md')),
        [],
      );
    }),
  );

  test(
    'a document whose language becomes Markdown is checked',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'plaintext', version: 1, text: DRAFT },
      });
      await server.close(uri);
      assert.deepEqual(codes((await server.open(uri, DRAFT)).diagnostics), DRAFT_CODES);
    }),
  );
});
