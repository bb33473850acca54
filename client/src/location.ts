import { escapeGlob, splitGlob } from '../../server/src/library/places';

/** The part of a URI that says where something is. */
export interface Location {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** Whether a location is the folder or lies in it. A path with `..` lies nowhere: it could lead out again. */
export function isWithin(location: Location, folder: Location): boolean {
  if (location.scheme !== folder.scheme || location.authority !== folder.authority) return false;
  // A backslash separates too where the path ends up on Windows.
  if (location.path.split(/[\\/]/).includes('..')) return false;
  const parent = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return location.path === folder.path || location.path.startsWith(parent);
}

/** An entry of `zhangfa.rubrics` or `zhangfa.documents`: a file, a folder or a glob. */
export interface PlaceEntry {
  /** Where it begins: at the root of the file system, in the home folder (`~/…`), or in the workspace folder. */
  readonly from: 'root' | 'home' | 'folder';
  /** The part without wildcards, a path with `/`, unescaped. */
  readonly base: string;
  /** The rest; empty when the entry names one file or folder. */
  readonly glob: string;
}

/** Takes an entry of such a setting apart. In square brackets, a wildcard means itself: `资料[(]新[)]/`. */
export function parsePlace(entry: string): PlaceEntry {
  const trimmed = entry.trim();
  // Only a drive letter makes backslashes certain to be separators; elsewhere they escape.
  const path = (/^[a-z]:[\\/]/i.test(trimmed) ? trimmed.replaceAll('\\', '/') : trimmed).replace(/\/+$/, '');
  if (path === '~' || path.startsWith('~/')) {
    return { from: 'home', ...splitGlob(path.slice(2)) };
  }
  const { base, glob } = splitGlob(path === '' && trimmed !== '' ? '/' : path);
  return { from: /^(?:\/|[a-z]:(?:\/|$))/i.test(base) ? 'root' : 'folder', base, glob };
}

/**
 * The entry of `zhangfa.documents` that names a file or folder: the shortest that holds wherever the settings go.
 * Wildcards in names are escaped.
 * @param folder the workspace folder, when there is just one: an entry relative to it would mean several otherwise
 * @param home the home folder of the machine the files are on, if it is known
 * @param isFolder gets a `/` at its end, which tells it from a file
 */
export function entryFor(
  target: Location,
  isFolder: boolean,
  folder: Location | undefined,
  home: Location | undefined,
): string {
  const end = isFolder ? '/' : '';
  const below = (root: Location | undefined): string | undefined =>
    root && target.path !== root.path && isWithin(target, root)
      ? target.path.slice(root.path.replace(/\/$/, '').length + 1).replace(/\/$/, '')
      : undefined;
  const inFolder = below(folder);
  if (inFolder !== undefined) return `${escapeGlob(inFolder)}${end}`;
  const inHome = below(home);
  if (inHome !== undefined) return `~/${escapeGlob(inHome)}${end}`;
  // `/c:/…` is how a URI writes a path with a drive letter.
  const path = target.path.replace(/^\/(?=[a-z]:)/i, '').replace(/\/$/, '');
  return `${escapeGlob(path)}${end}`;
}
