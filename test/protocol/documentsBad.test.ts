import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, openSync, closeSync, ftruncateSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { type SymbolInformation, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import { DocumentsRequest } from '../../server/src/lsp/protocol';
import { BINARY, OWN_RUBRICS } from './fixtures';
import { withServer } from './harness';
import { HANDBOOK, read, ready } from './references';

const MEGABYTE = 1024 * 1024;
/** A document part of 32 MB that takes about 32 kB packed. */
const BOMB = zipSync({ 'word/document.xml': new Uint8Array(32 * MEGABYTE) }, { level: 9 });
/** As Office writes a document under a password: a compound file with a stream of this name. */
const LOCKED = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

suite('Protocol: documents that cannot be read', () => {
  test(
    'each is named with the reason, the good one is there, and edits go on',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      await read(server, 0);
      const { root } = server;
      const path = (name: string): string => join(root.path, 'documents', name);
      root.write('documents/好.txt', HANDBOOK);
      root.write('documents/坏.docx', Buffer.from('PK\u0003\u0004word/ and then nothing'));
      root.write('documents/炸.docx', BOMB);
      root.write('documents/锁.docx', LOCKED);
      root.write('documents/图.txt', BINARY);
      root.write('documents/空.pdf', '%PDF-1.7\nnothing');
      root.write('documents/旧.doc', 'whatever');
      const big = openSync(path('大.txt'), 'w');
      ftruncateSync(big, 100 * MEGABYTE);
      closeSync(big);
      symlinkSync('.', path('圈'));
      symlinkSync('nowhere.txt', path('无.txt'));
      mkdirSync(path('禁'));
      chmodSync(path('禁'), 0);
      const done = ready(server, 1);
      await server.configure({});
      const { problems } = await done;
      chmodSync(path('禁'), 0o700);
      const told = new Map(
        problems.map(({ uri, message }) => [
          decodeURIComponent(uri.slice(root.uri('documents').length + 1)),
          message,
        ]),
      );
      // Nothing is forbidden to root.
      const forbidden = process.getuid?.() === 0 ? [] : [['禁', '没有权限读取'] as const];
      assert.deepEqual(
        told,
        new Map([
          ['大.txt', '文件太大（上限 20 MB）'],
          ['圈', '符号链接绕回了上层文件夹，没有再进去'],
          ['无.txt', '没有这个文件或文件夹'],
          ['旧.doc', '不支持 doc 格式，请另存为 docx、pdf 或 txt'],
          ['坏.docx', '文件损坏（zip）'],
          ['炸.docx', '压缩包异常（1025 : 1），没有解开'],
          ['锁.docx', '有密码，打不开'],
          ['图.txt', '不是文本文件'],
          ['空.pdf', '文件损坏（pdf）'],
          ...forbidden,
        ]),
      );
      const infos = await server.connection.sendRequest(DocumentsRequest);
      assert.deepEqual(
        infos.filter(({ problem }) => problem === undefined).map(({ name }) => name),
        ['好.txt'],
      );
      assert.equal(infos.find(({ name }) => name === '锁.docx')?.problem, '有密码，打不开');
      const found = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '墙面' });
      assert.equal(((found ?? []) as SymbolInformation[]).length, 1);
      assert.deepEqual(server.shown.all, [], 'nobody is interrupted');

      root.remove('documents/坏.docx');
      const mended = server.documents.next(
        (params) =>
          params.state === 'ready' &&
          !params.problems.some(({ uri }) => uri === root.uri('documents/坏.docx')),
      );
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: root.uri('documents/坏.docx'), type: 3 }],
      });
      await mended;
    }),
  );

  test(
    'a workspace folder that is gone and settings of the wrong type are no harm',
    withServer(
      {
        initialize: (root) => ({ workspaceFolders: [{ uri: root.uri('gone'), name: 'gone' }] }),
        configuration: { documents: [1, '', null, '[', 'x'.repeat(5000)] },
      },
      async (server) => {
        await server.settled();
        const { documents } = await server.documents.first(({ state }) => state === 'ready');
        assert.equal(documents, 0);
      },
    ),
  );
});
