/**
 * `npm run package:npm`: packs the command line and the language server for npm, from what `npm run build` has made.
 * The manifest of the repository is the extension's; vsce, which packs that, refuses one that also lists files for
 * npm, so this package gets a manifest of its own. Option: `--out FOLDER` (the repository).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({ options: { out: { type: 'string', default: repository } } });

/** The bill of materials, which is made here. */
const BILL = 'dist/sbom.cdx.json';
/** Files and folders in the package, as in the repository. */
const CONTENT = [
  'dist/builtin.json',
  'dist/builtin-more.json',
  'dist/builtin.bin',
  'dist/fold.bin',
  'dist/forms.bin',
  'dist/cli.js',
  'dist/server.js',
  'dist/startServer.js',
  'dist/mcp.js',
  'dist/documentsWorker.js',
  'dist/parts',
  'dist/pinyin.js',
  'dist/readers',
  'dist/cmaps',
  'dist/THIRD-PARTY-NOTICES.txt',
  BILL,
  'rubrics/schema',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];

function readJson(path) {
  return JSON.parse(readFileSync(join(repository, path), 'utf8'));
}

/** The manifest: what npm knows of the extension's, in words instead of keys. */
function manifest() {
  const {
    name,
    version,
    license,
    repository: source,
    bugs,
    homepage,
    keywords,
    engines,
    bin,
  } = readJson('package.json');
  const { description } = readJson('package.nls.json');
  return {
    name,
    version,
    description,
    license,
    repository: source,
    bugs,
    homepage,
    keywords,
    bin,
    engines: { node: engines.node },
  };
}

const missing = CONTENT.filter((path) => path !== BILL && !existsSync(join(repository, path)));
if (missing.length > 0) {
  console.error(`Not there: ${missing.join(', ')}. Run npm run build first.`);
  process.exit(1);
}
// Made when something is packed, since npm takes a while for it.
if (spawnSync(process.execPath, [join(repository, 'sbom.mjs')], { stdio: 'inherit' }).status !== 0)
  process.exit(1);
const stage = mkdtempSync(join(tmpdir(), 'zhangfa-npm-'));
try {
  for (const path of CONTENT) cpSync(join(repository, path), join(stage, path), { recursive: true });
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  const { status, error } = spawnSync('npm', ['pack', '--pack-destination', resolve(options.out)], {
    cwd: stage,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  process.exitCode = status ?? 1;
} finally {
  rmSync(stage, { recursive: true });
}
