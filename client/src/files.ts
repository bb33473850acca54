import { type CancellationToken, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LIMITS, megabytes } from '../../server/src/documents/limits';
import type { ProblemKind } from '../../server/src/documents/problems';
import { EXTENSIONS, extensionOf, UNSUPPORTED } from '../../server/src/documents/sniff';
import { FindDocumentsRequest, FindFilesRequest, ReadFileRequest } from '../../server/src/lsp/protocol';
import { toBase64 } from './base64';
import { hasLink } from './links';
import { isWithin } from './location';
import type { Place, Places } from './places';
import { type Entry, walk } from './walk';

/** Hidden files and folders, and the lock files of Word. */
const HIDDEN = /(?:^|\/)(?:\.|~\$)/;

/**
 * Answers the server's questions about files, through VS Code, so that virtual and remote workspaces work as well.
 * Only the workspace folders and what our settings name can be read.
 */
export function answerFileRequests(client: BaseLanguageClient, places: Places): void {
  client.onRequest(FindFilesRequest, async ({ folder, globs, limit }, token) =>
    findFiles(Uri.parse(folder), globs, limit, places, token),
  );
  client.onRequest(FindDocumentsRequest, async ({ folder, entry, limit }, token) => {
    const place = places.resolve(entry, Uri.parse(folder));
    return place ? findDocuments(place, limit, places, token) : [];
  });
  client.onRequest(ReadFileRequest, async ({ uri }) => readFile(Uri.parse(uri), places));
}

/** @returns URIs, sorted; empty for a folder that may not be read or is not there */
async function findFiles(
  folder: Uri,
  globs: readonly string[],
  limit: number,
  places: Places,
  token: CancellationToken,
): Promise<string[]> {
  if (!(await mayRead(folder, places))) return [];
  const paths = await walk(globs, {
    list: async (path) => list(Uri.joinPath(folder, path), places),
    exists: async (path) => (await typeOf(Uri.joinPath(folder, path))) === 'folder',
    limit,
    isCancelled: () => token.isCancellationRequested,
  });
  return paths.map((path) => Uri.joinPath(folder, path).toString());
}

/** Files a place names that look like documents, also those of formats that cannot be read, which are named as such. */
async function findDocuments(
  { base, glob }: Place,
  limit: number,
  places: Places,
  token: CancellationToken,
): Promise<string[]> {
  if (!(await mayRead(base, places))) return [];
  // A file named outright is wanted whatever it is called.
  if (glob === '' && (await typeOf(base)) === 'file') return [base.toString()];
  const found = await findFiles(base, [glob === '' ? '**' : glob], limit, places, token);
  return found.filter((uri) => {
    const path = uri.slice(base.toString().length);
    const extension = extensionOf(path);
    return !HIDDEN.test(path) && (extension in EXTENSIONS || UNSUPPORTED.has(extension));
  });
}

async function list(folder: Uri, places: Places): Promise<readonly Entry[]> {
  if (!(await mayRead(folder, places))) return [];
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name, type]) => ({ name, kind: kind(type) }));
  } catch {
    // Gone since, or closed to the writer: nothing to find.
    return [];
  }
}

function kind(type: FileType): Entry['kind'] {
  if (type === FileType.Directory) return 'folder';
  return (type & FileType.File) !== 0 ? 'file' : 'other';
}

/** What there is; undefined when there is nothing. Unlike reading an absent folder, asking leaves no error in VS Code's log. */
async function typeOf(uri: Uri): Promise<'file' | 'folder' | undefined> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return (type & FileType.Directory) !== 0 ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** The bytes of a file, or why it cannot be read. */
async function readFile(
  uri: Uri,
  places: Places,
): Promise<{ base64: string } | { problem: ProblemKind; detail?: string }> {
  if (!(await mayRead(uri, places))) return { problem: workspace.isTrusted ? 'unreadable' : 'untrusted' };
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > LIMITS.fileBytes) return { problem: 'too-large', detail: megabytes(LIMITS.fileBytes) };
    return { base64: toBase64(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): ProblemKind {
  const code = error instanceof FileSystemError ? error.code : undefined;
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return 'gone';
  if (code === 'FileIsADirectory') return 'not-a-file';
  return code === 'NoPermissions' ? 'unreadable' : 'failed';
}

/**
 * Whether a file or folder may be read. In a workspace that is not trusted, documents outside it stay closed, whoever
 * has named them, and links within it are not followed: whoever made the folder could point them anywhere.
 */
async function mayRead(uri: Uri, places: Places): Promise<boolean> {
  const roots = [
    ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri),
    ...places.of('rubrics').map(({ base }) => base),
    ...(workspace.isTrusted ? places.of('documents').map(({ base }) => base) : []),
  ].filter((root) => isWithin(uri, root));
  if (workspace.isTrusted) return roots.length > 0;
  for (const root of roots) if (!(await hasLink(root, uri))) return true;
  return false;
}
