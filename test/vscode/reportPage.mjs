/**
 * The report page as the writer has it, in the real VS Code: what its buttons do, and what axe-core says of it in
 * the light, the dark and the high-contrast theme.
 */
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchAxe } from './fetch.mjs';
import { driveWorkbench } from './host.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The frame the report's own page is in. */
async function reportFrame(webview) {
  const main = await webview.locator('main').elementHandle();
  return main.ownerFrame();
}

/** What axe-core has against a page, in words. */
async function violations(frame) {
  await frame.evaluate(readFileSync(fetchAxe(), 'utf8'));
  const result = await frame.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  assert.ok(result.passes.length > 10, 'axe looked at the page');
  return result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  );
}

const open = async ({ finding, lens, webview }) => {
  await finding('warning');
  await lens('态度 ✓').click();
  await webview.getByRole('heading', { name: '先改这几处' }).waitFor();
  return reportFrame(webview);
};

/** @type {[title: string, theme: 'light' | 'dark' | 'contrast', test: (workbench: import('./host.mjs').Workbench) => Promise<void>][]} */
const tests = [
  [
    'a click on a place leads to it, a click on a missing section inserts it; the report follows',
    'light',
    async (workbench) => {
      const { page, text, type, webview } = workbench;
      await open(workbench);
      const rows = await webview.locator('table.sections tbody tr').allInnerTexts();
      assert.deepStrictEqual(
        rows.map((row) => row.split(/\s+/).slice(0, 4).join(' ')),
        ['1 态度 ✓ 完整', '2 行动 ◐ 薄弱', '3 长效 ✗ 缺失', '4 升华 加分项 ✓'],
      );
      await webview.getByRole('button', { name: /越权或空头承诺.*第 8 行/ }).click();
      await page.locator('.statusbar-item', { hasText: /Ln 8, Col \d+ \(/ }).waitFor();
      await page.locator('.tab.active', { hasText: '路灯.md' }).first().waitFor();

      await type('我会跟到底'); // in place of what was selected
      await webview.getByText('草稿在检查之后改过').waitFor();
      await webview.getByRole('button', { name: '重新检查' }).first().click();
      await webview.getByText('草稿在检查之后改过').waitFor({ state: 'hidden' });
      await webview.getByText('2 次检查').waitFor();

      await webview.getByRole('button', { name: '插入提纲：长效' }).first().click();
      await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      await webview.locator('tr', { hasText: '长效' }).getByText('薄弱').waitFor();
      await webview.getByRole('button', { name: '插入提纲：长效' }).first().waitFor({ state: 'detached' });
      await type('小区公告栏'); // the first blank is selected
      assert.match(await text(), /^## 三、长效$[^]*小区公告栏/m);
      assert.strictEqual(await page.locator('.editor-group-container').count(), 2);
    },
  ],
  [
    'the keyboard reaches every button in the order of the page, and sees where it is',
    'light',
    async (workbench) => {
      const frame = await open(workbench);
      await frame.locator('button').first().focus();
      const names = await frame
        .locator('button:visible, summary:visible')
        .evaluateAll((all) => all.map((one) => one.outerHTML));
      for (const name of names) {
        const focused = await frame.evaluate(() => document.activeElement.outerHTML);
        assert.strictEqual(focused, name);
        const outline = await frame.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        assert.notStrictEqual(outline, 'none');
        await workbench.page.keyboard.press('Tab');
      }
    },
  ],
  [
    'the drafts of a folder are put in order by a click or a key on the head of a column',
    'light',
    async ({ command, finding, page, webview }) => {
      await finding('warning');
      await command('章法: 检查工作区全部草稿');
      const rows = webview.locator('.drafts tbody tr');
      await rows.nth(2).waitFor();
      const names = () => webview.locator('.drafts tbody th button').allInnerTexts();
      const order = async (column) =>
        (await rows.evaluateAll((all, at) => all.map((row) => row.cells[at].dataset.value), column)).map(
          Number,
        );
      const before = await names();
      const head = webview.getByRole('columnheader', { name: '提示' });
      await head.getByRole('button').click();
      assert.strictEqual(await head.getAttribute('aria-sort'), 'ascending');
      const rising = await order(3);
      assert.deepStrictEqual(
        rising,
        rising.toSorted((a, b) => a - b),
      );
      assert.ok(new Set(rising).size > 1, rising.join());
      await page.keyboard.press('Enter');
      assert.strictEqual(await head.getAttribute('aria-sort'), 'descending');
      assert.deepStrictEqual(await order(3), rising.toReversed());
      const drafts = webview.getByRole('columnheader', { name: '草稿' });
      await drafts.getByRole('button').press('Space');
      assert.strictEqual(await head.getAttribute('aria-sort'), 'none');
      assert.strictEqual(await drafts.getAttribute('aria-sort'), 'ascending');
      assert.deepStrictEqual((await names()).toSorted(), before.toSorted());
      // The rows still open what they name.
      const [first] = await names();
      await webview.locator('.drafts tbody th button').first().click();
      await page.locator('.tab.active', { hasText: first }).first().waitFor();
    },
  ],
  ...['light', 'dark', 'contrast'].map((theme) => [
    `axe has nothing against it, nothing in the console: ${theme}`,
    theme,
    async (workbench) => {
      const { command, errors, webview } = workbench;
      const frame = await open(workbench);
      assert.deepStrictEqual(await violations(frame), []);
      const { scroll, width } = await frame.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        width: innerWidth,
      }));
      assert.ok(scroll <= width, `${scroll} > ${width}`);
      await command('章法: 检查工作区全部草稿');
      await webview.getByRole('heading', { name: '章法 · 工作区检查' }).waitFor();
      assert.deepStrictEqual(await violations(await reportFrame(webview)), []);
      assert.deepStrictEqual(errors, []);
    },
  ]),
];

/**
 * Runs the tests on an installed package, each in a window of its own, and reports as mocha does.
 * @param {string} extension the VSIX
 * @param {string} [grep] only tests whose titles match
 * @returns {Promise<{ code: number, passes: number, failures: number }>}
 */
export async function runReportTests(extension, grep = '') {
  console.log('\n  The report page');
  let [passes, failures] = [0, 0];
  for (const [title, theme, test] of tests.filter(([name]) => new RegExp(grep).test(name))) {
    const options = {
      folder: join(here, 'workspace'),
      extension,
      locale: 'zh-cn',
      openFile: '路灯.md',
      theme,
    };
    const begun = Date.now();
    try {
      await driveWorkbench(options, async (workbench) => {
        workbench.page.setDefaultTimeout(20_000);
        await test(workbench);
      });
      passes++;
      console.log(`    ✔ ${title} (${Date.now() - begun}ms)`);
    } catch (error) {
      failures++;
      console.log(`    ${failures}) ${title}\n${error.stack}`);
    }
  }
  return { code: failures > 0 ? 1 : 0, passes, failures };
}
