import { realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { ToolError } from './types';

/**
 * Sees that a path an agent names lies in the current folder, wherever symbolic links lead. An agent acts on texts of
 * others, which may tell it to fetch what is none of its business.
 * @throws ToolError when it is not there or lies elsewhere
 */
export async function insideFolder(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) throw new ToolError(`没有“${path}” / no such file or folder: ${path}`);
  const way = relative(await realpath('.'), real);
  if (way === '..' || /^\.\.[/\\]/.test(way) || isAbsolute(way))
    throw new ToolError(
      `“${path}”不在 ${process.cwd()} 里，不能读 / outside the folder this server may read; start it with --folder`,
    );
  return path;
}
