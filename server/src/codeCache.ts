import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Before what the engine has kept: how long that is. It is followed by the same once more, and by the program. The
 * engine wants it at a multiple of eight bytes.
 */
const HEADER = 8;

/** What became of a program: run from what was kept, or compiled anew. */
export type Started = 'kept' | 'compiled';

/**
 * Runs a program, a bundle in CommonJS, with the code the engine kept of it at an earlier start: reading and compiling
 * it takes longer than all it does until it can answer. Where nothing was kept, or of another program or engine, it is
 * compiled, and kept for the next start once it has run for a while: then what a start needs is compiled.
 *
 * The engine looks neither for damage nor for another program of the same length. So the program is kept too, and the
 * code twice: comparing takes less than loading what makes checksums.
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
  const source = readFileSync(program);
  const cachedData = readKept(file, source);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source.toString('utf8')}\n})`,
    { filename: program, ...(cachedData ? { cachedData } : {}) },
  );
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  if (!isKept) later(() => keep(file, source, script.createCachedData()));
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, require, module, program, dirname(program));
  return isKept ? 'kept' : 'compiled';
}

function readKept(file: string, source: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const end = HEADER + bytes.readUInt32LE(0);
    const again = end + end - HEADER;
    const data = bytes.subarray(HEADER, end);
    const isWhole = data.equals(bytes.subarray(end, again)) && source.equals(bytes.subarray(again));
    return isWhole ? data : undefined;
  } catch {
    return undefined; // Not kept yet.
  }
}

/** Never throws: without it, the next start takes as long as this one. */
function keep(file: string, source: Buffer, data: Buffer): void {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(data.length, 0);
  // Windows that start at the same time each write one of their own.
  const own = join(dirname(file), `${process.pid}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(own, Buffer.concat([header, data, data, source]));
      renameSync(own, file);
    } finally {
      rmSync(own, { force: true });
    }
  } catch {
    // It cannot be written there.
  }
}
