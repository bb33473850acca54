import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  InsertSectionRequest,
  NewDraftRequest,
  ReportRequest,
  SetFrameworkRequest,
} from '../../server/src/lsp/protocol';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes } from './said';

async function openDraft(server: TestServer, text = DRAFT, name = 'leak.md'): Promise<string> {
  const uri = server.root.uri(name);
  await server.open(uri, text);
  return uri;
}

interface Versioned {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Applies what a request answered and returns the codes that are left. */
async function take(server: TestServer, uri: string, answer: Versioned | null): Promise<unknown[]> {
  assert(answer);
  assert.equal(answer.version, server.document(uri).version);
  return codes((await server.apply(uri, { changes: { [uri]: [...answer.edits] } })).diagnostics);
}

suite('Protocol: report of one draft', () => {
  test(
    'tells the verdict, the framework, the length, what to fix first and the coverage',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const report = await server.connection.sendRequest(ReportRequest, { uri });
      const markdown = report?.markdown ?? '';
      const lines = markdown.split('\n');
      assert.equal(lines[0], '# 章法 · 检查报告 · leak.md');
      assert.ok(lines.includes('**3 个环节中 1 个完整；缺：回访；薄弱：调解**'), markdown);
      assert.ok(lines.includes('- 框架：邻里调解（文首信息指定）'), markdown);
      assert.match(markdown, /\n- 篇幅：\d+ 字 · 约 \d+ 秒\n/);
      const first = lines.slice(lines.indexOf('## 先改这几处') + 2, lines.indexOf('## 全文一览') - 1);
      assert.deepEqual(first, [
        `1. [2:1](${uri}#L2,1) 缺少“回访”环节。事后要回头看。 \`section.missing\``,
        `2. [10:14](${uri}#L10,14) “少来敲门”：把人往外推。 \`wording.taboo\``,
        `3. [14:39](${uri}#L14,39) “调解”环节还有 1 处【】没有填。 \`section.weak\``,
      ]);
      const strip = lines[lines.indexOf('```text') + 1] ?? '';
      assert.match(strip, /^1+·+2+$/);
      assert.equal(strip.length, 50);
      const table = lines.filter((line) => line.startsWith('| '));
      assert.deepEqual(table.slice(2), [
        '| 倾听 | ✓ 完整 | 两家都听 |  |',
        '| 调解 | ◐ 薄弱 | 当面商定；安排维修 |  |',
        '| 回访 | ✗ 缺失 |  | 事后再访 |',
      ]);
    }),
  );

  test(
    'is in English for an English client',
    withServer({ files: OWN_RUBRICS, locale: 'en' }, async (server) => {
      const report = await server.connection.sendRequest(ReportRequest, { uri: await openDraft(server) });
      assert.match(
        report?.markdown ?? '',
        /^# Zhangfa · report · leak\.md\n\n\*\*1 of 3 sections are full; missing: Revisit; weak: Mediate\*\*\n/,
      );
    }),
  );

  for (const name of ['100%.md', '第 1 篇 [定稿]*.md', 'a_b.md']) {
    test(
      `names a file called ${name} as it is called`,
      withServer({ files: OWN_RUBRICS }, async (server) => {
        const report = await server.connection.sendRequest(ReportRequest, {
          uri: await openDraft(server, DRAFT, name),
        });
        const [title] = report?.markdown.split('\n') ?? [];
        assert.equal(title?.replace(/\\/g, ''), `# 章法 · 检查报告 · ${name}`);
      }),
    );
  }

  for (const uri of ['untitled:Untitled-1', 'untitled:100%', 'vscode-vfs://github/me/drafts/%E7%AD%94.md']) {
    test(
      `is there for ${uri}`,
      withServer({ files: OWN_RUBRICS }, async (server) => {
        await server.open(uri, DRAFT);
        const report = await server.connection.sendRequest(ReportRequest, { uri });
        const [title] = report?.markdown.split('\n') ?? [];
        assert.match(title ?? '', / · (Untitled-1|100%|答\.md)$/);
      }),
    );
  }

  test(
    'is null for a document that is not open or is no draft',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      assert.equal(
        await server.connection.sendRequest(ReportRequest, { uri: server.root.uri('closed.md') }),
        null,
      );
      assert.equal(
        await server.connection.sendRequest(ReportRequest, {
          uri: await openDraft(server, '# 买菜\n', 'notes.md'),
        }),
        null,
      );
    }),
  );
});

