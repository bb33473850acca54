import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

suite('codeCache', () => {
  let folder: string;
  let program: string;
  let file: string;

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhangfa-code-'));
    program = join(folder, 'program.js');
    file = join(folder, 'kept', 'program.bin');
    write('一');
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  /** A program that tells where it is and what it was given. */
  function write(word: string): void {
    writeFileSync(join(folder, 'other.js'), `module.exports = '别的';`);
    const tell = `[word(), require('./other.js'), typeof exports, module.exports === exports, __filename, __dirname]`;
    writeFileSync(program, `"use strict"; const word = () => '${word}'; globalThis.zhangfaTold = ${tell};`);
  }

  /** Runs it in a process of its own, as the engine remembers what it has compiled, and keeps its code at once. */
  function run(): unknown {
    const script = `
      const { runKept } = require(${JSON.stringify(join(__dirname, '../../server/src/codeCache.js'))});
      let keep;
      const [program, file] = process.argv.slice(1);
      const load = require('node:module').createRequire(program);
      const started = runKept(program, load, file, (work) => (keep = work));
      keep?.();
      console.log(JSON.stringify({ started, wanted: keep !== undefined, told: globalThis.zhangfaTold }));`;
    return JSON.parse(execFileSync(process.execPath, ['-e', script, program, file], { encoding: 'utf8' }));
  }

  const compiled = (word: string): unknown => ({ started: 'compiled', wanted: true, told: toldOf(word) });
  const kept = (word: string): unknown => ({ started: 'kept', wanted: false, told: toldOf(word) });
  const toldOf = (word: string): unknown => [word, '别的', 'object', true, program, folder];

  test('is compiled first, and run from what was kept then', () => {
    assert.deepEqual(run(), compiled('一'));
    assert.deepEqual(readdirSync(join(folder, 'kept')), ['program.bin']);
    assert.deepEqual(run(), kept('一'));
  });

  test('another program of the same length is compiled anew', () => {
    run();
    write('二');
    assert.deepEqual(run(), compiled('二'));
    assert.deepEqual(run(), kept('二'));
  });

  test('what is damaged or cut off is not used, and kept anew', () => {
    run();
    const whole = readFileSync(file);
    const flipped = (at: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes[at] = (whole[at] ?? 0) ^ 1;
      return bytes;
    };
    // The code, the program with a function around it, the code once more.
    const start = whole.indexOf('(function (exports');
    const again = whole.indexOf('\n})', start) + 3;
    assert.equal(whole.length, again + start);
    const places = [0, start - 1, start, start + 80, again - 1, again, whole.length - 1];
    const cut = [-1, again, start, 3].map((length) => whole.subarray(0, length));
    const long = Buffer.concat([whole, Buffer.alloc(2)]);
    for (const bytes of [...places.map(flipped), ...cut, long, Buffer.alloc(whole.length), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      assert.deepEqual(run(), compiled('一'));
      assert.deepEqual(run(), kept('一'));
    }
  });

  test('code of another engine is not used, and kept anew', () => {
    run();
    const other = readFileSync(file);
    // The hash of the version comes second in what the engine writes, which is there twice.
    for (const at of [0, other.indexOf('\n})', other.indexOf('(function (exports')) + 3])
      other.writeUInt32LE((other.readUInt32LE(at + 4) ^ 1) >>> 0, at + 4);
    writeFileSync(file, other);
    assert.deepEqual(run(), compiled('一'));
    assert.deepEqual(run(), kept('一'));
  });

  test('where nothing can be written it runs all the same', () => {
    writeFileSync(join(folder, 'kept'), '');
    assert.deepEqual(run(), compiled('一'));
    assert.deepEqual(run(), compiled('一'));
    assert.equal(existsSync(file), false);
  });
});
