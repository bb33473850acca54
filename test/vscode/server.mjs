/** Starts and stops the VS Code server, and runs its command line. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atExit } from './cleanup.mjs';
import { fetchVSCode } from './fetch.mjs';

const READY = /Extension host agent listening on (\d+)/;

/**
 * Runs before the server: when this process is gone, even killed outright, the channel between the two closes,
 * and the server ends with its group; left alone, it would wait three hours for the page to come back.
 * Extension hosts inherit it, harmlessly: they lead no group.
 */
const LIFELINE = `data:text/javascript,${encodeURIComponent(
  "process.once('disconnect', () => { try { process.kill(-process.pid, 'SIGKILL'); } catch {} });" +
    'process.channel?.unref();',
)}`;

/** Arguments that both the server and its command line understand. */
const common = ({ dataDir, extensionsDir }) => [
  join(fetchVSCode(), 'out/server-main.js'),
  '--accept-server-license-terms',
  '--server-data-dir',
  dataDir,
  '--extensions-dir',
  extensionsDir,
];

/**
 * Spawns node as the leader of a process group of its own, so that extension hosts, which the server forks,
 * can be ended together with it.
 */
function spawnGroup(args, env) {
  // An own V8 coverage or inspector setting of the caller would slow down or block every child.
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', LIFELINE, ...args], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...inherited,
      // No marketplace: nothing is looked up or installed from outside.
      EXTENSIONS_GALLERY: '{}',
      ...env,
    },
  });
  const exited = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  const kill = (signal) => {
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // already gone is what we want
    }
  };
  const lines = [];
  const collect = (stream) => {
    const reader = createInterface({ input: stream });
    reader.on('line', (line) => lines.push(line));
    return reader;
  };
  return { child, exited, kill, lines, readers: [collect(child.stdout), collect(child.stderr)] };
}

/**
 * Runs a command of the server's command line, such as `--install-extension FILE`.
 * @param {{ dataDir: string, extensionsDir: string }} dirs
 * @param {string[]} args
 * @returns {Promise<string>} its output
 */
export async function serverCommand(dirs, args) {
  const { exited, kill, lines } = spawnGroup([...common(dirs), ...args]);
  const forget = atExit(() => kill('SIGKILL'));
  const code = await exited;
  forget();
  const output = lines.join('\n');
  // The command line reports some failures only in words.
  if (code !== 0 || /Failed Installing|Error while installing/i.test(output)) {
    throw new Error(`VS Code ${args.join(' ')} failed (${code}):\n${output}`);
  }
  return output;
}

/**
 * Starts the server on a free port of the loopback interface.
 * @param {{ dataDir: string, extensionsDir: string, env?: Record<string, string>, trusted?: boolean }} options
 *   `trusted`: false lets VS Code ask whether a folder is trusted, until when it is not
 * @returns {Promise<{ authority: string, lines: string[], stop: () => Promise<void> }>}
 */
export async function startServer({ env, trusted = true, ...dirs }) {
  const server = spawnGroup(
    [
      ...common(dirs),
      // The system chooses the port, and the server says which: no race with other programs.
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(trusted ? ['--disable-workspace-trust'] : []),
    ],
    env,
  );
  const forget = atExit(() => server.kill('SIGKILL'));

  const listening = new Promise((resolve) => {
    for (const reader of server.readers) {
      reader.on('line', (line) => {
        const match = READY.exec(line);
        if (match) resolve(Number(match[1]));
      });
    }
  });
  const port = await Promise.race([
    listening,
    server.exited.then((code) => {
      forget();
      throw new Error(
        `The VS Code server ended (${code}) before it listened:\n${server.lines.slice(-20).join('\n')}`,
      );
    }),
  ]);

  const stop = async () => {
    server.kill('SIGTERM');
    const impatient = setTimeout(() => server.kill('SIGKILL'), 3000);
    await server.exited;
    clearTimeout(impatient);
    forget(); // once more for the whole group: an extension host may outlive the server for a moment
  };
  return { authority: `127.0.0.1:${port}`, lines: server.lines, stop };
}
