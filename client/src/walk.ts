import picomatch from 'picomatch/posix';

/** What the walk has to know of a folder's entries. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

export interface WalkOptions {
  /** Entries of the folder at a path relative to the root (`` for the root); empty when it cannot be read. */
  readonly list: (path: string) => Promise<readonly Entry[]>;
  /** Most paths to return. */
  readonly limit: number;
  readonly isCancelled?: () => boolean;
}

/** Folders that hold no one's own writing. */
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
export async function walk(globs: readonly string[], { list, limit, isCancelled }: WalkOptions): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of globs) {
    const { base, glob } = picomatch.scan(pattern.replace(/\/+$/, ''));
    const matches = glob === '' ? (path: string) => path === base || path.startsWith(`${base}/`) : picomatch(glob, { dot: true });
    // A plain path is looked for in its parent: whether it is a file or a folder is not known yet.
    const name = glob === '' ? base.slice(base.lastIndexOf('/') + 1) : undefined;
    let level: readonly string[] = [name === undefined ? base : base.slice(0, -name.length).replace(/\/$/, '')];
    for (let read = 0, depth = 0; level.length > 0 && read < MAX_FOLDERS; depth++) {
      const next: string[] = [];
      for (let from = 0; from < level.length && read < MAX_FOLDERS; from += BATCH) {
        const batch = level.slice(from, from + BATCH);
        read += batch.length;
        const listed = await Promise.all(batch.map(async (path) => ({ path, entries: await list(path) })));
        if (isCancelled?.() === true) return [];
        for (const { path, entries } of listed) {
          for (const entry of entries) {
            if (depth === 0 && name !== undefined && entry.name !== name) continue;
            const at = path === '' ? entry.name : `${path}/${entry.name}`;
            if (entry.kind === 'folder' && !SKIPPED.has(entry.name)) next.push(at);
            else if (entry.kind === 'file' && matches(glob === '' || base === '' ? at : at.slice(base.length + 1))) found.add(at);
            if (found.size >= limit) return [...found].sort();
          }
        }
      }
      level = next;
    }
  }
  return [...found].sort();
}
