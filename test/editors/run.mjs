/**
 * `npm run test:editors`: the language server in other editors, as docs/editors.md sets them up. The editors must be
 * there (`apt-get install neovim`); nothing is fetched. Options: `--grep TEXT` (titles), `--no-build` (use dist/ and
 * out/ as they are).
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: { 'no-build': { type: 'boolean', default: false }, grep: { type: 'string' } },
});

/** The editors, and what Debian calls them. */
const EDITORS = { nvim: 'neovim', emacs: 'emacs-nox (before Emacs 29 elpa-eglot too)' };

/** Runs a program here. @returns its exit status */
function run(program, args, stdio = 'inherit') {
  const { status, error } = spawnSync(program, args, { cwd: repository, stdio });
  if (error) throw error;
  return status ?? 1;
}

const missing = Object.entries(EDITORS).filter(
  ([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
);
if (missing.length > 0) {
  const programs = missing.map(([program]) => program).join(', ');
  const packages = missing.map(([, name]) => name).join(' ');
  console.error(`Not found: ${programs}. On Debian and Ubuntu: apt-get install ${packages}`);
  process.exit(1);
}

if (!options['no-build'])
  for (const script of ['esbuild.mjs', 'node_modules/typescript/bin/tsc'])
    if (run(process.execPath, script.endsWith('tsc') ? [script, '-b'] : [script]) !== 0) process.exit(1);

process.exitCode = run(process.execPath, [
  'node_modules/mocha/bin/mocha.js',
  '--no-config',
  '--ui',
  'tdd',
  '--timeout',
  '20000',
  ...(options.grep ? ['--grep', options.grep] : []),
  'out/test/editors/**/*.test.js',
]);
