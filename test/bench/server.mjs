/**
 * The built server over stdio beside a server that does nothing, in turns: start, the first edits, edits after many,
 * bursts of edits, processor time and memory.
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
/** Turns at the beginning that are not counted. */
const WARM_UP = 3;
/** Edits that are timed after opening, and again when the writer has gone on for a while. */
const TIMED = 300;
/** For each of these, and for the edits between them, of one server and length; milliseconds. */
const BUDGET = { timed: 2500, between: 25_000 };

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

/** Edits of all servers in turns; of each the times and the processor time an edit. */
async function timed(running, warmUp) {
  const found = new Map([...running.keys()].map((name) => [name, { times: [], cpu: 0, spent: 0 }]));
  const isOver = ({ times, spent }) =>
    times.length >= TIMED || (spent > BUDGET.timed && times.length >= TURN);
  for (let round = 0; ![...found.values()].every(isOver); round++) {
    for (const { name } of turns(round)) {
      const server = running.get(name);
      const one = found.get(name);
      if (isOver(one)) continue;
      const before = usage(server.client.process.pid).cpu;
      const times = [];
      for (let i = 0; i < TURN; i++) times.push(await server.edits());
      server.made += TURN;
      one.spent += times.reduce((sum, time) => sum + time, 0);
      // A slow server is not asked more than it must.
      if (round < warmUp && one.spent < BUDGET.timed) continue;
      one.times.push(...times);
      one.cpu += usage(server.client.process.pid).cpu - before;
    }
  }
  return (name) => {
    const { times, cpu } = found.get(name);
    return { ...summary(times), cpu: cpu / times.length };
  };
}

async function measure(text, diagnostics) {
  const running = new Map();
  for (const { name, file } of SERVERS) {
    const { client } = await started(file, text);
    if (name === 'echo') client.notify('bench/publish', { diagnostics });
    running.set(name, { client, ...editor(client, text), bursts: [], made: 0 });
  }
  const first = await timed(running, WARM_UP);
  for (const server of running.values()) {
    const until = performance.now() + BUDGET.between;
    while (server.made < Number(values.edits) && performance.now() < until) {
      await server.edits();
      server.made++;
    }
    Object.assign(server, { rss: usage(server.client.process.pid).rss, settled: server.made });
  }
  const warm = await timed(running, 1);
  for (let round = 0; round < 6; round++)
    for (const { name } of turns(round)) running.get(name).bursts.push(await running.get(name).edits(BURST));
  const results = {};
  for (const [name, { client, bursts, rss, settled }] of running) {
    await client.stop();
    results[name] = { first: first(name), warm: warm(name), burst: summary(bursts), rss, edits: settled };
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
    ...['first', 'warm'].flatMap((when) => [
      row(`edit → diagnostics, ${when}`, (one) => one[when].median, 'ms'),
      row('the same, p95', (one) => one[when].p95, 'ms'),
      row('processor time per edit', (one) => one[when].cpu, 'ms'),
    ]),
    row(`burst of ${BURST}`, ({ burst }) => burst.median, 'ms'),
    row(`memory after ${found['章法'].edits} edits`, ({ rss }) => rss, 'MiB'),
  ]);
}
rmSync(kept, { recursive: true });
if (values.out) writeFileSync(values.out, JSON.stringify(results));
