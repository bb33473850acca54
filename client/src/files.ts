import { type CancellationToken, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FindFilesRequest, ReadFileRequest } from '../../server/src/lsp/protocol';
import { toBase64 } from './base64';
import { isWithin } from './location';
import { rubricLocations } from './rubrics';
import { type Entry, walk } from './walk';

/** Larger files are no drafts and no rubrics; the server is not sent them. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Answers the server's questions about files, through VS Code, so that virtual and remote workspaces work as well.
 * Only the workspace folders and what `zhangfa.rubrics` names can be read.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(FindFilesRequest, async ({ folder, globs, limit }, token) =>
    findFiles(Uri.parse(folder), globs, limit, token),
  );
  client.onRequest(ReadFileRequest, async ({ uri }) => readFile(Uri.parse(uri)));
}

/** @returns URIs, sorted; empty for a folder that may not be read or is not there */
async function findFiles(
  folder: Uri,
  globs: readonly string[],
  limit: number,
  token: CancellationToken,
): Promise<string[]> {
  if (!mayRead(folder)) return [];
  const paths = await walk(globs, {
    list: async (path) => list(Uri.joinPath(folder, path)),
    limit,
    isCancelled: () => token.isCancellationRequested,
  });
  return paths.map((path) => Uri.joinPath(folder, path).toString());
}

async function list(folder: Uri): Promise<readonly Entry[]> {
  if (!mayRead(folder)) return [];
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name, type]) => ({ name, kind: kind(type) }));
  } catch {
    // Not there, or not a folder: nothing to find.
    return [];
  }
}

function kind(type: FileType): Entry['kind'] {
  if (type === FileType.Directory) return 'folder';
  return (type & FileType.File) !== 0 ? 'file' : 'other';
}

/** @returns null when the file may not be read, cannot be read or is too large */
async function readFile(uri: Uri): Promise<{ base64: string } | null> {
  if (!mayRead(uri)) return null;
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > MAX_BYTES ? null : { base64: toBase64(await workspace.fs.readFile(uri)) };
  } catch {
    return null;
  }
}

function mayRead(uri: Uri): boolean {
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  return [...folders, ...rubricLocations().map(({ base }) => base)].some((root) => isWithin(uri, root));
}
