import type { Connection } from 'vscode-languageserver';
import type { FileAccess } from '../files/fileAccess';
import type { ClientDocuments } from '../library/finding';
import { isProblemKind } from '../documents/problems';
import type { LibraryProblem } from '../library/types';
import { FindDocumentsRequest, FindFilesRequest, ReadFileRequest } from './protocol';

/** Reads files through the client, which knows virtual and remote file systems. */
export function clientFiles(connection: Connection): FileAccess {
  return {
    find: async (folder, globs, limit) =>
      onlyUris(await connection.sendRequest(FindFilesRequest, { folder, globs, limit })),
    async read(uri) {
      const read = await readThroughClient(connection, uri);
      if (read instanceof Uint8Array) return read;
      return read.kind === 'too-large' ? read.kind : null;
    },
  };
}

/** Finds and reads reference documents through the client. */
export function clientDocuments(connection: Connection): ClientDocuments {
  return {
    find: async (folder, entry, limit) =>
      onlyUris(await connection.sendRequest(FindDocumentsRequest, { folder, entry, limit })),
    read: (uri) => readThroughClient(connection, uri),
  };
}

/** Clients are of many makers: what is no list of URIs names no file. */
function onlyUris(found: unknown): readonly string[] {
  return Array.isArray(found) ? found.filter((uri) => typeof uri === 'string') : [];
}

async function readThroughClient(connection: Connection, uri: string): Promise<Uint8Array | LibraryProblem> {
  const found = await connection.sendRequest(ReadFileRequest, { uri }).catch(() => null);
  if (found === null || typeof found !== 'object') return { uri, kind: 'failed' };
  if ('problem' in found) {
    const { problem, detail } = found;
    if (!isProblemKind(problem)) return { uri, kind: 'failed' };
    return { uri, kind: problem, ...(typeof detail === 'string' ? { detail } : {}) };
  }
  try {
    return Uint8Array.from(atob(found.base64), (char) => char.charCodeAt(0));
  } catch {
    return { uri, kind: 'failed' };
  }
}
