import assert from 'node:assert/strict';
import { type ReportAnswer, ReportModelRequest, ReportRequest } from '../../server/src/lsp/protocol';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { HANDBOOK, read } from './references';

async function ask(server: TestServer, uri: string): Promise<ReportAnswer> {
  const answer = await server.connection.sendRequest(ReportModelRequest, { uri });
  assert.ok(answer);
  return answer;
}

suite('Protocol: report as data', () => {
  test(
    'says of the open text what the Markdown says, with its version and places',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const { version, report } = await ask(server, uri);
      assert.equal(version, server.document(uri).version);
      const markdown = (await server.connection.sendRequest(ReportRequest, { uri }))?.markdown ?? '';
      assert.equal(report.name, 'leak.md');
      assert.ok(markdown.includes(`**${report.verdict}**`));
      for (const { message, place } of report.first) {
        assert.ok(markdown.includes(message));
        assert.ok(markdown.includes(`[${place.line}:`));
      }
      assert.deepEqual(
        report.sections.map(({ title, status }) => [title, status]),
        [
          ['倾听', 'full'],
          ['调解', 'weak'],
          ['回访', 'absent'],
        ],
      );
      const [taboo] = report.first.filter(({ code }) => code === 'wording.taboo');
      assert.equal(taboo && DRAFT.slice(taboo.place.from, taboo.place.to), '少来敲门');
    }),
  );

  test(
    'the limit and the weights are those of the settings',
    withServer(
      {
        files: {
          '.zhangfa/rubrics/own.yaml':
            'id: own\ntitle: 自己的\nelements: [{ id: calm, title: 沉着, weight: 30, sections: [one] }]\nsections:\n  - { id: one, title: 第一步, why: 为什么, scaffold: 我【做】。 }\n',
        },
        configuration: { minutes: 3, weights: { calm: 12, other: 'x' } },
      },
      async (server) => {
        const uri = server.root.uri('a.md');
        await server.open(uri, '---\nframework: own\n---\n\n我先请他坐下。\n');
        const { report } = await ask(server, uri);
        assert.deepEqual(report.time.limit, { from: 'setting', seconds: 180 });
        assert.deepEqual(
          report.elements.map(({ title, weight }) => [title, weight]),
          [['沉着', 12]],
        );
      },
    ),
  );

  test(
    'text that stands in a document: where, in the draft and in the document',
    withServer({ files: { ...OWN_RUBRICS, 'documents/手册.txt': HANDBOOK } }, async (server) => {
      await read(server, 1);
      const uri = server.root.uri('answer.md');
      const copied = HANDBOOK.slice(0, HANDBOOK.indexOf('\n'));
      await server.open(uri, `---\nframework: neighbours\n---\n\n${copied}\n`);
      const { report, locations } = await ask(server, uri);
      assert.deepEqual(
        report.sources.map(({ name, runs }) => [name, runs.map(({ line }) => line)]),
        [['手册.txt', [1]]],
      );
      assert.deepEqual(
        locations.map((location) => [location?.uri, location?.range.start]),
        [[server.root.uri('documents/手册.txt'), { line: 0, character: 0 }]],
      );
    }),
  );

  test(
    'is null for a document that is not open or is no draft',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const closed = server.root.uri('closed.md');
      assert.equal(await server.connection.sendRequest(ReportModelRequest, { uri: closed }), null);
      const notes = server.root.uri('notes.md');
      await server.open(notes, '# 买菜\n');
      assert.equal(await server.connection.sendRequest(ReportModelRequest, { uri: notes }), null);
    }),
  );
});
