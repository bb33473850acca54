import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  WorkDoneProgress,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import type { WorkspaceModel } from '../../server/src/core/features/reportWorkspace';
import { WorkspaceReportRequest } from '../../server/src/lsp/protocol';
import { BINARY, DRAFT, GB18030, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';

const NOTES = '# 买菜\n\n- 土豆\n';

async function report(server: TestServer, params = {}): Promise<WorkspaceModel> {
  return server.connection.sendRequest(WorkspaceReportRequest, params);
}

const namesOf = ({ rows }: WorkspaceModel): string[] => rows.map(({ name }) => name).sort();

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
        const { files, rows, unreadable, cancelled, locale } = await report(server);
        assert.deepEqual([files, unreadable, cancelled, locale], [3, [], false, 'zh']);
        const sections = [
          { title: '倾听', status: 'full' },
          { title: '调解', status: 'weak' },
          { title: '回访', status: 'absent' },
        ];
        const verdict = '3 个环节中 1 个完整；缺：回访；薄弱：调解';
        assert.deepEqual(
          rows.map(({ seconds, ...row }) => ({ ...row, isLong: seconds > 0 })),
          [
            { name: 'leak.md', findings: 3 },
            { name: 'sub/二 (1).markdown', findings: 2 },
          ].map(({ name, findings }) => ({
            ...{ uri: server.root.uri(name), name, framework: '邻里调解', verdict, sections, findings },
            isLong: true,
          })),
        );
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
        const found = await report(server);
        assert.deepEqual(namesOf(found), ['leak.md']);
        assert.deepEqual(found.unreadable, [
          { name: 'a 100%.md', reason: '是二进制文件，不是文本' },
          { name: 'b_国标.md', reason: '不是 UTF-8 文本（可能是 GB18030），请另存为 UTF-8' },
        ]);
      },
    ),
  );

  test(
    'without drafts there are no rows; the language is that of the editor',
    withServer({ files: { 'notes.md': NOTES }, locale: 'en' }, async (server) => {
      const { files, rows, locale } = await report(server);
      assert.deepEqual([files, rows, locale], [1, [], 'en']);
    }),
  );

  test(
    'without folders there is nothing to report',
    withServer({}, async (server) => {
      const { files, rows } = await report(server);
      assert.deepEqual([files, rows], [0, []]);
    }),
  );

  test(
    'the text in an editor goes before the file',
    withServer({ files: { ...OWN_RUBRICS, 'leak.md': NOTES, 'other.md': DRAFT } }, async (server) => {
      await server.open(server.root.uri('leak.md'), DRAFT.replace('少来敲门', '您慢慢说'));
      await server.open(server.root.uri('other.md'), NOTES);
      const { rows } = await report(server);
      assert.deepEqual(
        rows.map(({ name, findings }) => [name, findings]),
        [['leak.md', 2]],
      );
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
        const found = await report(server);
        assert.deepEqual(namesOf(found), ['50% y.md', 'leak.md', 'x.md']);
        assert.equal(found.files, 3);
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
        const found = await report(server);
        assert.deepEqual(namesOf(found), ['good.md']);
        assert.deepEqual(
          found.unreadable,
          ['bad.md', 'gone.md'].map((name) => ({ name, reason: '文件不存在或无法读取' })),
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
        const found = await server.connection.sendRequest(WorkspaceReportRequest, {}, cancel.token);
        assert.deepEqual(read, uris.slice(0, 2));
        assert.deepEqual([found.files, found.rows.length, found.cancelled], [3, 2, true]);
        await server.settled();
      },
    )();
  });
});
