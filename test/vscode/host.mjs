/**
 * Runs the real VS Code (server, extension host and workbench) without a download and without the internet.
 *
 * Settings: VS Code in a browser normally keeps the user's settings in IndexedDB, out of reach before the page
 * is loaded. This server comes from code-server, which moves the user data to the server's side, so they are a
 * plain file, `data/User/settings.json` in the server's data folder. It is written before the start: theme and
 * settings hold from the first frame, with the precedence a user's settings have, and the folder under test
 * stays as its author wrote it (`.vscode/settings.json` in the folder would override what a test sets at user
 * level, and machine settings do not apply to the window, e.g. the theme).
 */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { listenToTests, openBrowser, screenshot, within } from './browser.mjs';
import { temporaryFolder } from './cleanup.mjs';
import { testDir } from './fetch.mjs';
import { serverCommand, startServer } from './server.mjs';
import { workbenchActions } from './workbench.mjs';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

/** What would ask, fetch or change by itself is off. */
const quiet = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'github.gitAuthentication': false,
  'npm.autoDetect': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.surveys.enabled': false,
  'update.mode': 'none',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.commandCenter.enabled': false,
};

/** Folders are not trusted, and nobody is asked about it. */
const restricted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/**
 * @typedef {object} Options
 * @property {string} folder the folder to open; VS Code gets a temporary copy, so nothing a test does lasts
 * @property {string} [folderName] what the copy is called, which VS Code shows
 * @property {string} [workspaceFile] a `.code-workspace` file in `folder`, to open instead of the folder itself
 * @property {string} extension development folder of the extension, or its `.vsix`, which is then installed
 * @property {string[]} [others] further extensions to install, as `.vsix`
 * @property {'light' | 'dark' | 'contrast'} [theme]
 * @property {number} [zoom] enlarges the interface, e.g. 1.25; pictures stay 1400×900
 * @property {'en' | 'zh-cn'} [locale] what `vscode.env.language` says, hence the language of the extension. VS
 *   Code's own texts stay English: its language packs come from the marketplace only
 * @property {Record<string, unknown>} [settings] user settings
 * @property {boolean} [trusted] false for a folder the writer has not said to trust
 * @property {Record<string, string>} [env] environment of the extension host
 * @property {string} [openFile] file to show at the start, relative to `folder`
 * @property {string} [pictures] folder of the screenshots; otherwise `.vscode-test/screenshots`
 */

/** An empty extension: VS Code runs tests only while some extension is under development. */
async function writeHelper(dir) {
  await mkdir(dir);
  const manifest = {
    name: 'helper',
    publisher: 'zhangfa-test',
    version: '0.0.0',
    engines: { vscode: '^1.91.0' },
  };
  await writeFile(join(dir, 'package.json'), JSON.stringify(manifest));
  return dir;
}

