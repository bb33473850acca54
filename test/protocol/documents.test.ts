import assert from 'node:assert/strict';
import { type SymbolInformation, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import {
  CleaningRequest,
  type DocumentInfo,
  DocumentsRequest,
  DocumentTextRequest,
  RereadDocumentsNotification,
} from '../../server/src/lsp/protocol';
import { OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { HANDBOOK, NOTES, read, ready, watched } from './references';

async function listed(server: TestServer): Promise<readonly DocumentInfo[]> {
  return server.connection.sendRequest(DocumentsRequest);
}

/** Passages with words, as `name @ document:line`, lines from 1. */
async function passages(server: TestServer, query: string): Promise<string[]> {
  const found = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
  return ((found ?? []) as SymbolInformation[]).map(
    ({ name, containerName = '', location }) => `${name} @ ${containerName}:${location.range.start.line + 1}`,
  );
}

suite('Protocol: reference documents', () => {
  test(
    'the folder `documents` is read without being asked for',
    withServer({ files: { ...OWN_RUBRICS, 'documents/手册.txt': HANDBOOK } }, async (server) => {
      const state = await read(server, 1);
      assert.deepEqual(state.problems, []);
      assert.ok(state.phrases >= 5, `${state.phrases} phrases`);
      const [info, ...more] = await listed(server);
      assert.deepEqual(more, []);
      assert.deepEqual(info, {
        uri: server.root.uri('documents/手册.txt'),
        name: '手册.txt',
        format: 'text',
        sentences: 5,
        phrases: state.phrases,
        dropped: 0,
        opensAsText: true,
        warnings: [],
      });
    }),
  );

  test(
    'without a folder `documents` nothing is a problem',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const state = await read(server, 0);
      assert.deepEqual(state, { state: 'ready', done: 0, total: 0, documents: 0, phrases: 0, problems: [] });
      assert.deepEqual(await listed(server), []);
      assert.deepEqual(server.shown.all, []);
    }),
  );

  test(
    'zhangfa.documents names files, folders, globs and absolute paths; what is not there is named',
    withServer(
      {
        files: {
          'one.txt': HANDBOOK,
          'shelf/deep/two.md': NOTES,
          'many/a.txt': HANDBOOK,
          'many/b.md': NOTES,
          'elsewhere/c.txt': NOTES,
        },
        folders: ['', 'shelf'],
        configuration: (uri?: string) =>
          uri?.endsWith('/shelf')
            ? { documents: ['.'] }
            : { documents: ['one.txt', 'many/*.md', './nothing.txt', 'none/*.txt'] },
      },
      async (server) => {
        const state = await read(server, 3);
        assert.deepEqual(
          state.problems.map(({ uri, message }) => [uri.slice(server.root.uri().length + 1), message]),
          [
            ['nothing.txt', '没有这个文件或文件夹'],
            ['none/%2A.txt', '没有匹配的文件'],
          ],
        );
        assert.deepEqual(
          (await listed(server)).map(({ name, problem }) => (problem === undefined ? name : `(${name})`)),
          ['b.md', '(*.txt)', '(nothing.txt)', 'one.txt', 'two.md'],
        );
        const configured = ready(server, 1);
        await server.configure({ documents: [`${server.root.path}/elsewhere`] });
        assert.deepEqual((await configured).problems, []);
        assert.deepEqual(
          (await listed(server)).map(({ name }) => name),
          ['c.txt'],
        );
      },
    ),
  );

  test(
    'without a workspace folder the settings of the window count',
    withServer({ files: { 'shelf/one.txt': HANDBOOK }, folders: [] }, async (server) => {
      await read(server, 0);
      const configured = ready(server, 1);
      await server.configure({ documents: ['documents/', `${server.root.path}/shelf/`] });
      await configured;
    }),
  );

  test(
    'several folders have one library',
    withServer(
      { files: { 'a/documents/one.txt': HANDBOOK, 'b/documents/two.txt': NOTES }, folders: ['a'] },
      async (server) => {
        await read(server, 1);
        const added = ready(server, 2);
        await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [{ uri: server.root.uri('b'), name: 'b' }], removed: [] },
        });
        await added;
        const removed = ready(server, 1);
        await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [], removed: [{ uri: server.root.uri('a'), name: 'a' }] },
        });
        await removed;
        assert.deepEqual(
          (await listed(server)).map(({ name }) => name),
          ['two.txt'],
        );
      },
    ),
  );

  test(
    'passages are found by words, with document and line; a sentence of two documents in both',
    withServer({ files: { 'documents/手册.txt': HANDBOOK, 'documents/记录.txt': NOTES } }, async (server) => {
      await read(server, 2);
      assert.deepEqual(await passages(server, '墙面 干透'), [
        '半个月后回头再去看看墙面干透没有。 @ 手册.txt:3',
      ]);
      assert.deepEqual(await passages(server, '当面商定'), [
        '请师傅查清水从哪里来，再约两家当面商定怎么修、谁出钱。 @ 手册.txt:2',
        '请师傅查清水从哪里来，再约两家当面商定怎么修、谁出钱。 @ 记录.txt:1',
      ]);
      assert.deepEqual(await passages(server, '不在里面的话'), []);
    }),
  );

  test(
    'a file that comes, changes or goes is followed, the others are not read again',
    withServer({ files: { 'documents/手册.txt': HANDBOOK } }, async (server) => {
      await read(server, 1);
      const file = server.root.uri('documents/记录.txt');

      server.root.write('documents/记录.txt', NOTES);
      const reading = server.documents.next(({ state }) => state === 'reading');
      const came = ready(server, 2);
      await watched(server, file, 'created');
      assert.equal((await reading).total, 1, 'files read');
      await came;
      assert.equal((await passages(server, '关上电闸')).length, 0);

      server.root.write('documents/记录.txt', '先把电闸关上，再敲开邻居的门。楼道里的积水当晚清扫干净。\n');
      const changed = ready(server, 2);
      await watched(server, file, 'changed');
      await changed;
      assert.deepEqual(await passages(server, '积水'), ['楼道里的积水当晚清扫干净。 @ 记录.txt:1']);
      assert.deepEqual(await passages(server, '公告栏'), []);

      server.root.remove('documents/记录.txt');
      const gone = ready(server, 1);
      await watched(server, file, 'deleted');
      await gone;
      assert.deepEqual(await passages(server, '积水'), []);
    }),
  );

  test(
    'reading many files shows how far it has come, and offers to stop',
    withServer(
      {
        files: Object.fromEntries(
          Array.from({ length: 8 }, (_, number) => [`documents/${number}.txt`, HANDBOOK]),
        ),
      },
      async (server) => {
        const begun = await server.progress.first(({ value }) => value.kind === 'begin');
        assert.deepEqual(begun.value, {
          kind: 'begin',
          title: '章法：读取参考文档',
          percentage: 0,
          cancellable: true,
        });
        await server.progress.first(({ value, token }) => value.kind === 'end' && token === begun.token);
        await read(server, 8);
      },
    ),
  );

  test(
    'reading everything anew reads everything anew',
    withServer({ files: { 'documents/手册.txt': HANDBOOK, 'documents/记录.txt': NOTES } }, async (server) => {
      await read(server, 2);
      const reading = server.documents.next(({ state }) => state === 'reading');
      const again = ready(server, 2);
      await server.connection.sendNotification(RereadDocumentsNotification);
      assert.equal((await reading).total, 2);
      await again;
    }),
  );

  test(
    'who asks for reading is told when it is done, though nothing is other than before',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      await read(server, 0);
      const again = ready(server, 0);
      await server.connection.sendNotification(RereadDocumentsNotification);
      await again;
      server.root.write('documents/手册.txt', HANDBOOK);
      const came = ready(server, 1);
      await server.connection.sendNotification(RereadDocumentsNotification);
      await came;
      // The folder is among the documents already.
      const configured = ready(server, 1);
      await server.configure({ documents: ['documents/', './documents'] });
      await configured;
    }),
  );

  test(
    'the text read and what was cleaned out of it can be looked at; of no other file',
    withServer(
      {
        files: {
          'documents/手册.txt': `来源：某某网\n\n${HANDBOOK}`,
          'secret.txt': HANDBOOK,
        },
      },
      async (server) => {
        await read(server, 1);
        const uri = server.root.uri('documents/手册.txt');
        const text = await server.connection.sendRequest(DocumentTextRequest, { uri });
        assert.equal(text?.text, `来源：某某网\n\n${HANDBOOK}`);
        const cleaning = await server.connection.sendRequest(CleaningRequest, { uri });
        assert.equal(cleaning?.cleaned, `〔网站抬头（来源、时间）〕\n\n${HANDBOOK}`);
        assert.deepEqual(cleaning.summary, ['网站抬头（来源、时间） × 1']);
        const other = { uri: server.root.uri('secret.txt') };
        assert.equal(await server.connection.sendRequest(DocumentTextRequest, other), null);
        assert.equal(await server.connection.sendRequest(CleaningRequest, other), null);
      },
    ),
  );

  test('a client finds and reads the documents of a virtual workspace, and only what changed is read again', async () => {
    const store = new Map([
      ['vfs:/home/documents/a.txt', HANDBOOK],
      ['vfs:/home/documents/b.txt', NOTES],
    ]);
    const asked: string[] = [];
    await withServer(
      {
        initializationOptions: { fileAccess: true },
        initialize: () => ({ workspaceFolders: [{ uri: 'vfs:/home', name: 'home' }] }),
        fileAccess: {
          find: () => Promise.resolve([]),
          documents: (folder, entry) =>
            Promise.resolve(folder === 'vfs:/home' && entry === 'documents/' ? [...store.keys()] : []),
          read: (uri) => {
            asked.push(uri);
            const text = store.get(uri);
            return Promise.resolve(text === undefined ? null : Buffer.from(text));
          },
        },
      },
      async (server) => {
        await read(server, 2);
        assert.deepEqual(asked.splice(0), [...store.keys()]);
        store.set('vfs:/home/documents/b.txt', NOTES.replace('公告栏', '单元门口'));
        const changed = ready(server, 2);
        await watched(server, 'vfs:/home/documents/b.txt', 'changed');
        await changed;
        assert.deepEqual(asked, ['vfs:/home/documents/b.txt']);
        assert.deepEqual(await passages(server, '单元门口'), ['修好以后把单据贴在单元门口。 @ b.txt:1']);
      },
    )();
  });
});
