import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { decodeText, type UnreadableReason } from '../files/decode';

/** One text to check, or the reason it cannot be. */
export interface Input {
  /** As shown to the user; `-` for standard input. */
  readonly path: string;
  /** Named on the command line, so it is checked even if it does not look like a draft. */
  readonly named: boolean;
  readonly content: { readonly text: string } | { readonly reason: UnreadableReason | 'gone' | 'no-match' };
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
      inputs.push({ path: '-', named: true, content: decodeText(await readStandardInput()) });
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
    const content = await readFile(path).then(decodeText, () => ({ reason: 'gone' as const }));
    inputs.push({ path, named: named.has(key), content });
  }
}

async function kindOf(arg: string): Promise<'standard-input' | 'file' | 'folder' | 'glob'> {
  if (arg === '-') return 'standard-input';
  return stat(arg).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => 'glob',
  );
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
