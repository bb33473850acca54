/**
 * What must not outlive this process: child processes and temporary folders. Handlers run when their owner is
 * done, or else when the process exits for whatever reason, including Ctrl+C and an uncaught error.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const handlers = new Set();

process.on('exit', () => {
  for (const handler of [...handlers].reverse()) handler();
});
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.on(signal, () => process.exit(128 + number));
}

/**
 * Registers synchronous work for the end of the process.
 * @param {() => void} handler
 * @returns {() => void} runs it now, once, and forgets it
 */
export function atExit(handler) {
  const once = () => {
    if (handlers.delete(once)) handler();
  };
  handlers.add(once);
  return once;
}

/**
 * A new temporary folder.
 * @returns {{ path: string, remove: () => void }}
 */
export function temporaryFolder() {
  // The real path: VS Code compares the paths of extensions after resolving links.
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'zhangfa-vscode-')));
  return { path, remove: atExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 })) };
}
