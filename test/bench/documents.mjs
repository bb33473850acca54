/**
 * 1 000 reference documents, 20 MB, read in the background of the built server while a draft is edited: how much
 * slower edits are answered than when nothing goes on, how long the reading takes, and how long a start with what is
 * kept on disk.
 *   node documents.mjs [--documents 1000] [--megabytes 20]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './core.mjs';
import { makeDraft } from './drafts.mjs';
import { LspClient } from './lspClient.mjs';
import { summary } from './measure.mjs';
import { usage } from './processUsage.mjs';
import { printTable } from './table.mjs';
import { writeDocuments } from './writeDocuments.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    megabytes: { type: 'string', default: '20' },
  },
});
const count = Number(values.documents);
const bytes = (Number(values.megabytes) * 1e6) / count;
/** Between two edits, as of someone who types fast, in ms. */
const PAUSE = 60;
const IDLE_EDITS = 150;

const folder = mkdtempSync(join(tmpdir(), 'zhangfa-documents-'));
const draft = makeDraft(2000);
const uri = `${pathToFileURL(folder)}/draft.md`;
const lines = draft.split('\n');
const line = lines.findIndex((value, index) => index > lines.length / 2 && value.length > 10);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function session(documents) {
  const client = new LspClient(join(root, 'dist/server.js'), {
    documents,
  });
  let state;
  client.on('zhangfa/documentsState', (params) => (state = params));
  await client.initialize(String(pathToFileURL(folder)), {
    storage: String(pathToFileURL(join(folder, 'storage'))),
  });
  const first = client.diagnostics(uri);
  client.open(uri, draft);
  await first;
  let version = 1;
  return {
    client,
    ready: () => state?.state === 'ready' && state.documents >= (documents.length > 0 ? count : 0),
    state: () => state,
    /** One character in or out; how long the answer took, in ms. */
    async edit() {
      version++;
      const adds = version % 2 === 0;
      const from = performance.now();
      const answered = client.diagnostics(uri, version);
      client.change(uri, version, { line, character: 5 }, adds ? '好' : '', adds ? 0 : 1);
      await answered;
      return performance.now() - from;
    },
  };
}

async function typing({ edit }, until) {
  const times = [];
  while (!until(times.length)) {
    times.push(await edit());
    await wait(PAUSE);
  }
  return times;
}

try {
  writeDocuments(join(folder, 'documents'), count, bytes);
  const quiet = await session([]);
  await typing(quiet, (done) => done >= 40);
  const idle = summary(await typing(quiet, (done) => done >= IDLE_EDITS));
  await quiet.client.stop();

  let from = performance.now();
  const cold = await session(['documents/']);
  const busy = summary(await typing(cold, () => cold.ready()));
  const reading = performance.now() - from;
  const after = summary(await typing(cold, (done) => done >= IDLE_EDITS));
  const { rss } = usage(cold.client.process.pid);
  const { documents, phrases } = cold.state();
  await wait(2000);
  await cold.client.stop();

  from = performance.now();
  const warm = await session(['documents/']);
  while (!warm.ready()) await wait(5);
  const restart = performance.now() - from;
  await warm.client.stop();

  console.log(`${documents} documents, ${phrases} phrases; one edit every ${PAUSE} ms`);
  const row = (name, { median, p95, runs }) => [
    name,
    `${median.toFixed(2)} ms`,
    `${p95.toFixed(2)} ms`,
    String(runs),
    (median / idle.median).toFixed(2),
    (p95 / idle.p95).toFixed(2),
  ];
  printTable([
    ['edit → diagnostics', 'median', 'p95', 'edits', 'median / idle', 'p95 / idle'],
    row('no documents', idle),
    row('while documents are read', busy),
    row('with all documents', after),
  ]);
  console.log(
    `read in ${(reading / 1000).toFixed(1)} s; from disk at the next start ${(restart / 1000).toFixed(2)} s; ${rss.toFixed(0)} MiB`,
  );
  console.log(`edits while reading / idle: ${(busy.median / idle.median).toFixed(2)} (bar: below 2)`);
  if (busy.median >= 2 * idle.median) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
