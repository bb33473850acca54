import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';

/** Before what the engine has kept: checksums of the program and of that, 32 bits each. */
const HEADER = 8;

/** What became of a program: run from what was kept, compiled anew, or loaded as any other. */
export type Started = 'kept' | 'compiled' | 'plain';

/**
 * Runs a program, a bundle in CommonJS, with the code the engine kept of it at an earlier start: reading and compiling
 * it takes longer than all it does until it can answer. Where nothing was kept, or of another program or engine, it is
 * compiled, and kept for the next start once it has run for a while: then what a start needs is compiled.
 *
 * The engine looks neither for damage nor for another program of the same length, so checksums do.
 * @param program its path
 * @param file where its code is kept; may be missing, damaged, or impossible to write
 * @param later puts off keeping the code
 */
export function runKept(program: string, file: string, later: (keep: () => void) => void): Started {
  const require = createRequire(program);
  // Not in all versions of Node the extension runs in.
  const { crc32 } = zlib as Partial<typeof zlib>;
  if (!crc32) {
    require(program);
    return 'plain';
  }
  const source = readFileSync(program);
  const sum = crc32(source);
  const cachedData = readKept(file, sum, crc32);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source.toString('utf8')}\n})`,
    { filename: program, ...(cachedData ? { cachedData } : {}) },
  );
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  if (!isKept) later(() => keep(file, sum, script.createCachedData(), crc32));
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, require, module, program, dirname(program));
  return isKept ? 'kept' : 'compiled';
}

type Sum = (typeof zlib)['crc32'];

function readKept(file: string, sum: number, crc32: Sum): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.length <= HEADER || bytes.readUInt32LE(0) !== sum) return undefined;
    const data = bytes.subarray(HEADER);
    return crc32(data) === bytes.readUInt32LE(4) ? data : undefined;
  } catch {
    return undefined; // Not kept yet.
  }
}

/** Never throws: without it, the next start takes as long as this one. */
function keep(file: string, sum: number, data: Buffer, crc32: Sum): void {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(sum, 0);
  header.writeUInt32LE(crc32(data), 4);
  // Windows that start at the same time each write one of their own.
  const own = join(dirname(file), `${process.pid}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(own, Buffer.concat([header, data]));
      renameSync(own, file);
    } finally {
      rmSync(own, { force: true });
    }
  } catch {
    // It cannot be written there.
  }
}
