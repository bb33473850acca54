import { open, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { parseUri } from './uri';
import { MOST_BYTES } from './decode';
import type { FileAccess } from './fileAccess';

/** Reads the local disk: for editors that do not offer their own file access, and for the command line. */
export const nodeFiles: FileAccess = {
  async find(folder, globs, limit) {
    const cwd = pathOf(folder);
    if (cwd === undefined) return [];
    const isFolder = await stat(cwd).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) return [];
    const { glob } = await import('tinyglobby');
    const found = await glob([...globs], {
      cwd,
      absolute: true,
      dot: true,
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    return found
      .sort()
      .slice(0, limit)
      .map((path) => URI.file(path).toString());
  },
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return null;
    return readRegular(path);
  },
};

/** Reads a file, but no pipe, no device and nothing endless: these would never come to their end. */
async function readRegular(path: string): Promise<Uint8Array | 'too-large' | null> {
  try {
    if (!(await stat(path)).isFile()) return null;
    const file = await open(path, 'r');
    try {
      return (await file.stat()).size > MOST_BYTES ? 'too-large' : await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** Of a file; what has another scheme is not on the disk, whatever its path. */
function pathOf(uri: string): string | undefined {
  const parsed = parseUri(uri);
  return parsed.scheme.toLowerCase() === 'file' ? parsed.fsPath : undefined;
}
