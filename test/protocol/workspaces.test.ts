import assert from 'node:assert/strict';
import { DRAFT, DRAFT_CODES, framework, FRAMEWORK, OWN_RUBRICS, WORDING } from './fixtures';
import { type TestServer, withServer } from './harness';
import { Recorder } from './recorder';
import { codes, saying } from './said';

const RUBRIC = '.zhangfa/rubrics/own.yaml';

/** The title of the framework a document is checked by. */
async function title(server: TestServer, uri: string, text = DRAFT): Promise<string | undefined> {
  await server.open(uri, text);
  return (await server.coverage.first((params) => params.uri === uri)).framework?.title;
}

function foldersChanged(
  server: TestServer,
  added: readonly string[],
  removed: readonly string[],
): Promise<void> {
  const folders = (paths: readonly string[]): object[] =>
    paths.map((path) => ({ uri: server.root.uri(path), name: path }));
  return server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: folders(added), removed: folders(removed) },
  });
}

suite('Protocol: several folders', () => {
  const files = {
    [`one/${RUBRIC}`]: framework('neighbours', '甲'),
    [`two/${RUBRIC}`]: framework('neighbours', '乙'),
    [`one-more/${RUBRIC}`]: framework('neighbours', '丙'),
  };

  test(
    'each folder has its own rubrics',
    withServer({ files, folders: ['one', 'two', 'one-more'] }, async (server) => {
      for (const [path, expected] of [
        ['one/a.md', '甲'],
        ['two/a.md', '乙'],
        ['one-more/a.md', '丙'],
        ['one/deep/er/a.md', '甲'],
      ] as const) {
        assert.equal(await title(server, server.root.uri(path)), expected, path);
      }
    }),
  );

  test(
    'of nested folders the inner one counts',
    withServer(
      {
        files: { ...files, [`one/inner/${RUBRIC}`]: framework('neighbours', '内') },
        folders: ['one', 'one/inner'],
      },
      async (server) => {
        assert.equal(await title(server, server.root.uri('one/a.md')), '甲');
        assert.equal(await title(server, server.root.uri('one/inner/a.md')), '内');
        assert.equal(await title(server, server.root.uri('one/inner-not/a.md')), '甲');
      },
    ),
  );

  test(
    'zhangfa.drafts and zhangfa.rubrics are those of each folder',
    withServer(
      {
        files: { 'one/mine/own.yaml': FRAMEWORK, 'two/a.md': '' },
        folders: ['one', 'two'],
        configuration: (uri?: string) =>
          uri?.includes('/one') ? { rubrics: ['mine'] } : { drafts: ['answers/*.md'] },
      },
      async (server) => {
        const bare = '第二天上午我分别上门。\n';
        assert.equal(await title(server, server.root.uri('one/a.md')), '邻里调解');
        assert.deepEqual((await server.open(server.root.uri('one/answers/a.md'), bare)).diagnostics, []);
        assert.ok((await server.open(server.root.uri('two/answers/a.md'), bare)).diagnostics.length > 0);
      },
    ),
  );

  test(
    'a folder that is added brings its rubrics',
    withServer({ files, folders: ['one'] }, async (server) => {
      const uri = server.root.uri('two/a.md');
      assert.match(saying((await server.open(uri, DRAFT)).diagnostics).join(), /没有名为“neighbours”的框架/);
      const covered = server.coverage.next((params) => params.uri === uri);
      await foldersChanged(server, ['two'], []);
      assert.equal((await covered).framework?.title, '乙');
    }),
  );

  test(
    'a folder that is removed takes its rubrics and their faults along',
    withServer(
      {
        files: {
          ...files,
          'two/.zhangfa/rubrics/broken.yaml': 'id: [',
          'one/.zhangfa/rubrics/broken.yaml': 'id: [',
        },
        folders: ['one', 'two'],
      },
      async (server) => {
        const [uri, broken] = [
          server.root.uri('two/a.md'),
          server.root.uri('two/.zhangfa/rubrics/broken.yaml'),
        ];
        const faulty = ['one', 'two'].map((folder) =>
          server.diagnostics.first(
            (params) => params.uri === server.root.uri(`${folder}/.zhangfa/rubrics/broken.yaml`),
          ),
        );
        await server.open(server.root.uri('one/a.md'), DRAFT);
        await server.open(uri, DRAFT);
        for (const { diagnostics } of await Promise.all(faulty))
          assert.deepEqual(codes(diagnostics), ['rubric.invalid']);
        const [checked, cleared] = [server.nextDiagnostics(uri), server.nextDiagnostics(broken)];
        await foldersChanged(server, [], ['two']);
        assert.match(saying((await checked).diagnostics).join(), /没有名为“neighbours”的框架/);
        assert.deepEqual((await cleared).diagnostics, []);
        await server.settled();
        const other = server.diagnostics.all.findLast(
          (params) => params.uri === server.root.uri('one/.zhangfa/rubrics/broken.yaml'),
        );
        assert.deepEqual(
          codes(other?.diagnostics ?? []),
          ['rubric.invalid'],
          'the other folder keeps its own',
        );
      },
    ),
  );
});

