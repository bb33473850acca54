/**
 * The built server over stdio beside a server that does nothing, in turns: start, edit, burst of edits, processor
 * time and memory.
 *   node server.mjs [--lengths 2000,200000] [--edits 1000] [--json]
 */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './core.mjs';
import { makeDraft } from './drafts.mjs';
import { LspClient } from './lspClient.mjs';
import { summary } from './measure.mjs';
import { usage } from './processUsage.mjs';
import { printTable } from './table.mjs';

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '2000,20000,200000' },
    edits: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});
const SPAWNS = 12;
const TIMED = 120;
const BURST = 20;

// Bundled as ours is, so that both load one file.
const nothing = join(root, 'out/test/bench/nothing.cjs');
await build({
  entryPoints: [join(root, 'test/bench/nothingServer.mjs')],
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  outfile: nothing,
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
const SERVERS = [
  { name: '章法', file: join(root, 'dist/server.js') },
  { name: 'nothing', file: nothing },
];
const uri = 'file:///bench/draft.md';

async function started(file, text) {
  const from = performance.now();
  const client = new LspClient(file);
  await client.initialize();
  const first = client.diagnostics(uri);
  client.open(uri, text);
  await first;
  return { client, took: performance.now() - from };
}

/** Puts a character in and takes it out again in the middle. */
function editor(client, text) {
  const lines = text.split('\n');
  const line = Math.max(
    0,
    lines.findIndex((value, index) => index > lines.length / 2 && value.length > 10),
  );
  const position = { line, character: Math.floor(lines[line].length / 2) };
  let version = 1;
  return {
    edit() {
      version++;
      const adds = version % 2 === 0;
      client.change(uri, version, position, adds ? '好' : '', adds ? 0 : 1);
      return version;
    },
  };
}

async function measure({ file }, text) {
  const { client } = await started(file, text);
  const { edit } = editor(client, text);
  const once = async () => {
    const from = performance.now();
    const version = edit();
    await client.diagnostics(uri, version);
    return performance.now() - from;
  };
  for (let i = 0; i < 30; i++) await once();
  const before = usage(client.process.pid);
  const edits = [];
  for (let i = 0; i < TIMED; i++) edits.push(await once());
  const cpu = (usage(client.process.pid).cpu - before.cpu) / TIMED;
  const bursts = [];
  for (let i = 0; i < 10; i++) {
    const from = performance.now();
    let version = 0;
    for (let j = 0; j < BURST; j++) version = edit();
    await client.diagnostics(uri, version);
    bursts.push(performance.now() - from);
  }
  for (let i = 0; i < Number(values.edits); i++) await once();
  const { rss } = usage(client.process.pid);
  await client.stop();
  return { edit: summary(edits), cpu, burst: summary(bursts), rss };
}

const results = [];
for (const length of values.lengths.split(',').map(Number)) {
  const text = makeDraft(length);
  const spawns = new Map(SERVERS.map(({ name }) => [name, []]));
  for (let i = 0; i < SPAWNS; i++) {
    for (const { name, file } of i % 2 === 0 ? SERVERS : [...SERVERS].reverse()) {
      const { client, took } = await started(file, text);
      await client.stop();
      if (i > 1) spawns.get(name).push(took);
    }
  }
  const found = {};
  for (const server of SERVERS)
    found[server.name] = { spawn: summary(spawns.get(server.name)), ...(await measure(server, text)) };
  results.push({ length: text.length, found });
}

if (values.json) console.log(JSON.stringify(results));
else {
  for (const { length, found } of results) {
    const row = (title, read, unit) => {
      const [ours, theirs] = SERVERS.map(({ name }) => read(found[name]));
      return [
        title,
        `${ours.toPrecision(3)} ${unit}`,
        `${theirs.toPrecision(3)} ${unit}`,
        (ours / theirs).toFixed(2),
      ];
    };
    console.log(`\n${length} units`);
    printTable([
      ['', '章法', 'nothing', 'ratio'],
      row('spawn → first diagnostics', ({ spawn }) => spawn.median, 'ms'),
      row('edit → diagnostics', ({ edit }) => edit.median, 'ms'),
      row('edit → diagnostics, p95', ({ edit }) => edit.p95, 'ms'),
      row(`burst of ${BURST}`, ({ burst }) => burst.median, 'ms'),
      row('processor time per edit', ({ cpu }) => cpu, 'ms'),
      row(`memory after ${values.edits} edits`, ({ rss }) => rss, 'MiB'),
    ]);
  }
}
