import { URI, Utils } from 'vscode-uri';
import { parseUri } from '../files/uri';
import { compileGlob } from '../files/glob';

/** Where a writer's rubrics are looked for unless the settings say otherwise. */
export const DEFAULT_RUBRICS: readonly string[] = ['.zhangfa/rubrics/'];

const GLOB = /[*?{}[\]!]/;
const YAML = '{yaml,yml}';

/**
 * Where an entry of `zhangfa.rubrics` points: a file, a folder or a glob, relative to the workspace folder or absolute.
 * @returns the folder to search and the globs relative to it
 */
export function rubricPlaces(
  folder: string,
  entry: string,
): { readonly base: string; readonly globs: readonly string[] } {
  const normal = entry.replaceAll('\\', '/').replace(/^\.\//, '');
  const absolute = normal.startsWith('/') || /^[A-Za-z]:\//.test(normal);
  const parts = normal.split('/').filter((part) => part !== '');
  const fixed = parts.findIndex((part) => GLOB.test(part));
  if (fixed >= 0) {
    const base = absolute
      ? URI.file(`${normal.startsWith('//') ? '//' : '/'}${parts.slice(0, fixed).join('/')}`)
      : parseUri(folder);
    return { base: base.toString(), globs: [parts.slice(absolute ? fixed : 0).join('/')] };
  }
  const isFile = /\.ya?ml$/i.test(normal);
  if (!absolute)
    return { base: folder, globs: [isFile ? parts.join('/') : [...parts, `**/*.${YAML}`].join('/')] };
  const target = URI.file(normal);
  return isFile
    ? { base: Utils.dirname(target).toString(), globs: [Utils.basename(target)] }
    : { base: target.toString(), globs: [`**/*.${YAML}`] };
}

/** Whether an entry of `zhangfa.rubrics` names a file, in the words of its address alone. */
export function namesRubric(folder: string, entry: string, uri: string): boolean {
  const { base, globs } = rubricPlaces(folder, entry);
  const place = parseUri(base);
  const file = parseUri(uri);
  if (file.scheme !== place.scheme || file.authority !== place.authority) return false;
  const literal = place.with({ path: place.path.replace(/[\\*?{}[\]()!+@|]/g, '\\$&') });
  return globs.some((glob) => compileGlob(Utils.joinPath(literal, glob).path)?.(file.path) === true);
}
