import picomatch from 'picomatch/posix';

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

/** An entry of `zhangfa.rubrics`: a file, a folder or a glob, absolute or relative to the workspace folder. */
export interface RubricEntry {
  readonly absolute: boolean;
  /** The part without wildcards, a path with `/`. */
  readonly base: string;
  /** The rest; empty when the entry names one file or folder. */
  readonly glob: string;
}

/** Takes an entry of `zhangfa.rubrics` apart. */
export function parseRubricEntry(entry: string): RubricEntry {
  // Only a drive letter makes backslashes certain to be separators; elsewhere they escape.
  const path = /^[a-z]:[\\/]/i.test(entry) ? entry.replaceAll('\\', '/') : entry;
  const { base, glob } = picomatch.scan(path.trim().replace(/\/+$/, ''));
  return { absolute: /^(?:\/|[a-z]:\/)/i.test(base), base, glob };
}
