import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** What Node puts around a module in CommonJS. */
const BEFORE = '(function (exports, require, module, __filename, __dirname) {';
const AFTER = '\n})';
/** Bytes compared at a time: few reads, and little memory the system has to clear first. */
const PART = 1 << 16;

/** What became of a program: run from what was kept, or compiled anew. */
export type Started = 'kept' | 'compiled';

/**
 * Runs a program, a bundle in CommonJS, with the code the engine kept of it at an earlier start: reading and compiling
 * it takes longer than all it does until it can answer. Where nothing was kept, or of another program or engine, it is
 * compiled, and kept for the next start once it has run for a while: then what a start needs is compiled.
 *
 * The engine looks neither for damage nor for another program of the same length. So the program is kept too, and the
 * code twice: comparing takes less than loading what makes checksums. The program is kept as the engine gets it, with
 * the function around it: put together only now, it would be copied once more.
 * @param program its path
 * @param require what it loads others with
 * @param file where its code is kept; may be missing, damaged, or impossible to write
 * @param later puts off keeping the code
 */
export function runKept(
  program: string,
  require: NodeJS.Require,
  file: string,
  later: (keep: () => void) => void,
): Started {
  const known = readKept(file, program);
  const source = known?.source ?? BEFORE + readFileSync(program, 'utf8') + AFTER;
  const script = new Script(source, { filename: program, ...(known ? { cachedData: known.code } : {}) });
  const isKept = known !== undefined && script.cachedDataRejected !== true;
  if (!isKept) later(() => keep(file, { code: script.createCachedData(), source }));
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, require, module, program, dirname(program));
  return isKept ? 'kept' : 'compiled';
}

/** What is kept in a file: the code, the program, and the code once more. */
interface Kept {
  /** The engine wants it at a multiple of eight bytes. */
  readonly code: Buffer;
  /** The program with the function around it. */
  readonly source: string;
}

/** @returns undefined where nothing whole is kept of the program */
function readKept(file: string, program: string): Kept | undefined {
  try {
    return withFile(file, (kept, size) =>
      withFile(program, (own, length) => {
        const code = (size - BEFORE.length - length - AFTER.length) / 2;
        const bytes = Buffer.allocUnsafeSlow(size - code);
        const isWhole =
          readSync(kept, bytes, 0, bytes.length, 0) === bytes.length &&
          holds(own, 0, bytes.subarray(code + BEFORE.length, -AFTER.length)) &&
          holds(kept, bytes.length, bytes.subarray(0, code));
        const source = bytes.toString('utf8', code);
        return isWhole && source.startsWith(BEFORE) && source.endsWith(AFTER)
          ? { code: bytes.subarray(0, code), source }
          : undefined;
      }),
    );
  } catch {
    return undefined; // Not kept yet, or of another length.
  }
}

/** @param use given the descriptor of the file and its length in bytes */
function withFile<T>(path: string, use: (file: number, length: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(file, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

/** Whether a file says these bytes from a place on. */
function holds(file: number, from: number, bytes: Buffer): boolean {
  const part = Buffer.allocUnsafeSlow(PART);
  for (let at = 0; at < bytes.length; at += PART) {
    const expected = bytes.subarray(at, at + PART);
    const read = readSync(file, part, 0, expected.length, from + at);
    if (!expected.equals(part.subarray(0, read))) return false;
  }
  return true;
}

/** Never throws: without it, the next start takes as long as this one. */
function keep(file: string, { code, source }: Kept): void {
  // Windows that start at the same time each write one of their own.
  const own = join(dirname(file), `${process.pid}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(own, Buffer.concat([code, Buffer.from(source), code]));
      renameSync(own, file);
    } finally {
      rmSync(own, { force: true });
    }
  } catch {
    // It cannot be written there.
  }
}