suite('Protocol: virtual documents', () => {
  const FOLDER = 'vscode-vfs://github/someone/drafts';
  const virtual: Readonly<Record<string, string>> = {
    [`${FOLDER}/.zhangfa/rubrics/own.yaml`]: FRAMEWORK,
    [`${FOLDER}/.zhangfa/rubrics/words.yaml`]: WORDING,
  };
  const options = (
    read: (uri: string) => Promise<Uint8Array | null>,
    found?: (folder: string, globs: readonly string[]) => void,
  ) => ({
    initializationOptions: { fileAccess: true },
    initialize: () => ({ workspaceFolders: [{ uri: FOLDER, name: 'drafts' }] }),
    fileAccess: {
      find: (folder: string, globs: readonly string[]) => {
        found?.(folder, globs);
        return Promise.resolve(Object.keys(virtual));
      },
      read,
    },
  });
  const fromVirtual = (uri: string): Promise<Uint8Array | null> =>
    Promise.resolve(Buffer.from(virtual[uri] ?? ''));

  test(
    'an untitled document is checked with built-in rubrics, and by the actions it offers',
    withServer({}, async (server) => {
      const uri = 'untitled:Untitled-1';
      const { diagnostics } = await server.open(uri, '题目：有居民质疑你们的工作，怎么办？\n');
      assert.deepEqual(codes(diagnostics), ['section.missing']);
      const [insert] = await server.actions(uri, '题目');
      assert.equal(insert?.title, '插入全部环节的提纲');
      assert(insert.edit);
      assert.ok(!codes((await server.apply(uri, insert.edit)).diagnostics).includes('section.missing'));
    }),
  );

  test('the client finds and reads the rubrics of a virtual workspace', async () => {
    const asked: unknown[] = [];
    await withServer(
      options(fromVirtual, (folder, globs) => asked.push([folder, globs])),
      async (server) => {
        const { diagnostics } = await server.open(`${FOLDER}/leak.md`, DRAFT);
        assert.deepEqual(codes(diagnostics), DRAFT_CODES);
        assert.deepEqual(asked, [[FOLDER, ['.zhangfa/rubrics/**/*.{yaml,yml}']]]);
      },
    )();
  });

  test(
    'files the client cannot read are named, and the others work',
    withServer(
      options((uri) => (uri.endsWith('words.yaml') ? Promise.resolve(null) : fromVirtual(uri))),
      async (server) => {
        const warned = server.shown.first(() => true);
        const { diagnostics } = await server.open(`${FOLDER}/leak.md`, DRAFT);
        assert.deepEqual(codes(diagnostics), ['section.missing', 'section.weak']);
        assert.equal(
          (await warned).message,
          `框架文件没有读取：${FOLDER}/.zhangfa/rubrics/words.yaml（文件不存在或无法读取）。`,
        );
      },
    ),
  );

  for (const [name, nonsense] of [
    ['null', null],
    ['nonsense', { files: 'all' }],
    ['a list of nonsense', [7, null]],
  ] as const) {
    test(
      `a client that answers ${name} for its files leaves the built-in rubrics`,
      withServer(
        {
          ...options(() => Promise.resolve(nonsense as never)),
          fileAccess: {
            find: () => Promise.resolve(nonsense as never),
            documents: () => Promise.resolve(nonsense as never),
            read: () => Promise.resolve(nonsense as never),
          },
        },
        async (server) => {
          const { diagnostics } = await server.open(`${FOLDER}/leak.md`, DRAFT);
          assert.match(saying(diagnostics).join(), /没有名为“neighbours”的框架/);
          await server.documents.first(({ state }) => state === 'ready');
        },
      ),
    );
  }

  test(
    'a client that answers neither leaves the built-in rubrics',
    withServer(
      {
        ...options(() => Promise.reject(new Error('no'))),
        fileAccess: {
          find: () => Promise.reject(new Error('no files today')),
          read: () => Promise.reject(new Error('no')),
        },
      },
      async (server) => {
        const { diagnostics } = await server.open(`${FOLDER}/leak.md`, DRAFT);
        assert.match(saying(diagnostics).join(), /没有名为“neighbours”的框架/);
      },
    ),
  );

  test('without file access the server has the built-in rubrics only', async () => {
    await withServer(
      { initialize: () => ({ workspaceFolders: [{ uri: FOLDER, name: 'drafts' }] }) },
      async (server) => {
        const { diagnostics } = await server.open(`${FOLDER}/leak.md`, DRAFT);
        assert.match(saying(diagnostics).join(), /没有名为“neighbours”的框架/);
      },
    )();
  });

  test('rubrics that arrive after they have changed again are not taken', async () => {
    const reads = new Recorder<{ uri: string; answer: (bytes: Uint8Array | null) => void }>();
    const read = (uri: string): Promise<Uint8Array | null> =>
      uri.endsWith('words.yaml') ? new Promise((answer) => reads.add({ uri, answer })) : fromVirtual(uri);
    await withServer(options(read), async (server) => {
      const uri = `${FOLDER}/leak.md`;
      const opened = server.open(uri, DRAFT);
      const outdated = await reads.first(() => true);
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: outdated.uri, type: 2 }],
      });
      const current = await reads.first((other) => other !== outdated);
      current.answer(Buffer.from(WORDING));
      await opened;
      outdated.answer(Buffer.from(WORDING.replaceAll('少来敲门', '什么都不是')));
      await server.settled();
      const last = server.diagnostics.all.findLast((params) => params.uri === uri);
      assert.deepEqual(codes(last?.diagnostics ?? []), DRAFT_CODES);
    })();
  });

  test(
    'the files of an ordinary folder are read without the client',
    withServer({ files: OWN_RUBRICS, initializationOptions: { fileAccess: false } }, async (server) => {
      assert.deepEqual(
        codes((await server.open(server.root.uri('leak.md'), DRAFT)).diagnostics),
        DRAFT_CODES,
      );
    }),
  );
});
