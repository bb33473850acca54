import type { Connection } from 'vscode-languageserver';
import type { FileAccess } from '../files/fileAccess';
import { FindFilesRequest, ReadFileRequest } from './protocol';

/** Reads files through the client, which knows virtual and remote file systems. */
export function clientFiles(connection: Connection): FileAccess {
  return {
    find: (folder, globs, limit) => connection.sendRequest(FindFilesRequest, { folder, globs, limit }),
    async read(uri) {
      const found = await connection.sendRequest(ReadFileRequest, { uri }).catch(() => null);
      return found ? Uint8Array.from(atob(found.base64), (char) => char.charCodeAt(0)) : null;
    },
  };
}
