/**
 * The built server over stdio beside a server that does nothing, in turns: start, edit, burst of edits, processor
 * time and memory after many edits.
 *   node server.mjs [--lengths 2000,200000] [--edits 1000] [--spawns 12] [--out FILE]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDraft } from './drafts.mjs';
import { summary } from './measure.mjs';
import { usage } from './processUsage.mjs';
import { buildNothing, editor, keepCode, OURS, oursKept, started } from './servers.mjs';
import { printTable } from './table.mjs';

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '2000,20000,200000,2000000' },
    edits: { type: 'string', default: '1000' },
    spawns: { type: 'string', default: '15' },
    out: { type: 'string' },
  },
});
const BURST = 20;
/** Edits of one server before it is the other's turn. */
const TURN = 10;
/** For the timed edits, and for those before memory is read, of one server and length; milliseconds. */
const BUDGET = { timed: 4000, memory: 30_000 };

const nothing = await buildNothing();
const kept = mkdtempSync(join(tmpdir(), 'zhangfa-code-'));
const SERVERS = [
  { name: '章法', file: OURS, start: oursKept(kept) },
  { name: 'nothing', file: nothing },
  // What the same diagnostics cost when nothing is done for them.
  { name: 'echo', file: nothing },
];
const turns = (round) => (round % 2 === 0 ? SERVERS : [...SERVERS].reverse());

async function spawns(text) {
  const times = new Map(SERVERS.map(({ name }) => [name, []]));
  const found = { diagnostics: [] };
  const most = Math.max(3, Number(values.spawns) - Math.floor(text.length / 200_000) * 6);
  for (let round = 0; round < most; round++) {
    for (const { name, file, start = file } of turns(round).filter((server) => server.name !== 'echo')) {
      const { client, took, diagnostics } = await started(start, text);
      await client.stop();
      if (round > 0) times.get(name).push(took);
      if (name === '章法') found.diagnostics = diagnostics;
    }
  }
  return { times, diagnostics: found.diagnostics };
}

async function measure(text, diagnostics) {
  const running = new Map();
  for (const { name, file } of SERVERS) {
    const { client } = await started(file, text);
    if (name === 'echo') client.notify('bench/publish', { diagnostics });
    running.set(name, { client, ...editor(client, text), times: [], bursts: [], cpu: 0, spent: 0, made: 0 });
  }
  const isOver = ({ spent, times }) => times.length >= 300 || (spent > BUDGET.timed && times.length >= TURN);
  for (let round = 0; [...running.values()].some((server) => !isOver(server)); round++) {
    for (const { name } of turns(round)) {
      const server = running.get(name);
      if (isOver(server)) continue;
      const before = usage(server.client.process.pid).cpu;
      const times = [];
      for (let i = 0; i < TURN; i++) times.push(await server.edits());
      server.made += TURN;
      server.spent += times.reduce((sum, time) => sum + time, 0);
      // The first turns warm up; a slow server is not asked more than it must.
      if (round < 3 && server.spent < BUDGET.timed) continue;
      server.times.push(...times);
      server.cpu += usage(server.client.process.pid).cpu - before;
    }
  }
  for (let round = 0; round < 6; round++)
    for (const { name } of turns(round)) running.get(name).bursts.push(await running.get(name).edits(BURST));
  const results = {};
  for (const [name, server] of running) {
    const until = performance.now() + BUDGET.memory;
    while (server.made < Number(values.edits) && performance.now() < until) {
      await server.edits();
      server.made++;
    }
    const { rss } = usage(server.client.process.pid);
    await server.client.stop();
    results[name] = {
      edit: summary(server.times),
      burst: summary(server.bursts),
      cpu: server.cpu / server.times.length,
      rss,
      edits: server.made,
    };
  }
  return results;
}

const results = [];
await keepCode(kept, makeDraft(2000));
for (const length of values.lengths.split(',').map(Number)) {
  const text = makeDraft(length);
  const { times, diagnostics } = await spawns(text);
  const found = await measure(text, diagnostics);
  for (const [name, list] of times) if (list.length > 0) found[name].spawn = summary(list);
  const bytes = Buffer.byteLength(JSON.stringify(diagnostics));
  results.push({ length: text.length, diagnostics: diagnostics.length, bytes, found });
  const row = (title, read, unit) => {
    const cells = SERVERS.map(({ name }) => read(found[name]));
    const [ours, theirs, echo] = cells;
    return [
      title,
      ...cells.map((value) => (value === undefined ? '' : `${value.toPrecision(3)} ${unit}`)),
      (ours / theirs).toFixed(2),
      echo === undefined ? '' : (ours / echo).toFixed(2),
    ];
  };
  console.log(`\n${text.length} units; ${diagnostics.length} diagnostics, ${(bytes / 1024).toFixed(0)} KiB`);
  printTable([
    ['', '章法', 'nothing', 'as much said', '/ nothing', '/ as much said'],
    row('spawn → first diagnostics', ({ spawn }) => spawn?.median, 'ms'),
    row('edit → diagnostics', ({ edit }) => edit.median, 'ms'),
    row('edit → diagnostics, p95', ({ edit }) => edit.p95, 'ms'),
    row(`burst of ${BURST}`, ({ burst }) => burst.median, 'ms'),
    row('processor time per edit', ({ cpu }) => cpu, 'ms'),
    row(`memory after ${found['章法'].edits} edits`, ({ rss }) => rss, 'MiB'),
  ]);
}
rmSync(kept, { recursive: true });
if (values.out) writeFileSync(values.out, JSON.stringify(results));
