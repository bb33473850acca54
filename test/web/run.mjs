/**
 * `npm run test:web`: the browser build of the extension in VS Code for the web, where the extension host is a
 * web worker. Option: `--no-build` (use dist/ as it is).
 */
import assert from 'node:assert';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenToTests, openBrowser, screenshot, within } from '../vscode/browser.mjs';
import { fetchVSCodeWeb, repository, testDir, webCommit } from '../vscode/fetch.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** Inside the development folder: VS Code loads the suite from where it loads the extension. */
const bundle = join(repository, 'out/test/web/suite.bundle.js');

/** Makes one script of the suite and all tests, as VS Code's worker wants it. */
async function bundleTests() {
  const tests = readdirSync(here).filter((name) => name.endsWith('.test.ts'));
  const load = tests.map((name) => `require('./${name}');`).join(' ');
  mkdirSync(dirname(bundle), { recursive: true });
  await build({
    stdin: {
      contents: `import { runMocha } from './suite'; export const run = () => runMocha(() => { ${load} });`,
      resolveDir: here,
      sourcefile: 'suite.entry.ts',
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    platform: 'browser',
    // Not `cjs`: esbuild takes mocha's browser build for an ES module (its package says so) and leaves it at the
    // top level, where it would overwrite `module.exports` with itself. So ours comes last.
    format: 'iife',
    globalName: 'zhangfaTests',
    footer: { js: 'module.exports = zhangfaTests;' },
    external: ['vscode'],
    define: { global: 'globalThis' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** A port that is free now. `@vscode/test-web` does not say which it got when asked for any. */
async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * What the writer does in the report that a test opens, which no test inside VS Code can: one click on a place in the
 * draft, one on what inserts a section. The test waits for what they do.
 */
async function clickInReport(page) {
  const report = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await report.locator('.first [data-act="jump"]').first().click({ timeout: 110_000 });
  await report.locator('.first [data-act="insert"]').first().click();
}

/** Serves VS Code, the extension and the folder, and waits for the outcome of the suite. */
async function run() {
  const { testWeb, dataDir } = fetchVSCodeWeb();
  await bundleTests();
  const port = await freePort();
  const { log } = console;
  console.log = () => undefined; // test-web reports every step of its server
  const server = await testWeb
    .open({
      browserType: 'none', // ours is used: test-web's playwright would want a browser of its own
      quality: 'stable',
      commit: webCommit,
      testRunnerDataDir: dataDir,
      extensionDevelopmentPath: repository,
      extensionTestsPath: bundle,
      folderPath: join(here, '../vscode/workspace'),
      host: 'localhost',
      port,
    })
    .finally(() => (console.log = log));
  let browser;
  try {
    browser = await openBrowser();
    const tests = await listenToTests(browser.page);
    const warnings = [];
    browser.page.on('console', (message) => {
      if (message.type() === 'warning' && /zhangfa/i.test(message.text())) warnings.push(message.text());
    });
    try {
      await browser.page.goto(`http://localhost:${port}/`, { waitUntil: 'domcontentloaded' });
      const clicks = clickInReport(browser.page);
      const result = await within(tests.exit, 120_000, 'The suite');
      if (result.code === 0) {
        await clicks;
        assert.deepStrictEqual([...browser.errors, ...warnings], [], 'nothing in the console');
        return result;
      }
    } catch (error) {
      console.error(error);
    }
    console.error(
      `\nVS Code as it looked: ${await screenshot(browser.page, 'web', join(testDir, 'failures'))}`,
    );
    const lines = [...browser.errors, ...tests.log.filter((line) => /^(warn|error)/.test(line))];
    console.error(lines.slice(-30).join('\n'));
    return undefined;
  } finally {
    await browser?.close();
    server.dispose();
  }
}

if (!process.argv.includes('--no-build')) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: repository,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}
const result = await run();
if (result) console.log(`VS Code for the web: ${result.passes} passed, ${result.failures} failed`);
else process.exitCode = 1;
