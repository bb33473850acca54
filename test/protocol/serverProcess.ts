import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../support/rubrics';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

const running = new Set<ChildProcessWithoutNullStreams>();

// A test that runs into the time limit never comes to its end; its server must.
teardown(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the built server as an editor does. @param program a script in dist/ and its arguments */
export function spawnServer(
  [script, ...args]: readonly [string, ...string[]] = ['server.js', '--stdio'],
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [join(ROOT, 'dist', script), ...args]);
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** When a process has ended and said all it had to say. */
export async function exitOf(child: ChildProcessWithoutNullStreams): Promise<Exit> {
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal };
}

/** Sees that the operating system knows the process no more. */
export function assertGone({ pid }: ChildProcessWithoutNullStreams): void {
  assert(pid);
  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
}
