/**
 * What the built server takes and whether it grows, and completion among many phrases, beside a server that does
 * nothing.
 *   node --experimental-websocket memory.mjs [--documents FOLDER] [--edits 10000] [--later 20000,40000] [--typed 90]
 *     [--phrases 100000] [--out FILE]
 * `--documents`: five documents in place of generated ones of the same sizes. `--typed`: seconds of typing after all
 * these edits, by then at the pace of a writer.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makeDraft } from './drafts.mjs';
import { aliveGrowth, memoryGrowth } from './growing.mjs';
import { summary } from './measure.mjs';
import { usage } from './processUsage.mjs';
import { buildNothing, editor, OURS, started } from './servers.mjs';
import { printTable } from './table.mjs';
import { writeDocuments } from './writeDocuments.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    edits: { type: 'string', default: '10000' },
    later: { type: 'string', default: '20000,40000' },
    typed: { type: 'string', default: '90' },
    phrases: { type: 'string', default: '100000' },
    out: { type: 'string' },
  },
});
const START = 3;
const COMPLETIONS = 300;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const folder = mkdtempSync(join(tmpdir(), 'zhangfa-memory-'));
const text = makeDraft(2000);
const nothing = await buildNothing();

/** A server whose documents are read, or has none to read. */
async function withDocuments(documents) {
  let state;
  const { client } = await started(OURS, text, {
    configuration: { documents },
    folder: String(pathToFileURL(folder)),
    hear: (one) => one.on('zhangfa/documentsState', (params) => (state = params)),
  });
  while (state?.state !== 'ready' || (documents.length > 0 && state.documents === 0)) await wait(20);
  return { client, phrases: state.phrases, documents: state.documents };
}

/** Memory of fresh servers, once they rest; MiB. */
async function resting(documents) {
  const found = [];
  for (let i = 0; i < START; i++) {
    const { client } = await withDocuments(documents);
    await wait(1500);
    found.push(usage(client.process.pid).rss);
    await client.stop();
  }
  return summary(found).median;
}

async function completing() {
  const many = join(folder, 'many');
  // Phrases are what is left of clauses when those said twice are taken out; measured: so many bytes each.
  writeDocuments(many, 50, (Number(values.phrases) * 34) / 50);
  const ours = await withDocuments([many]);
  const floor = await started(nothing, text);
  const sides = [ours.client, floor.client].map((client) => ({ ...editor(client, text), times: [] }));
  for (let round = 0; round < COMPLETIONS; round++) {
    for (const side of round % 2 === 0 ? sides : [...sides].reverse()) {
      await side.edits();
      const took = await side.complete();
      if (round >= 20) side.times.push(took);
    }
  }
  const { rss } = usage(ours.client.process.pid);
  await Promise.all([ours.client.stop(), floor.client.stop()]);
  const [own, none] = sides.map(({ times }) => summary(times));
  return { phrases: ours.phrases, own, none, rss };
}

try {
  let five = values.documents && resolve(values.documents);
  if (!five) {
    five = join(folder, 'five');
    writeDocuments(five, 5, 6000);
  }
  const documents = readdirSync(five)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => join(five, name));
  const count = Number(values.edits);
  const later = values.later.split(',').filter(Boolean).map(Number);
  const result = {
    own: Boolean(values.documents),
    without: await resting([]),
    withFive: await resting(documents),
    edits: count,
    growth: {
      ours: await memoryGrowth(OURS, text, { count, later, typed: Number(values.typed) }),
      nothing: await memoryGrowth(nothing, text, { count }),
    },
    alive: {
      ours: await aliveGrowth(OURS, text, count),
      nothing: await aliveGrowth(nothing, text, count),
    },
    completion: await completing(),
  };
  const { completion, growth, alive } = result;
  const mib = (value) => `${value.toFixed(1)} MiB`;
  const kib = (value) => `${value.toFixed(0)} KiB`;
  printTable([
    ['memory', ''],
    ['without documents', mib(result.without)],
    ['with five documents', mib(result.withFive)],
    [`growth in ${count} edits`, mib(growth.ours.growth)],
    ['the same, nothing', mib(growth.nothing.growth)],
    ...growth.ours.later.map(({ edits, memory }) => [`memory after ${edits} edits`, mib(memory)]),
    ...(growth.ours.typed ? [['after typing on at the pace of a writer', mib(growth.ours.typed)]] : []),
    [`growth of what is alive in ${count} edits`, kib(alive.ours.growth)],
    ['the same, nothing', kib(alive.nothing.growth)],
    [`completion p95, ${completion.phrases} phrases`, `${completion.own.p95.toFixed(2)} ms`],
    ['completion p95, nothing', `${completion.none.p95.toFixed(2)} ms`],
    ['memory with these phrases', mib(completion.rss)],
  ]);
  if (values.out) writeFileSync(values.out, JSON.stringify(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
