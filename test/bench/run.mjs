/**
 * `npm run bench`: everything that is measured, beside the peers, in one run. The peers are a private package of
 * this folder, fetched and compiled the first time.
 *   npm run bench -- [PART …] [--quick] [--write] [--documents FOLDER]
 * Parts: phrases, analysis, stages, server, memory, documents. `--quick`: a rough answer in a minute or two, for who
 * changes the code. `--write`: docs/performance.md and its chart are written anew. `--documents`: five reference
 * documents in place of generated ones.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../out/bench');
/** What each part is told, and what in a quick run; `out`: whether it leaves results for the report. */
const PARTS = {
  phrases: { quick: ['--phrases', '20000', '--queries', '100'] },
  analysis: { out: true, quick: ['--lengths', '2000,20000', '--budget', '500'] },
  stages: { out: true, quick: [] },
  server: { out: true, quick: ['--lengths', '2000,20000', '--edits', '200', '--spawns', '6'] },
  memory: { out: true, quick: ['--edits', '1000', '--later', '', '--typed', '0', '--phrases', '10000'] },
  documents: { quick: ['--documents', '100', '--megabytes', '2'] },
};
/** Parts that compare with packages of this folder. */
const WITH_PEERS = new Set(['phrases', 'analysis']);

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: here, stdio: 'inherit' });
  return status ?? 1;
}

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    documents: { type: 'string' },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`bench: no such part: ${unknown.join(', ')} (there are: ${Object.keys(PARTS).join(', ')})`);
  process.exit(2);
}
if (values.write && values.quick) {
  console.error('bench: --write needs a full run, without --quick');
  process.exit(2);
}
const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS);
// SQLite is compiled; where that is not possible, the part that needs it says so.
const ready = ['minisearch', 'better-sqlite3/build', 'autocorrect-node'];
if (
  wanted.some((name) => WITH_PEERS.has(name)) &&
  !ready.every((name) => existsSync(join(here, 'node_modules', name))) &&
  run('npm', ['run', 'setup']) !== 0
)
  process.exit(1);
// The tests' loader of rubrics is used, and the server as it is packed.
if (
  run('npm', ['--prefix', '../..', 'run', 'build']) + run('npm', ['--prefix', '../..', 'run', 'compile']) >
  0
)
  process.exit(1);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// The inspector of a server is spoken to over a WebSocket, which Node 20 has not opened up yet.
const flags = ['--expose-gc', ...(globalThis.WebSocket ? [] : ['--experimental-websocket'])];
let failed = 0;
for (const name of wanted) {
  console.log(`\n# ${name}\n`);
  const part = PARTS[name];
  const args = [
    ...(values.quick ? part.quick : []),
    ...(part.out ? ['--out', join(out, `${name}.json`)] : []),
    ...(name === 'memory' && values.documents ? ['--documents', resolve(values.documents)] : []),
  ];
  failed += run(process.execPath, [...flags, `${name}.mjs`, ...args]) === 0 ? 0 : 1;
}
console.log('\n# what was promised\n');
failed += run(process.execPath, ['report.mjs', out, ...(values.write ? ['--write'] : [])]);
process.exit(failed === 0 ? 0 : 1);
