/** The built server, and one that does nothing, each with a client and a draft in it. */
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './core.mjs';
import { LspClient } from './lspClient.mjs';

export const OURS = join(root, 'dist/server.js');
/** As VS Code starts it: with the code kept in a folder at an earlier start. */
export const oursKept = (folder) => [join(root, 'dist/startServer.js'), folder];
export const uri = 'file:///bench/draft.md';

/** Bundled as ours is, so that both load one file. @returns its path */
export async function buildNothing() {
  const outfile = join(root, 'out/test/bench/nothing.cjs');
  await build({
    entryPoints: [join(root, 'test/bench/nothingServer.mjs')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    define: { 'import.meta.url': '__filename' },
    logLevel: 'error',
    plugins: [
      {
        name: 'root',
        setup({ onLoad }) {
          onLoad({ filter: /nothingServer\.mjs$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8')
              .replace(/import \{ createRequire.*\n/, '')
              .replace(/const require = .*\n/, ''),
            resolveDir: root,
          }));
        },
      },
    ],
  });
  return outfile;
}

/**
 * Starts a server and opens a draft in it.
 * @param file the server's program; or that and the arguments before and behind it
 * @param hear told of the client before it sends anything
 * @param stderr where what the server says there goes
 * @returns its client, how long it took from the start of the process to the first diagnostics, and these
 */
export async function started(file, text, { configuration, folder, options, hear, stderr } = {}) {
  const from = performance.now();
  const client = new LspClient(file, configuration, stderr);
  hear?.(client);
  await client.initialize(folder, options);
  const first = client.diagnostics(uri);
  client.open(uri, text);
  const { diagnostics } = await first;
  return { client, took: performance.now() - from, diagnostics };
}

/** Starts the server as in VS Code and lets it run until its code is kept. */
export async function keepCode(folder, text) {
  const { client } = await started(oursKept(folder), text);
  while (readdirSync(folder).length === 0) await new Promise((done) => setTimeout(done, 100));
  await client.stop();
}

/** Puts a character in and takes it out again in the middle of a draft. */
export function editor(client, text) {
  const lines = text.split('\n');
  const line = lines.findIndex((value, index) => index > lines.length / 2 && value.length > 10);
  const position = { line, character: Math.floor(lines[line].length / 2) };
  let version = 1;
  const edit = () => {
    version++;
    const adds = version % 2 === 0;
    client.change(uri, version, position, adds ? '好' : '', adds ? 0 : 1);
    return version;
  };
  return {
    /** @returns ms until the diagnostics of the last of so many edits were there */
    async edits(count = 1) {
      const from = performance.now();
      let last = 0;
      for (let i = 0; i < count; i++) last = edit();
      await client.diagnostics(uri, last);
      return performance.now() - from;
    },
    /** @returns ms a completion at the place of the edits took */
    async complete() {
      const from = performance.now();
      await client.request('textDocument/completion', {
        textDocument: { uri },
        position: { line, character: position.character + (version % 2 === 0 ? 1 : 0) },
      });
      return performance.now() - from;
    },
  };
}
