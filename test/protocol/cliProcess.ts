import type { CheckResult } from '../../server/src/core/features/result';
import { type ChildProcessWithoutNullStreams, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../support/rubrics';
import { type Files, TempFolder } from './tempFolder';

/** What a run of the command line left. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to run the built command line in. */
export class Terminal {
  readonly folder: TempFolder;

  constructor(files: Files) {
    this.folder = new TempFolder(files);
  }

  /** @param uid user to run as, when not this one */
  start(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    uid?: number,
  ): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
      cwd: this.folder.path,
      env: { PATH: process.env['PATH'], ...env },
      ...(uid === undefined ? {} : { uid }),
    });
  }

  /** Runs to the end with streams of its own. @returns exit status */
  async runTo(args: readonly string[], stdio: StdioOptions): Promise<number | null> {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
      cwd: this.folder.path,
      stdio,
    });
    const [status] = (await once(child, 'close')) as [number | null];
    return status;
  }

  /** Runs to the end. @param input standard input */
  async run(
    args: readonly string[],
    input: string | Uint8Array = '',
    env: Readonly<Record<string, string>> = {},
    uid?: number,
  ): Promise<Run> {
    const child = this.start(args, env, uid);
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on('data', (chunk: Buffer) => output.stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [status] = (await once(child, 'close')) as [number | null];
    return {
      status,
      stdout: Buffer.concat(output.stdout).toString(),
      stderr: Buffer.concat(output.stderr).toString(),
    };
  }
}

/** Checks and returns the paths that were checked, with the status and standard error. */
export async function checked(
  terminal: Terminal,
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<{ paths: string[]; status: number | null; stderr: string; files: CheckResult['files'] }> {
  const { stdout, status, stderr } = await terminal.run(
    ['check', '--format', 'json', '--fail-on', 'none', ...args],
    input,
  );
  const { files } = JSON.parse(stdout) as CheckResult;
  return { paths: files.map(({ path }) => path), status, stderr, files };
}

/** A test that has a folder with these files to run the command line in. */
export function inFolder(files: Files, body: (terminal: Terminal) => Promise<void>): () => Promise<void> {
  return async () => {
    const terminal = new Terminal(files);
    try {
      await body(terminal);
    } finally {
      terminal.folder.remove();
    }
  };
}
