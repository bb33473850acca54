import type { Connection } from 'vscode-languageserver';
import type { FileAccess } from '../files/fileAccess';
import type { ClientDocuments } from '../library/finding';
import type { LibraryProblem } from '../library/types';
import { FindDocumentsRequest, FindFilesRequest, ReadFileRequest } from './protocol';

/** Reads files through the client, which knows virtual and remote file systems. */
export function clientFiles(connection: Connection): FileAccess {
  return {
    find: (folder, globs, limit) => connection.sendRequest(FindFilesRequest, { folder, globs, limit }),
    async read(uri) {
      const read = await readThroughClient(connection, uri);
      return read instanceof Uint8Array ? read : null;
    },
  };
}

/** Finds and reads reference documents through the client. */
export function clientDocuments(connection: Connection): ClientDocuments {
  return {
    find: (folder, entry, limit) => connection.sendRequest(FindDocumentsRequest, { folder, entry, limit }),
    read: (uri) => readThroughClient(connection, uri),
  };
}

async function readThroughClient(connection: Connection, uri: string): Promise<Uint8Array | LibraryProblem> {
  const found = await connection.sendRequest(ReadFileRequest, { uri }).catch(() => null);
  if (found === null) return { uri, kind: 'failed' };
  if ('problem' in found)
    return { uri, kind: found.problem, ...(found.detail === undefined ? {} : { detail: found.detail }) };
  return Uint8Array.from(atob(found.base64), (char) => char.charCodeAt(0));
}
