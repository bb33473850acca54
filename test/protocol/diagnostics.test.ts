import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { MINIMAL } from './clients';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { SAYS_ALL } from './recordingClient';
import { codes, saying } from './said';

const SENTENCE = '楼上的管子我请物业师傅明天上午来看，费用两家商量着出。';

/** What is said again and again weighs least. */
const MANY_HINTS = { ...SAYS_ALL, severity: { 'wording.taboo': 'hint', 'text.repeat': 'off' } };

/** What the server says of a text it sees for the first time. */
async function fresh(server: TestServer, text: string): Promise<Diagnostic[]> {
  const uri = server.root.uri('fresh.md');
  const { diagnostics } = await server.open(uri, text);
  await server.close(uri);
  // Related places name the document itself.
  return JSON.parse(JSON.stringify(diagnostics).replaceAll(uri, server.root.uri('leak.md'))) as Diagnostic[];
}

suite('Protocol: diagnostics', () => {
  test(
    'a draft is checked when it is opened; each finding has its place, code, page and source',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      const { diagnostics, version } = await server.open(uri, DRAFT, 'markdown', 7);
      assert.equal(version, 7);
      assert.deepEqual(codes(diagnostics), DRAFT_CODES);
      const [missing, taboo, weak] = diagnostics;
      const question = server.rangeOf(uri, 'question');
      assert.deepStrictEqual(missing, {
        range: question,
        severity: DiagnosticSeverity.Warning,
        code: 'section.missing',
        codeDescription: {
          href: 'https://github.com/zhangfa/zhangfa/blob/main/docs/rules/section.missing.md',
        },
        source: '章法',
        message: '缺少“回访”环节。事后要回头看。',
      });
      assert.deepStrictEqual(taboo, {
        range: server.rangeOf(uri, '少来敲门'),
        severity: DiagnosticSeverity.Information,
        code: 'wording.taboo',
        codeDescription: { href: 'https://github.com/zhangfa/zhangfa/blob/main/docs/rules/wording.taboo.md' },
        source: '章法',
        message: '“少来敲门”：把人往外推。',
      });
      assert.equal(weak?.message, '“调解”环节还有 1 处【】没有填。');
      const { sections } = await server.coverage.first((params) => params.uri === uri);
      assert.deepEqual(
        sections?.map(({ id, status }) => `${id} ${status}`),
        ['listen full', 'mediate weak', 'revisit absent'],
      );
    }),
  );

  test(
    'a source outside the draft is told at the end of the message',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      const { diagnostics } = await server.open(uri, DRAFT.replace(/## 一、先听两家[^#]*/, ''));
      const missing = diagnostics.find((_, index) => saying(diagnostics)[index]?.includes('“倾听”'));
      assert(missing);
      assert.match(saying([missing])[0] ?? '', /依据：参考文档 邻里手册 第 3-9 行$/);
      assert.equal(missing.relatedInformation, undefined);
    }),
  );

  /** A draft that says a sentence again, and what is found about that. */
  async function repeated(server: TestServer): Promise<{ uri: string; repeat: Diagnostic | undefined }> {
    const uri = server.root.uri('leak.md');
    const { diagnostics } = await server.open(uri, `${DRAFT}\n\n${SENTENCE}\n\n${SENTENCE}\n`);
    return { uri, repeat: diagnostics.find(({ code }) => code === 'text.repeat') };
  }

  test(
    'another place that explains a finding is linked',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const { uri, repeat } = await repeated(server);
      assert.deepEqual(repeat?.relatedInformation, [
        { location: { uri, range: server.rangeOf(uri, SENTENCE) }, message: '前文在这里' },
      ]);
    }),
  );

  test(
    'a client that shows no pages and no other places is not sent them',
    withServer({ files: OWN_RUBRICS, capabilities: MINIMAL }, async (server) => {
      const { repeat } = await repeated(server);
      assert.deepEqual(Object.keys(repeat ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
    }),
  );

  test(
    'every edit is checked, and each version has its own diagnostics',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const polite = await server.replace(uri, '少来敲门', '您慢慢说');
      assert.deepEqual([polite.version, codes(polite.diagnostics)], [2, ['section.missing', 'section.weak']]);
      const filled = await server.replace(uri, '【谁】', '小李');
      assert.deepEqual([filled.version, codes(filled.diagnostics)], [3, ['section.missing']]);
      const rude = await server.replace(uri, '您慢慢说', '敲门也没用');
      assert.deepEqual([rude.version, codes(rude.diagnostics)], [4, ['section.missing', 'wording.taboo']]);
    }),
  );

  test(
    'a change without edits has the diagnostics sent for the new version',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      const before = await server.open(uri, DRAFT);
      const after = await server.change(uri);
      assert.deepEqual([after.version, after.diagnostics], [2, before.diagnostics]);
    }),
  );

  test(
    'of a burst of 30 edits the last version is always told, and no version with what another one holds',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const texts = new Map<number | undefined, string>([[1, DRAFT]]);
      for (let count = 0; count < 30; count++) {
        const [old, text] = count % 2 === 0 ? ['少来敲门', '您慢慢说'] : ['您慢慢说', '少来敲门'];
        const version = await server.send(uri, [{ range: server.rangeOf(uri, old), text }]);
        texts.set(version, server.document(uri).getText());
        if (count === 20) await server.symbols(uri);
      }
      const { diagnostics } = await server.diagnosticsFor(uri, 31);
      assert.deepEqual(codes(diagnostics), DRAFT_CODES);
      await server.settled();
      const told = server.diagnostics.all.filter((params) => params.uri === uri);
      const versions = told.map(({ version }) => version ?? 0);
      assert.deepEqual(
        versions,
        [...new Set(versions)].sort((a, b) => a - b),
        'in order, each once',
      );
      assert.equal(versions.at(-1), 31);
      for (const { version, diagnostics: said } of told)
        assert.deepEqual(said, await fresh(server, texts.get(version) ?? ''), `version ${String(version)}`);
      const covered = server.coverage.all
        .filter((params) => params.uri === uri)
        .map(({ version }) => version);
      assert.deepEqual(covered, versions);
    }),
  );

  test(
    'what is asked right after an edit is answered for the text after it',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const before = await server.symbols(uri);
      const version = await server.send(uri, [
        { range: server.rangeOf(uri, '\n## 一'), text: '\n\n\n## 一' },
      ]);
      const after = await server.symbols(uri);
      const lines = (symbols: typeof before): number[] => symbols.map(({ range }) => range.start.line);
      assert.deepEqual(lines(after), [
        1,
        ...lines(before)
          .slice(1)
          .map((line) => line + 2),
      ]);
      await server.diagnosticsFor(uri, version);
    }),
  );

  test(
    'of more than an editor shows the most severe are sent, and the log says so once',
    withServer({ files: OWN_RUBRICS, configuration: MANY_HINTS }, async (server) => {
      const uri = server.root.uri('leak.md');
      const text = `${DRAFT}${'\n\n你少来敲门。'.repeat(1200)}\n\n这不归我管。\n`;
      const { diagnostics } = await server.open(uri, text);
      assert.equal(diagnostics.length, 1000);
      assert.equal(diagnostics.at(-1)?.code, 'role.shirk', 'more severe than what stands before it');
      const lines = diagnostics.map(({ range }) => range.start.line);
      assert.deepEqual(
        lines,
        lines.toSorted((a, b) => a - b),
      );
      await server.change(uri, { range: server.rangeOf(uri, '你少来敲门。'), text: '' });
      await server.settled();
      const told = server.logs.all.filter(({ message }) => message.includes('没有列出'));
      assert.equal(told.length, 1);
      assert.match(
        told[0]?.message ?? '',
        /leak\.md：提示太多，编辑器里只列最要紧的 1000 处，另有 \d{3,4} 处没有列出/,
      );
    }),
  );

  test(
    'a closed document keeps no diagnostics, and a reopened one is checked anew',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const cleared = server.nextDiagnostics(uri);
      await server.close(uri);
      assert.deepEqual((await cleared).diagnostics, []);
      const { diagnostics } = await server.open(uri, DRAFT.replace('少来敲门', '您慢慢说'));
      assert.deepEqual(codes(diagnostics), ['section.missing', 'section.weak']);
    }),
  );

  test(
    'a document closed right after an edit is not spoken of again',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      await server.send(uri, [{ range: server.rangeOf(uri, '少来敲门'), text: '' }]);
      await server.close(uri);
      await server.settled();
      assert.deepEqual(server.diagnostics.all.findLast((params) => params.uri === uri)?.diagnostics, []);
    }),
  );

  test(
    'a change to a document that is not open is left alone',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: server.root.uri('other.md'), version: 2 },
        contentChanges: [{ text: DRAFT }],
      });
      await server.settled();
      assert.deepEqual(
        server.diagnostics.all.filter((params) => params.uri === server.root.uri('other.md')),
        [],
      );
      assert.equal((await server.symbols(server.root.uri('other.md'))).length, 0);
    }),
  );
});
