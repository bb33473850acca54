import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  WorkDoneProgress,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import { WorkspaceReportRequest } from '../../server/src/lsp/protocol';
import { BINARY, DRAFT, GB18030, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';

const NOTES = '# 买菜\n\n- 土豆\n';

async function report(
  server: TestServer,
  params = {},
): Promise<{ drafts: number; markdown: string; rows: string[] }> {
  const { drafts, markdown } = await server.connection.sendRequest(WorkspaceReportRequest, params);
  const rows = markdown.split('\n').filter((line) => line.startsWith('| ['));
  return { drafts, markdown, rows };
}

suite('Protocol: report of the workspace', () => {
  test(
    'sums up every draft in a table, and leaves other Markdown out',
    withServer(
      {
        files: {
          ...OWN_RUBRICS,
          'leak.md': DRAFT,
          'sub/二 (1).markdown': DRAFT.replace('少来敲门', '您慢慢说'),
          'notes.md': NOTES,
          'a.txt': DRAFT,
          'node_modules/x/a.md': DRAFT,
          '.git/a.md': DRAFT,
        },
      },
      async (server) => {
        const { drafts, markdown, rows } = await report(server);
        assert.equal(drafts, 2);
        assert.ok(
          markdown.startsWith(
            '# 章法 · 工作区检查\n\n3 个 Markdown 文件中有 2 篇草稿。\n\n| 草稿 | 框架 | 环节 | 结论 | 提示 | 时长 |\n| --- |',
          ),
          markdown,
        );
        const verdict = '邻里调解 | 倾听 ✓ 调解 ◐ 回访 ✗ | 3 个环节中 1 个完整；缺：回访；薄弱：调解';
        assert.equal(
          rows[0]?.replace(/\d+ 秒/, 'N 秒'),
          `| [leak.md](${server.root.uri('leak.md')}) | ${verdict} | 3 | N 秒 |`,
        );
        assert.equal(
          rows[1]?.replace(/\d+ 秒/, 'N 秒'),
          `| [sub/二 (1).markdown](${server.root.uri('sub/二 (1).markdown')}) | ${verdict} | 2 | N 秒 |`,
        );
        assert.ok(!markdown.includes('没有读取的文件'));
      },
    ),
  );

  test(
    'names the files it cannot read, with the reason, and goes on',
    withServer(
      {
        files: {
          ...OWN_RUBRICS,
          'a 100%.md': BINARY,
          'b_国标.md': GB18030,
          'leak.md': DRAFT,
          'empty.md': '',
        },
      },
      async (server) => {
        const { drafts, markdown } = await report(server);
        assert.equal(drafts, 1);
        const listed = markdown
          .slice(markdown.indexOf('## 没有读取的文件'))
          .split('\n')
          .filter((line) => line.startsWith('- '));
        assert.deepEqual(listed, [
          '- a 100%.md：是二进制文件，不是文本',
          '- b\\_国标.md：不是 UTF-8 文本（可能是 GB18030），请另存为 UTF-8',
        ]);
      },
    ),
  );

  test(
    'without drafts there is no table, in English as well',
    withServer({ files: { 'notes.md': NOTES }, locale: 'en' }, async (server) => {
      const { drafts, markdown } = await report(server);
      assert.equal(drafts, 0);
      assert.equal(markdown.trim(), '# Zhangfa · workspace check\n\n0 drafts among 1 Markdown file.');
    }),
  );

  test(
    'without folders there is nothing to report',
    withServer({}, async (server) => {
      assert.match((await report(server)).markdown, /0 个 Markdown 文件中有 0 篇草稿。/);
    }),
  );

  test(
    'the text in an editor goes before the file',
    withServer({ files: { ...OWN_RUBRICS, 'leak.md': NOTES, 'other.md': DRAFT } }, async (server) => {
      await server.open(server.root.uri('leak.md'), DRAFT.replace('少来敲门', '您慢慢说'));
      await server.open(server.root.uri('other.md'), NOTES);
      const { rows } = await report(server);
      assert.equal(rows.length, 1);
      assert.match(rows[0] ?? '', /^\| \[leak\.md\].* \| 2 \| \d+ 秒 \|$/);
    }),
  );

  test(
    'each folder has its settings, nested folders are not counted twice, and names are those in the innermost folder',
    withServer(
      {
        files: {
          ...Object.fromEntries(Object.entries(OWN_RUBRICS).map(([path, text]) => [`a/${path}`, text])),
          'a/leak.md': DRAFT,
          'a/in/x.md': DRAFT,
          'ab/50% y.md': '我来说两句。\n',
        },
        folders: ['a', 'a/in', 'ab'],
        configuration: (uri?: string) => (uri?.includes('/ab') ? { drafts: ['*.md'] } : {}),
      },
      async (server) => {
        const { rows, markdown } = await report(server);
        const names = rows.map((row) => /^\| \[([^\]]*)\]/.exec(row)?.[1]);
        assert.deepEqual(names.sort(), ['50% y.md', 'leak.md', 'x.md']);
        assert.match(markdown, /3 个 Markdown 文件中有 3 篇草稿。/);
      },
    ),
  );

  test(
    'a file the client fails to read is named, and the report goes on',
    withServer(
      {
        initializationOptions: { fileAccess: true },
        initialize: () => ({ workspaceFolders: [{ uri: 'vscode-vfs://h/w', name: 'w' }] }),
        fileAccess: {
          find: (_, globs) =>
            Promise.resolve(
              globs.some((glob) => glob.includes('yaml'))
                ? []
                : ['vscode-vfs://h/w/bad.md', 'vscode-vfs://h/w/gone.md', 'vscode-vfs://h/w/good.md'],
            ),
          read: (uri) =>
            uri.endsWith('bad.md')
              ? Promise.reject(new Error('no'))
              : Promise.resolve(uri.endsWith('gone.md') ? null : Buffer.from(DRAFT)),
        },
      },
      async (server) => {
        const { drafts, markdown } = await report(server);
        assert.equal(drafts, 1);
        assert.match(
          markdown,
          /## 没有读取的文件\n\n- bad\.md：文件不存在或无法读取\n- gone\.md：文件不存在或无法读取\n/,
        );
      },
    ),
  );

  test(
    'tells its progress to the token it is given',
    withServer({ files: { ...OWN_RUBRICS, 'a.md': DRAFT, 'b.md': NOTES } }, async (server) => {
      const progress: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
      server.connection.onProgress(WorkDoneProgress.type, 'my-token', (step) => void progress.push(step));
      await report(server, { workDoneToken: 'my-token' });
      assert.deepEqual(progress, [
        { kind: 'begin', title: '章法：检查工作区草稿', percentage: 0, cancellable: true },
        { kind: 'report', percentage: 0, message: 'a.md' },
        { kind: 'report', percentage: 50, message: 'b.md' },
        { kind: 'end' },
      ]);
    }),
  );

  test('can be cancelled, and says that it is not complete', async () => {
    const cancel = new CancellationTokenSource();
    const uris = ['a', 'b', 'c'].map((name) => `vscode-vfs://h/w/${name}.md`);
    const read: string[] = [];
    await withServer(
      {
        initializationOptions: { fileAccess: true },
        initialize: () => ({ workspaceFolders: [{ uri: 'vscode-vfs://h/w', name: 'w' }] }),
        fileAccess: {
          find: (_, globs) => Promise.resolve(globs.some((glob) => glob.includes('yaml')) ? [] : uris),
          read: (uri) => {
            read.push(uri);
            // The cancellation is on its way before the answer.
            if (read.length === 2) cancel.cancel();
            return Promise.resolve(Buffer.from(DRAFT));
          },
        },
      },
      async (server) => {
        const { drafts, markdown } = await server.connection.sendRequest(
          WorkspaceReportRequest,
          {},
          cancel.token,
        );
        assert.equal(drafts, 2);
        assert.deepEqual(read, uris.slice(0, 2));
        assert.match(markdown, /3 个 Markdown 文件中有 2 篇草稿。\n\n检查已取消，以下只是已完成的部分。/);
        await server.settled();
      },
    )();
  });
});
