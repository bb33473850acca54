/**
 * `npm run bench`: everything that is measured, beside the peers, in one run. The peers are a private package of
 * this folder, fetched and compiled the first time.
 *   npm run bench -- [phrases] [analysis] [server] [documents]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PARTS = {
  phrases: 'phrases.mjs',
  analysis: 'analysis.mjs',
  server: 'server.mjs',
  documents: 'documents.mjs',
};

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: here, stdio: 'inherit' });
  return status ?? 1;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`bench: no such part: ${unknown.join(', ')} (there are: ${Object.keys(PARTS).join(', ')})`);
  process.exit(2);
}
// SQLite is compiled; where that is not possible, the part that needs it says so.
const ready = ['minisearch', 'better-sqlite3/build', 'autocorrect-node'];
if (
  !ready.every((name) => existsSync(join(here, 'node_modules', name))) &&
  run('npm', ['run', 'setup']) !== 0
)
  process.exit(1);
let failed = 0;
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  console.log(`\n# ${name}\n`);
  failed += run(process.execPath, ['--expose-gc', PARTS[name]]) === 0 ? 0 : 1;
}
process.exit(failed === 0 ? 0 : 1);
