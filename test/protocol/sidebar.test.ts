import assert from 'node:assert/strict';
import { MethodTreeRequest, OutlineRequest } from '../../server/src/lsp/protocol';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { withServer } from './harness';

suite('Protocol: side bar', () => {
  test(
    'sections with points and places; of the version it was asked for',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const outline = await server.connection.sendRequest(OutlineRequest, { uri });
      assert(outline);
      assert.deepEqual([outline.version, outline.framework], [1, '邻里调解']);
      assert.deepEqual(
        outline.sections.map(({ title, status, range }) => [title, status, range?.start.line]),
        [
          ['倾听', 'full', 5],
          ['调解', 'weak', 11],
          ['回访', 'absent', undefined],
        ],
      );
      const { points } = outline.sections[0] ?? {};
      assert.ok(points?.some(({ covered, range }) => covered && range?.start.line === 7));
      await server.replace(uri, '## 一、先听两家\n', '\n\n## 一、先听两家\n');
      const later = await server.connection.sendRequest(OutlineRequest, { uri });
      assert.deepEqual([later?.version, later?.sections[0]?.range?.start.line], [2, 7]);
      assert.ok(JSON.stringify(outline).length < 4000, 'small enough for every key');
    }),
  );

  test(
    'methods in use with their place, and those that fit',
    withServer({}, async (server) => {
      const uri = 'untitled:a.md';
      await server.open(
        uri,
        '---\nquestion: 老旧小区加装电梯，一楼住户不同意，你怎么办？\n---\n\n我换位思考，替一楼住户想一想采光和噪音。\n',
      );
      const answer = await server.connection.sendRequest(MethodTreeRequest, { uri });
      assert(answer);
      const used = answer.methods.filter((method) => method.used);
      assert.ok(used.length > 0, JSON.stringify(answer.methods));
      assert.ok(
        used.some(({ range }) => range?.start.line === 4),
        JSON.stringify(used),
      );
      for (const { used: isUsed, because } of answer.methods) assert.ok(isUsed || because.length > 0);
    }),
  );

  test(
    'nothing of what is no draft, or not open',
    withServer({}, async (server) => {
      const uri = server.root.uri('notes.md');
      await server.open(uri, '# 记事\n\n买菜。\n');
      for (const asked of [uri, server.root.uri('none.md')]) {
        assert.equal(await server.connection.sendRequest(OutlineRequest, { uri: asked }), null);
        assert.equal(await server.connection.sendRequest(MethodTreeRequest, { uri: asked }), null);
      }
    }),
  );
});
