import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { CheckResult } from '../../server/src/core/features/result';
import { TempFolder } from '../protocol/tempFolder';
import { ROOT } from '../support/rubrics';

/** More than an editor needs on a slow machine; one that hangs is ended. */
const LIMIT = 120_000;
const EXAMPLE = readFileSync(join(ROOT, 'docs/examples/complaint.md'), 'utf8');

/** A folder with the example draft, and `zhangfa` on the search path, as a writer has them. */
export class Workplace {
  readonly folder = new TempFolder({
    'complaint.md': EXAMPLE,
    'bin/zhangfa': `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist/cli.js')}' "$@"\n`,
  });

  constructor() {
    chmodSync(join(this.folder.path, 'bin/zhangfa'), 0o755);
  }

  /** The lines of the draft as they are on disk. */
  get lines(): string[] {
    return EXAMPLE.replace(/\n$/, '').split('\n');
  }

  /**
   * Runs an editor to its end. It finds the draft at $ZHANGFA_DRAFT and writes what it has seen to $ZHANGFA_RESULT.
   * @returns that, read
   */
  run(program: string, args: readonly string[]): unknown {
    const { path } = this.folder;
    const home = join(path, 'home');
    const result = join(path, 'result.json');
    const { status, signal, stdout, stderr } = spawnSync(program, args, {
      cwd: path,
      encoding: 'utf8',
      timeout: LIMIT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: [join(path, 'bin'), process.env['PATH']].join(delimiter),
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
        ZHANGFA_DRAFT: join(path, 'complaint.md'),
        ZHANGFA_RESULT: result,
      },
    });
    assert.deepEqual({ status, signal }, { status: 0, signal: null }, `${program}: ${stdout}${stderr}`);
    const found: unknown = JSON.parse(this.folder.read('result.json'));
    return found;
  }

  /** What the command line finds in the draft: every editor has to show the same. */
  check(): CheckResult['files'][number] {
    const { stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'dist/cli.js'), 'check', '--format', 'json', '--fail-on', 'none', 'complaint.md'],
      { cwd: this.folder.path, encoding: 'utf8' },
    );
    const [file] = (JSON.parse(stdout) as CheckResult).files;
    assert(file);
    return file;
  }
}

/** The first block of a language in docs/editors.md that holds a text. */
export function documented(language: string, text: string): string {
  const page = readFileSync(join(ROOT, 'docs/editors.md'), 'utf8');
  const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const found = blocks.find(([, tag, body]) => tag === language && body?.includes(text))?.[2];
  assert(found, `docs/editors.md has a block of ${language} with ${text}`);
  return found;
}