/** Starts VS Code on a page that is not loaded yet; `tests` is the suite it will run once loaded. */
async function prepare(options, tests) {
  const closers = [];
  const close = async () => {
    // All of them, whatever one says, so that nothing keeps running.
    const results = [];
    for (const closer of closers.splice(0).reverse()) results.push(...(await Promise.allSettled([closer()])));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };
  try {
    const temporary = temporaryFolder();
    closers.push(async () => temporary.remove());
    const dirs = {
      dataDir: join(temporary.path, 'server'),
      extensionsDir: join(temporary.path, 'extensions'),
    };
    const userDir = join(dirs.dataDir, 'data/User');
    await mkdir(userDir, { recursive: true });
    const settings = {
      ...quiet,
      'workbench.colorTheme': THEMES[options.theme ?? 'light'],
      ...(options.trusted === false && restricted),
      ...options.settings,
    };
    await writeFile(join(userDir, 'settings.json'), JSON.stringify(settings, undefined, 2));
    const folder = join(temporary.path, options.folderName ?? basename(options.folder));
    await cp(options.folder, folder, { recursive: true });

    const installed = options.extension.endsWith('.vsix');
    for (const vsix of [...(installed ? [options.extension] : []), ...(options.others ?? [])])
      await serverCommand(dirs, ['--install-extension', resolve(vsix)]);
    // Without tests an installed extension needs no other under development, and the title bar shows none.
    const helper = installed && tests ? await writeHelper(join(temporary.path, 'helper')) : undefined;
    const development = installed ? helper : resolve(options.extension);

    // A suite can thereby make sure that what it tests is what was meant to be tested.
    const origin = installed
      ? { ZHANGFA_INSTALLED_IN: dirs.extensionsDir }
      : { ZHANGFA_DEVELOPED_IN: development };
    const env = { ...origin, ...options.env };
    const server = await startServer({ ...dirs, env, trusted: options.trusted });
    closers.push(server.stop);
    const browser = await openBrowser(options);
    closers.push(browser.close);
    if (options.locale && options.locale !== 'en') {
      // Before anything else in the page: the language is read when VS Code's first module is loaded. The page
      // calls itself English, which would have shared characters and punctuation drawn in Japanese shapes.
      await browser.page.addInitScript((locale) => {
        globalThis._VSCODE_NLS_LANGUAGE = locale;
        document.addEventListener('DOMContentLoaded', () => (document.documentElement.lang = locale));
      }, options.locale);
    }

    const remote = (path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
    const entries = [['skipWelcome', 'true']];
    if (development) entries.push(['extensionDevelopmentPath', remote(development)]);
    if (tests) entries.push(['extensionTestsPath', remote(resolve(tests))]);
    if (options.openFile) entries.push(['openFile', remote(join(folder, options.openFile))]);
    const target = options.workspaceFile ? { workspace: join(folder, options.workspaceFile) } : { folder };
    const query = new URLSearchParams({ ...target, payload: JSON.stringify(entries) });
    const load = () =>
      browser.page.goto(`http://${server.authority}/?${query}`, { waitUntil: 'domcontentloaded' });
    return { ...browser, serverLog: server.lines, folder, load, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Shows what helps to understand a failure: a picture, and what VS Code's parts have said. */
async function explain(session, name, said) {
  const picture = await screenshot(session.page, name, join(testDir, 'failures')).catch((error) =>
    String(error),
  );
  console.error(`\nVS Code as it looked: ${picture}`);
  for (const [who, lines] of Object.entries(said)) {
    const last = lines.filter((line) => line.trim() !== '').slice(-30);
    if (last.length > 0) console.error(`--- ${who}\n${last.join('\n')}`);
  }
}

/**
 * Runs a compiled suite (a CommonJS file that exports `run()`) in the extension host.
 * @param {Options & { suite: string, timeout?: number }} options `timeout` in ms
 * @returns {Promise<import('./browser.mjs').TestResult & { errors: string[] }>}
 */
export async function runSuite({ suite, timeout = 180_000, ...options }) {
  const session = await prepare(options, suite);
  let log = [];
  try {
    const tests = await listenToTests(session.page);
    log = tests.log;
    await session.load();
    const result = await within(tests.exit, timeout, 'The suite');
    if (result.code !== 0) await explain(session, 'suite', { console: session.errors });
    return { ...result, errors: session.errors };
  } catch (error) {
    await explain(session, 'suite', { console: session.errors, log, server: session.serverLog });
    throw error;
  } finally {
    await session.close();
  }
}

/**
 * Opens VS Code and lets `drive` use it from outside, as a writer does: with keys, commands and clicks.
 * @template T
 * @param {Options & { timeout?: number }} options `timeout` in ms, for all of it
 * @param {(workbench: Workbench) => Promise<T>} drive
 * @returns {Promise<T>}
 * @typedef {import('./workbench.mjs').Actions & { page: import('playwright-core').Page, errors: string[],
 *   folder: string, screenshot: (name: string) => Promise<string> }} Workbench
 */
export async function driveWorkbench({ timeout = 120_000, ...options }, drive) {
  const session = await prepare(options);
  const { page, errors, folder } = session;
  try {
    const run = async () => {
      await session.load();
      const actions = workbenchActions(page);
      await actions.ready(options.openFile);
      return drive({
        ...actions,
        page,
        errors,
        folder,
        screenshot: (name) => screenshot(page, name, options.pictures),
      });
    };
    return await within(run(), timeout, 'Driving VS Code');
  } catch (error) {
    await explain(session, 'drive', { console: session.errors, server: session.serverLog });
    throw error;
  } finally {
    await session.close();
  }
}
