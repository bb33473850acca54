import assert from 'node:assert/strict';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import {
  type LogMessageParams,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { OWN_RUBRICS } from './fixtures';
import { TestServer } from './harness';
import { HANDBOOK, NOTES, read } from './references';
import { TempFolder } from './tempFolder';

const ONE = 'documents/手册.txt';
const TWO = 'documents/记录.txt';

/** A folder that outlives the servers that work in it. */
async function withFolder(body: (folder: TempFolder) => Promise<void>): Promise<void> {
  const folder = new TempFolder({ ...OWN_RUBRICS, [ONE]: HANDBOOK, [TWO]: NOTES });
  try {
    await body(folder);
  } finally {
    folder.remove();
  }
}

/** Runs a server on the folder, with its storage in it, until all is read and kept. */
async function session(
  folder: TempFolder,
  body: (server: TestServer) => Promise<void> = () => Promise.resolve(),
  documents = 2,
): Promise<{ readonly filesRead: number; readonly logged: string[] }> {
  const server = await TestServer.start({
    initialize: () => ({
      workspaceFolders: [{ uri: folder.uri(), name: 'folder' }],
      initializationOptions: { storage: folder.uri('storage') },
    }),
  });
  try {
    await read(server, documents);
    await body(server);
    await server.stop();
    const filesRead = Math.max(0, ...server.documents.all.map(({ total }) => total));
    return { filesRead, logged: server.logs.all.map(({ message }: LogMessageParams) => message) };
  } finally {
    await server.dispose();
  }
}

/** The file in the storage; there is one. */
function stored(folder: TempFolder): string {
  const [name, ...more] = readdirSync(join(folder.path, 'storage'));
  assert.deepEqual(more, []);
  assert.match(name ?? '', /^documents-[0-9a-z]+\.bin$/);
  return `storage/${name ?? ''}`;
}

async function found(server: TestServer, query: string): Promise<string[]> {
  const symbols = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
  return ((symbols ?? []) as SymbolInformation[]).map(({ name }) => name);
}

suite('Protocol: what is kept of the documents', () => {
  test('a second start reads no file again', () =>
    withFolder(async (folder) => {
      const path = join(folder.path, ONE);
      utimesSync(path, 1_700_000_000, 1_700_000_000);
      assert.equal((await session(folder)).filesRead, 2);
      stored(folder);
      // Other words of the same length, and the same time: whoever reads the file sees them.
      folder.write(ONE, HANDBOOK.replace('墙面', '屋顶'));
      utimesSync(path, 1_700_000_000, 1_700_000_000);
      const second = await session(folder, async (server) => {
        assert.deepEqual(await found(server, '墙面'), ['半个月后回头再去看看墙面干透没有。']);
        assert.deepEqual(await found(server, '屋顶'), []);
      });
      assert.deepEqual(second, { filesRead: 0, logged: [] });
    }));

  test('what has changed, come or gone meanwhile is read, the rest is not', () =>
    withFolder(async (folder) => {
      await session(folder);
      folder.write(TWO, NOTES.replace('公告栏', '单元门口'));
      folder.write('documents/新.txt', '半夜停电，我先给老人送去手电筒。天亮以后再查线路。\n');
      folder.remove(ONE);
      const second = await session(folder, async (server) => {
        assert.equal((await found(server, '单元门口')).length, 1);
        assert.equal((await found(server, '手电筒')).length, 1);
        assert.equal((await found(server, '墙面')).length, 0);
      });
      assert.equal(second.filesRead, 2);
      assert.equal((await session(folder)).filesRead, 0, 'all was kept');
    }));

  for (const [name, damage] of [
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'of which a byte is another one',
      (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
    ],
    ['with nothing in it', () => Buffer.alloc(0)],
    ['of something else', () => Buffer.from('PK\u0003\u0004 what is this')],
  ] as const) {
    test(`a file ${name} is built anew, and this is said once`, () =>
      withFolder(async (folder) => {
        await session(folder);
        const file = stored(folder);
        folder.write(file, damage(readFileSync(join(folder.path, file))));
        const second = await session(folder);
        assert.deepEqual(second, { filesRead: 2, logged: ['保存的表述索引损坏，已从文档重新建立。'] });
        assert.deepEqual(await session(folder), { filesRead: 0, logged: [] }, 'the file is whole again');
      }));
  }

  test('with other frameworks the phrases are sorted anew', () =>
    withFolder(async (folder) => {
      await session(folder);
      folder.write(
        '.zhangfa/rubrics/neighbours.yaml',
        OWN_RUBRICS['.zhangfa/rubrics/neighbours.yaml']?.toString().replace('当面商定', '坐到一起') ?? '',
      );
      assert.deepEqual(await session(folder), {
        filesRead: 2,
        logged: ['保存的表述索引来自另一个版本或另一套框架，已从文档重新建立。'],
      });
    }));

  test('a storage that cannot be written to is no harm', () =>
    withFolder(async (folder) => {
      folder.write('storage', 'a file where the folder should be');
      const { logged } = await session(folder, async (server) => {
        assert.equal((await found(server, '墙面')).length, 1);
      });
      const [said, ...more] = logged;
      assert.deepEqual(more, []);
      assert.match(said ?? '', /^表述索引没有保存，下次会重新读取文档：EEXIST/);
    }));
});
