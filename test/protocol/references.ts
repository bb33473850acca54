import type { DocumentsParams } from '../../server/src/lsp/protocol';
import type { TestServer } from './harness';

/** A reference document for the framework of fixtures.ts, written for the tests: five sentences on three lines. */
export const HANDBOOK = [
  '我先分别上门，把两家的话一条条记在本子上。听完再念一遍，请两家补充。',
  '请师傅查清水从哪里来，再约两家当面商定怎么修、谁出钱。',
  '半个月后回头再去看看墙面干透没有。住户有别的难处也一并记下来。',
  '',
].join('\n');

/** Another one, of one line, with a sentence the handbook has too. */
export const NOTES = [
  '先把电闸关上，再请物业的人到场看水管。请师傅查清水从哪里来，再约两家当面商定怎么修、谁出钱。修好以后把单据贴在公告栏。',
  '',
].join('\n');

/** The first state from now on in which nothing is being read and so many documents are there. */
export function ready(server: TestServer, documents: number): Promise<DocumentsParams> {
  return server.documents.next((params) => params.state === 'ready' && params.documents === documents);
}

/** The same, whether it has been told already or not. */
export function read(server: TestServer, documents: number): Promise<DocumentsParams> {
  return server.documents.first((params) => params.state === 'ready' && params.documents === documents);
}

/** What a client that watches files says about one. */
export function watched(
  server: TestServer,
  uri: string,
  type: 'created' | 'changed' | 'deleted',
): Promise<void> {
  const number = { created: 1, changed: 2, deleted: 3 }[type];
  return server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri, type: number }],
  });
}
