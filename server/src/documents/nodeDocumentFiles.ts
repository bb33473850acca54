import type { Dirent, Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { compileGlob } from '../files/glob';
import { splitGlob, unescapeGlob } from '../library/places';
import type { DocumentFiles } from './documentSet';
import { type Limits, LIMITS, megabytes } from './limits';
import type { DocumentProblem, ProblemKind } from './problems';
import { EXTENSIONS, extensionOf, UNSUPPORTED } from './sniff';

/** Folders that never hold documents. */
const IGNORED = new Set(['node_modules']);
/** Hidden files, and the lock files of Word. */
const HIDDEN = /^(?:\.|~\$)/;
/** So many times the limit of files are counted, then `more`. */
const COUNTED = 10;

/**
 * Finds and reads documents on the local disk. Folders are entered, symbolic links followed, each file taken once;
 * whatever cannot be looked into is named. Paths are as given, or relative to the current folder.
 * @param within folder, without links in its path, out of which no link may lead; anywhere if undefined
 */
export function nodeDocumentFiles(limits: Limits = LIMITS, within?: string): DocumentFiles {
  return {
    async find(inputs) {
      const search = new Search(limits, within);
      for (const input of inputs) await search.input(input);
      return search.finish();
    },
    read: (path) => readFile(path, limits, within),
  };
}

/** Looks for documents and remembers what it has seen. */
class Search {
  readonly #paths: string[] = [];
  readonly #problems: DocumentProblem[] = [];
  readonly #seen = new Set<string>();
  #more = 0;

  constructor(
    private readonly limits: Limits,
    private readonly within: string | undefined,
  ) {}

  async input(input: string): Promise<void> {
    // What there is means itself, whatever characters are in its name.
    const plain = unescapeGlob(input);
    const literal = typeof (await statOf(input)) === 'object' ? input : plain;
    const found = await statOf(literal);
    if (typeof found === 'object')
      return found.isDirectory() ? this.#folder(literal) : this.#file(literal, found, true);
    const { base, glob } = splitGlob(slashed(input));
    if (glob === '') {
      this.#problem(plain, found);
      return;
    }
    const folder = base === '' ? '.' : base;
    const matches = compileGlob(glob);
    if (!matches) {
      this.#problem(plain, 'no-match');
      return;
    }
    let matched = 0;
    await this.#folder(folder, (path) => {
      const found = matches(slashed(relative(folder, path)));
      if (found) matched++;
      return found;
    });
    if (matched === 0) this.#problem(plain, 'no-match');
  }

  finish(): { paths: readonly string[]; problems: readonly DocumentProblem[] } {
    if (this.#more > 0) {
      const all = this.limits.files + this.#more;
      const counted = this.#more >= this.limits.files * COUNTED ? `${all}+` : String(all);
      this.#problems.push({ path: '.', kind: 'too-many', detail: `${this.limits.files} / ${counted}` });
    }
    return { paths: this.#paths, problems: this.#problems };
  }

  async #folder(
    path: string,
    isWanted?: (path: string) => boolean,
    above: readonly string[] = [],
  ): Promise<void> {
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined) {
      this.#problem(path, 'gone');
      return;
    }
    if (!isBelow(this.within, real)) {
      this.#problem(path, 'outside');
      return;
    }
    if (above.includes(real)) {
      this.#problem(path, 'loop');
      return;
    }
    if (above.length >= this.limits.folderDepth) {
      this.#problem(path, 'too-deep', String(this.limits.folderDepth));
      return;
    }
    if (isWanted === undefined && this.#seen.has(real)) return;
    if (isWanted === undefined) this.#seen.add(real);
    let entries: Dirent[];
    try {
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      this.#problem(path, kindOf(error));
      return;
    }
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (HIDDEN.test(entry.name) || IGNORED.has(entry.name)) continue;
      if (this.#more >= this.limits.files * COUNTED) return;
      await this.#entry(join(path, entry.name), entry, isWanted, [...above, real]);
    }
  }

  async #entry(
    path: string,
    entry: Dirent,
    isWanted: ((path: string) => boolean) | undefined,
    above: readonly string[],
  ): Promise<void> {
    const extension = extensionOf(path);
    const isDocument = extension in EXTENSIONS || UNSUPPORTED.has(extension);
    if (entry.isFile() && !isDocument) return;
    const found = await statOf(path);
    if (typeof found === 'string') {
      // A link to nowhere is a problem only if it looks like a document.
      if (isDocument) this.#problem(path, found);
    } else if (found.isDirectory()) await this.#folder(path, isWanted, above);
    else if (isDocument && (isWanted?.(path) ?? true)) await this.#file(path, found, false);
  }

  async #file(path: string, found: Stats, named: boolean): Promise<void> {
    const extension = extensionOf(path);
    if (!found.isFile()) {
      this.#problem(path, 'not-a-file');
      return;
    }
    if (!named && UNSUPPORTED.has(extension)) {
      this.#problem(path, 'unsupported', extension);
      return;
    }
    const real = await realpath(path).catch(() => resolve(path));
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    if (!isBelow(this.within, real)) {
      this.#problem(path, 'outside');
      return;
    }
    if (found.size > this.limits.fileBytes) {
      this.#problem(path, 'too-large', megabytes(this.limits.fileBytes));
      return;
    }
    if (this.#paths.length >= this.limits.files) this.#more++;
    else this.#paths.push(relative(process.cwd(), path) || path);
  }

  #problem(path: string, kind: ProblemKind, detail?: string): void {
    this.#problems.push({ path, kind, ...(detail === undefined ? {} : { detail }) });
  }
}

/**
 * A path as globs write it. On Windows only, where a backslash separates: elsewhere it may be part of a name.
 * @param separator what separates folders on this system
 */
export function slashed(path: string, separator: string = sep): string {
  return separator === '\\' ? path.replaceAll('\\', '/') : path;
}

function isBelow(folder: string | undefined, real: string): boolean {
  if (folder === undefined) return true;
  const way = relative(folder, real);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function statOf(path: string): Promise<Stats | ProblemKind> {
  try {
    return await stat(path);
  } catch (error) {
    return kindOf(error);
  }
}

/** Reads a file that may have changed or gone since it was found; never more than the limit. */
async function readFile(
  path: string,
  { fileBytes }: Limits,
  within: string | undefined,
): Promise<Uint8Array | DocumentProblem> {
  try {
    if (within !== undefined && !isBelow(within, await realpath(path))) return { path, kind: 'outside' };
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile()) return { path, kind: 'not-a-file' };
      if (found.size > fileBytes) return { path, kind: 'too-large', detail: megabytes(fileBytes) };
      const buffer = new Uint8Array(found.size);
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return buffer.subarray(0, length);
    } finally {
      await file.close();
    }
  } catch (error) {
    return { path, kind: kindOf(error) };
  }
}

function kindOf(error: unknown): ProblemKind {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'gone';
  if (code === 'EACCES' || code === 'EPERM') return 'unreadable';
  if (code === 'ELOOP') return 'loop';
  return 'failed';
}
