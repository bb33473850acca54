/** The chromium that shows VS Code, and the two functions through which VS Code reports about tests. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { temporaryFolder } from './cleanup.mjs';
import { fetchPlaywright, findChromium, testDir } from './fetch.mjs';

/** The size of every screenshot. */
export const size = { width: 1400, height: 900 };

/** Lines of `suite.ts` begin with these, which tells them from VS Code's own log. */
const MOCHA = '[mocha] ';
const RESULT = '[mocha-result] ';

/** Files that only code-server's own front or Microsoft's build would serve, and the marketplace, which is off. */
const KNOWN =
  /\/_static\/|\/vsda\/|\/manifest\.json|bad HTTP response code \(404\)|No extension gallery service/;

/**
 * Opens chromium with one blank page. It reaches nothing but this machine.
 * @param {{ zoom?: number }} [options] `zoom` enlarges the interface; the picture keeps its size
 * @returns {Promise<{ page: import('playwright-core').Page, errors: string[], close: () => Promise<void> }>}
 */
export async function openBrowser({ zoom = 1 } = {}) {
  const profile = temporaryFolder();
  // VS Code's webviews are pages of another origin with a service worker, which chromium takes for an advertiser's.
  mkdirSync(join(profile.path, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0 } };
  writeFileSync(join(profile.path, 'Default/Preferences'), JSON.stringify(preferences));
  const browser = await fetchPlaywright().chromium.launchPersistentContext(profile.path, {
    executablePath: findChromium(),
    // cleanup.mjs handles signals: it ends the process, upon which playwright kills the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox', // CI runs as root, where the sandbox cannot start; only our own pages are shown
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage', // containers often give /dev/shm 64 MB
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-proxy-server',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
    ],
    viewport: { width: Math.round(size.width / zoom), height: Math.round(size.height / zoom) },
    deviceScaleFactor: zoom,
    locale: 'zh-CN', // has the Chinese shapes drawn of characters shared with Japanese; translates nothing
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const [page = await browser.newPage()] = browser.pages();
  const close = async () => {
    await browser.close();
    profile.remove();
  };
  const errors = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    const { url } = message.location();
    if (!KNOWN.test(`${text} ${url}`)) errors.push(url && !text.includes(url) ? `${text} (${url})` : text);
  });
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  return { page, errors, close };
}

/**
 * Listens to a test run in the page: VS Code passes the extension host's console to `codeAutomationLog` and
 * the outcome of the suite's `run()` to `codeAutomationExit`. Call it before the page is loaded.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ exit: Promise<TestResult>, log: string[] }>}
 * @typedef {{ code: number, passes: number, failures: number, pending: number }} TestResult
 */
export async function listenToTests(page) {
  const log = [];
  let counts = { passes: 0, failures: 0, pending: 0 };
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args).replace(/^\[[^\]]*[Ee]xtension [Hh]ost[^\]]*\] ?/, '');
    if (text.startsWith(MOCHA)) console.log(text.slice(MOCHA.length));
    else if (text.startsWith(RESULT)) counts = JSON.parse(text.slice(RESULT.length));
    else {
      log.push(`${type}: ${text}`);
      if (process.env.VERBOSE) console.log(`    ${type}: ${text}`);
    }
  });
  let finish;
  const exit = new Promise((resolve) => (finish = resolve));
  await page.exposeFunction('codeAutomationExit', (code) => finish({ code, ...counts }));
  return { exit, log };
}

/**
 * Takes a picture of the page, with the caret and animations held still.
 * @param {import('playwright-core').Page} page
 * @param {string} name file name without `.png`
 * @param {string} [dir]
 * @returns {Promise<string>} the file written
 */
export async function screenshot(page, name, dir = join(testDir, 'screenshots')) {
  const path = join(dir, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined)); // icons are a font
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}

/**
 * Waits for `promise`, but not longer than `ms`.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} ms
 * @param {string} what named in the error
 * @returns {Promise<T>}
 */
export async function within(promise, ms, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
