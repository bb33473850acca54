import picomatch from 'picomatch/posix';

/** What the walk has to know of a folder's entries. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

export interface WalkOptions {
  /** Entries of the folder at a path relative to the root (empty for the root itself); none when it cannot be read. */
  readonly list: (path: string) => Promise<readonly Entry[]>;
  /** Whether a folder is there; asked only of where a walk starts, since listing an absent one may be logged as an error. */
  readonly exists?: (path: string) => Promise<boolean>;
  /** Most paths to return. */
  readonly limit: number;
  readonly isCancelled?: () => boolean;
}

/** Folders that hold nobody's own writing. */
const SKIPPED = new Set(['node_modules', '.git']);
const MAX_FOLDERS = 20_000;
/** Folders read at a time: a remote file system answers them together. */
const BATCH = 16;

/**
 * Finds files below a folder by reading folders, which every file system can do; searching is not offered by all.
 * Links to folders are not followed: they could lead out of the folder or round in circles.
 * @param globs relative to the root, with `/`; one without wildcards names a file, or all files of a folder
 * @returns paths relative to the root, sorted; empty when cancelled
 */
export async function walk(globs: readonly string[], options: WalkOptions): Promise<string[]> {
  const found = new Set<string>();
  for (const glob of globs) {
    const { start, matches } = compile(glob);
    for await (const path of filesBelow(start, options)) {
      if (matches(path)) found.add(path);
      if (found.size >= options.limit) break;
    }
  }
  return options.isCancelled?.() === true ? [] : [...found].sort();
}

/** Where to start: a folder, or one entry of it, of which is not known yet whether it is a file or a folder. */
interface Start {
  readonly folder: string;
  readonly only?: string;
}

function compile(pattern: string): { start: Start; matches: (path: string) => boolean } {
  const clean = pattern.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  const { base, glob } = picomatch.scan(clean);
  if (glob !== '') return { start: { folder: base }, matches: picomatch(clean, { dot: true }) };
  const slash = base.lastIndexOf('/');
  return {
    start: { folder: base.slice(0, Math.max(slash, 0)), only: base.slice(slash + 1) },
    matches: () => true,
  };
}

async function* filesBelow(start: Start, { list, exists, isCancelled }: WalkOptions): AsyncGenerator<string> {
  if (exists && !(await exists(start.folder))) return;
  let only = start.only;
  let folders: string[] = [start.folder];
  for (let read = 0; folders.length > 0 && read < MAX_FOLDERS; read += BATCH) {
    const batch = folders.slice(0, BATCH);
    const listed = await Promise.all(batch.map(async (folder) => ({ folder, entries: await list(folder) })));
    if (isCancelled?.() === true) return;
    folders = folders.slice(BATCH);
    for (const { folder, entries } of listed) {
      for (const { name, kind } of entries) {
        if (only !== undefined && name !== only) continue;
        const path = folder === '' ? name : `${folder}/${name}`;
        if (kind === 'file') yield path;
        else if (kind === 'folder' && !SKIPPED.has(name)) folders.push(path);
      }
    }
    only = undefined;
  }
}
