/**
 * How much of server/src/core the unit, property and corpus tests run, by lines and branches of the TypeScript.
 *   npm run coverage -- [--html] [--report] [test files …]
 * --report shows the last run again, --html also writes coverage/index.html. Fails below the limits.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { indexGuards } from './indexGuards.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);
const core = 'server/src/core';
const TESTS = ['unit', 'property', 'corpus'].map((folder) => `out/test/${folder}/**/*.test.js`);
/** Per cent of all lines and branches, as c8 counts them. */
const LEAST = { lines: 95, branches: 95 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { html: { type: 'boolean', default: false }, report: { type: 'boolean', default: false } },
});
const require = createRequire(import.meta.url);
const bin = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);

const options = ['--all', `--src=${core}`, '--exclude-after-remap', `--include=${core}/**/*.ts`];
options.push(`--exclude=${core}/**/*.d.ts`, ...typesOnly().map((file) => `--exclude=${file}`));
options.push(
  '--reporter=json',
  '--reporter=json-summary',
  '--reports-dir=coverage',
  '--temp-directory=coverage/tmp',
);
if (values.html) options.push('--reporter=html');
const mocha = [
  process.execPath,
  bin('mocha', 'bin/mocha.js'),
  '--no-config',
  '--ui',
  'tdd',
  '--timeout',
  '120000',
];
const specs = positionals.length > 0 ? positionals : TESTS;
if (!values.report) rmSync('coverage/tmp', { recursive: true, force: true });
const what = values.report ? ['report', ...options] : [...options, ...mocha, '--reporter', 'dot', ...specs];
const { status } = spawnSync(process.execPath, [bin('c8', 'bin/c8.js'), ...what], { stdio: 'inherit' });
// Tests that fail reach less, but what they reach is still worth knowing.
if (status !== 0) process.exitCode = 1;
show();

function show() {
  const summary = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8'));
  const details = JSON.parse(readFileSync('coverage/coverage-final.json', 'utf8'));
  const guards = indexGuards(join(core, 'tsconfig.json'));
  const files = Object.entries(details).map(([path, detail]) => {
    const { lines, branches } = summary[path];
    const name = relative(join(root, core), path).split('\\').join('/');
    const own = [...guards].find(([file]) => relative(path, file) === '')?.[1] ?? new Set();
    return {
      name,
      folder: name.replace(/\/?[^/]*$/, ''),
      lines: [lines.covered, lines.total],
      all: [branches.covered, branches.total],
      branches: [branches.covered, branches.total - unreachedGuards(path, detail, own)],
    };
  });
  const folders = [...new Set(files.map(({ folder }) => folder))].sort();
  console.log(
    '\n| Folder of core | Lines % | Branches % | of them without index guards % |\n| --- | --: | --: | --: |',
  );
  for (const folder of folders)
    row(
      folder,
      files.filter((file) => file.folder === folder),
    );
  const total = row('**all**', files);
  const below = files.filter(
    (file) => percent(file.lines) < LEAST.lines || percent(file.branches) < LEAST.branches,
  );
  console.log(
    `\n${below.length} of ${files.length} files below ${LEAST.lines} % of lines or ${LEAST.branches} % of branches without index guards`,
  );
  for (const { name, lines, branches } of below.sort((a, b) => percent(a.branches) - percent(b.branches))) {
    console.log(
      `  ${name}: lines ${shown(lines)}, branches ${shown(branches)} (${branches[1] - branches[0]} not taken)`,
    );
  }
  if (percent(total.lines) < LEAST.lines || percent(total.all) < LEAST.branches) {
    console.error(`Below the limit: ${LEAST.lines} % of lines, ${LEAST.branches} % of branches.`);
    process.exitCode = 1;
  }
}

/** Branches never taken that are the right side of a `??` only the compiler asks for. */
function unreachedGuards(path, { branchMap, b }, guards) {
  const text = readFileSync(path, 'utf8');
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  let count = 0;
  for (const [id, { locations }] of Object.entries(branchMap)) {
    for (const [index, { start }] of locations.entries()) {
      const from = starts[start.line - 1] + start.column;
      const operator = from + (/^\s*(?=\?\?)/.exec(text.slice(from))?.[0].length ?? 0);
      if (b[id][index] === 0 && guards.has(operator)) count++;
    }
  }
  return count;
}

function row(name, files) {
  const sum = (key) => files.reduce(([a, b], file) => [a + file[key][0], b + file[key][1]], [0, 0]);
  const total = { lines: sum('lines'), all: sum('all'), branches: sum('branches') };
  console.log(`| ${[name, shown(total.lines), shown(total.all), shown(total.branches)].join(' | ')} |`);
  return total;
}

function percent([covered, total]) {
  return total === 0 ? 100 : (covered / total) * 100;
}

function shown(counts) {
  return percent(counts).toFixed(1);
}

/** Files of types alone: nothing of them runs. */
function typesOnly() {
  return readdirSync(core, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .filter((file) => {
      const compiled = join('out', file.replace(/\.ts$/, '.js'));
      if (!existsSync(compiled)) throw new Error(`${compiled} is not there: npm run compile`);
      const code = readFileSync(compiled, 'utf8').replace(
        /^(?:"use strict";|Object\.defineProperty\(exports.*|\/\/#.*)$/gm,
        '',
      );
      return code.trim() === '';
    });
}
