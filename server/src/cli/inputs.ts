import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { MOST_BYTES, textOfFile, type UnreadableFile } from '../files/decode';

/** One text to check, or the reason it cannot be. */
export interface Input {
  /** As shown to the user; `-` for standard input. */
  readonly path: string;
  /** Named on the command line, so it is checked even if it does not look like a draft. */
  readonly named: boolean;
  readonly content: { readonly text: string } | { readonly reason: UnreadableFile | 'no-match' };
}

const MARKDOWN = '**/*.{md,markdown}';
const IGNORED = ['**/node_modules/**', '**/.git/**'];

/** Reads what the arguments name: files, folders, globs and `-`, each file once. */
export async function readInputs(args: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  const places = await Promise.all([...new Set(args)].map(async (arg) => ({ arg, kind: await kindOf(arg) })));
  const named = new Set(places.filter(({ kind }) => kind === 'file').map(({ arg }) => resolve(arg)));
  const seen = new Set<string>();
  for (const { arg, kind } of places) {
    if (kind === 'standard-input') {
      inputs.push({ path: '-', named: true, content: textOfFile(await readStream(process.stdin)) });
      continue;
    }
    if (kind === 'file') {
      await add(arg);
      continue;
    }
    const found =
      kind === 'folder'
        ? await glob(MARKDOWN, {
            cwd: resolve(arg),
            absolute: true,
            dot: false,
            ignore: IGNORED,
            followSymbolicLinks: false,
          })
        : await glob(arg, { absolute: true, ignore: IGNORED, followSymbolicLinks: false });
    if (found.length === 0 && kind === 'glob')
      inputs.push({
        path: arg,
        named: true,
        content: { reason: /[*?{[]/.test(arg) ? 'no-match' : 'gone' },
      });
    for (const path of found.sort()) await add(relative(process.cwd(), path) || path);
  }
  return inputs;

  async function add(path: string): Promise<void> {
    const key = resolve(path);
    if (seen.has(key)) return;
    seen.add(key);
    inputs.push({ path, named: named.has(key), content: textOfFile(await readFile(path)) });
  }
}

async function kindOf(arg: string): Promise<'standard-input' | 'file' | 'folder' | 'glob'> {
  if (arg === '-') return 'standard-input';
  return stat(arg).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => 'glob',
  );
}

async function readFile(path: string): Promise<Uint8Array | 'too-large' | null> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? 'too-large' : await readStream(createReadStream(path));
  } catch {
    return null;
  }
}

/** To its end, or to the limit: a pipe, which may be named like a file, has no size. */
async function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array | 'too-large'> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += chunk.length;
    if (length > MOST_BYTES) return 'too-large';
  }
  return Buffer.concat(chunks);
}
