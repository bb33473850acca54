import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './fetch.mjs';
import { says } from './keyboardSteps.mjs';

/**
 * What a writer does in a draft: findings, fixes, lenses and hovers.
 * @type {import('./keyboardSteps.mjs').Tests}
 */
export const DRAFT = [
  [
    'the status bar says the framework and the coverage of the draft',
    async ({ finding, status }) => {
      await finding('warning');
      await says(status, '章法 群众质疑工作 2/4');
      const spoken = await status.locator('[aria-label]').first().getAttribute('aria-label');
      assert.match(spoken, /^章法：群众质疑工作，4 个环节中 2 个完整/);
    },
  ],
  [
    'the palette offers all commands in Chinese, for other Markdown only those that apply',
    async ({ openFile, page, palette, status }) => {
      // VS Code adds some of its own for the views of an extension.
      const ours = (await palette('章法')).filter((title) => /^章法: (?!Focus on )/.test(title));
      assert.deepStrictEqual(ours.sort(), paletteCommands());
      await page.keyboard.press('Escape');
      await openFile('值班笔记.md');
      await status.waitFor({ state: 'hidden' });
      const offered = await palette('章法');
      assert.ok(offered.includes('章法: 提交前检查'), offered.join());
      for (const title of ['插入环节', '选择框架', '插入表述', '提示表述'])
        assert.ok(!offered.includes(`章法: ${title}`), offered.join());
      await page.keyboard.press('Escape');
      await openFile('路灯.md');
      await status.waitFor();
    },
  ],
  [
    'quick fix: the section is inserted; undone with one key',
    async ({ finding, goTo, page, quickFixes, text }) => {
      const before = await text();
      await goTo(2, 20);
      const menu = await quickFixes();
      assert.match(await menu.first().innerText(), /插入“长效”环节的提纲/);
      await page.keyboard.press('Enter');
      await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      await page.keyboard.press('Control+Z');
      await finding('warning');
      assert.strictEqual(await text(), before);
    },
  ],
  [
    'code lens: a click inserts the section and selects the first blank, which typing replaces',
    async ({ finding, lens, page, text, type }) => {
      await lens('插入“长效”').click();
      await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      await lens('长效 ◐').waitFor();
      await lens('插入“长效”').waitFor({ state: 'detached' });
      await type('小区公告栏');
      const written = await text();
      assert.match(written, /小区公告栏/);
      assert.strictEqual(written.match(/## 三、长效/g)?.length, 1);
      await page.keyboard.press('Control+Z');
      await page.keyboard.press('Control+Z');
      await finding('warning');
    },
  ],
  [
    'code lens: a click on the coverage opens the report, whose links lead to the line',
    async ({ finding, lens, page, webview }) => {
      await finding('warning');
      await lens('态度 ✓').click();
      await webview.getByRole('heading', { name: '先改这几处' }).waitFor();
      await webview.getByRole('button', { name: '第 12 行' }).first().click();
      await page.locator('.statusbar-item', { hasText: 'Ln 12, Col ' }).waitFor();
      await page.locator('.tab.active', { hasText: '路灯.md' }).first().waitFor();
    },
  ],
  [
    'hover: the section of a heading',
    async ({ page }) => {
      await page.locator('.view-line', { hasText: '一、先把话接住' }).hover({ position: { x: 60, y: 8 } });
      const card = page.locator('.monaco-hover.visible, .monaco-hover:visible', { hasText: '考官看什么' });
      await card.first().waitFor();
      assert.match(await card.first().innerText(), /态度 ✓ 完整/);
      await page.mouse.move(0, 0);
    },
  ],
];

/** The Chinese titles of the commands the manifest names, without those it keeps out of the palette. */
function paletteCommands() {
  const json = (name) => JSON.parse(readFileSync(join(repository, name), 'utf8'));
  const { commands, menus } = json('package.json').contributes;
  const texts = json('package.nls.zh-cn.json');
  const never = ['false', 'zhangfa.practising', 'zhangfa.paused'];
  const hidden = menus.commandPalette
    .filter(({ when }) => never.includes(when))
    .map(({ command }) => command);
  return commands
    .filter(({ command }) => !hidden.includes(command))
    .map(({ title, category }) => [category, title].map((key) => texts[key.replaceAll('%', '')]).join(': '))
    .sort();
}