suite('Protocol: new drafts and edits on request', () => {
  test(
    'a new draft has the question, the framework and an outline of every section, and misses none',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const question = '  楼上漏水："谁\n来赔"？ #1 - 你怎么办  ';
      const draft = await server.connection.sendRequest(NewDraftRequest, {
        framework: 'neighbours',
        question,
      });
      assert(draft);
      const uri = 'untitled:Untitled-1';
      const { diagnostics } = await server.open(uri, draft.text);
      assert.ok(!codes(diagnostics).includes('section.missing'));
      const { framework, sections } = server.coverage.all.at(-1) ?? {};
      assert.deepEqual([framework?.id, framework?.chosenBy], ['neighbours', 'front-matter']);
      assert.deepEqual(
        sections?.map(({ status }) => status),
        ['weak', 'weak', 'weak'],
      );
      assert.match(
        draft.text,
        /^---\nquestion: .*楼上漏水："谁来赔"？ #1 - 你怎么办.*\nframework: neighbours\n---\n\n## 倾听\n/,
      );
    }),
  );

  test(
    'a new draft of every built-in framework misses no section',
    withServer({}, async (server) => {
      const known = await server.connection.sendRequest('zhangfa/frameworks', {});
      assert.ok(Array.isArray(known) && known.length >= 5);
      for (const { id } of known as { id: string }[]) {
        const draft = await server.connection.sendRequest(NewDraftRequest, {
          framework: id,
          question: '有居民质疑，怎么办？',
        });
        const { diagnostics } = await server.open(`untitled:${id}`, draft?.text ?? '');
        assert.ok(!codes(diagnostics).includes('section.missing'), id);
        assert.equal(server.coverage.all.at(-1)?.framework?.id, id);
      }
    }),
  );

  test(
    'a new draft of a framework nobody knows is null',
    withServer({}, async (server) => {
      assert.equal(
        await server.connection.sendRequest(NewDraftRequest, { framework: 'nonsense', question: '怎么办？' }),
        null,
      );
    }),
  );

  test(
    'a section is inserted on request, and null is answered where there is none to insert',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      await server.replace(uri, '王阿姨', '赵阿姨');
      const answer = await server.connection.sendRequest(InsertSectionRequest, { uri, section: 'revisit' });
      assert.equal(answer?.version, 2);
      assert.ok(!(await take(server, uri, answer)).includes('section.missing'));
      assert.equal(
        await server.connection.sendRequest(InsertSectionRequest, { uri, section: 'nonsense' }),
        null,
      );
      assert.equal(
        await server.connection.sendRequest(InsertSectionRequest, {
          uri: server.root.uri('closed.md'),
          section: 'revisit',
        }),
        null,
      );
      const notes = await openDraft(server, '# 买菜\n', 'notes.md');
      assert.equal(
        await server.connection.sendRequest(InsertSectionRequest, { uri: notes, section: 'revisit' }),
        null,
      );
    }),
  );

  for (const [name, text] of [
    ['that names one', DRAFT],
    ['that names none', DRAFT.replace('framework: neighbours\n', '')],
    ['without front matter', '# 题目\n\n楼上漏水怎么办？\n\n# 作答\n\n当天傍晚我分别上门。\n'],
    ['with an unknown one', DRAFT.replace('neighbours', 'neighbors')],
    ['in CRLF', DRAFT.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${DRAFT}`],
    ['that is no draft yet', '# 买菜\n'],
    ['that is empty', ''],
  ] as const) {
    test(
      `the framework of a document ${name} is set`,
      withServer({ files: OWN_RUBRICS }, async (server) => {
        const uri = await openDraft(server, text);
        const answer = await server.connection.sendRequest(SetFrameworkRequest, {
          uri,
          framework: 'public-doubt',
        });
        assert.ok(!(await take(server, uri, answer)).includes('draft.front-matter'));
        const covered = await server.coverage.first(({ version }) => version === 2);
        assert.deepEqual(
          [covered.framework?.id, covered.framework?.chosenBy],
          ['public-doubt', 'front-matter'],
        );
        const rest = text.replace(/^\uFEFF?(---[^]*?---\r?\n)?/, '');
        assert.ok(server.document(uri).getText().endsWith(rest), 'the rest is as it was');
      }),
    );
  }

  test(
    'a framework nobody knows is not written into the draft',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      for (const framework of ['nonsense', '', 'a: b', 'x\n---\n']) {
        assert.equal(
          await server.connection.sendRequest(SetFrameworkRequest, { uri, framework }),
          null,
          framework,
        );
      }
    }),
  );

  test(
    'the framework of a document that is not open cannot be set',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      assert.equal(
        await server.connection.sendRequest(SetFrameworkRequest, {
          uri: server.root.uri('closed.md'),
          framework: 'neighbours',
        }),
        null,
      );
    }),
  );

  test(
    'edits that were asked for an older version say so',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const before = server.document(uri).getText();
      const answer = await server.connection.sendRequest(InsertSectionRequest, { uri, section: 'revisit' });
      await server.replace(uri, '## 一、先听两家', '## 一、先听两家\n\n先说两句。');
      assert.equal(answer?.version, 1);
      const applied = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, before), [
        ...answer.edits,
      ]);
      assert.ok(applied.startsWith(before.trimEnd()));
    }),
  );
});
