import assert from 'node:assert';
import { says, undoTo } from './keyboardSteps.mjs';

/**
 * What a writer does beside the draft: the status bar and the side bar.
 * @type {import('./keyboardSteps.mjs').Tests}
 */
export const VIEWS = [
  [
    'a click on the status bar: another framework, then back',
    async ({ page, rows, status, text }) => {
      const before = await text();
      await status.click();
      await rows.first().waitFor();
      assert.match(await rows.first().innerText(), /群众质疑工作/);
      await page.keyboard.type('mass-relations');
      await rows.filter({ hasText: '处理好群众关系' }).first().waitFor();
      await page.keyboard.press('Enter');
      await says(status, /^章法 处理好群众关系 \d\/\d$/);
      assert.match(await text(), /framework: mass-relations/);
      await page.keyboard.press('Control+Z');
      await says(status, '章法 群众质疑工作 2/4');
      assert.strictEqual(await text(), before);
    },
  ],
  [
    'the side bar: a click goes to the section, what is missing is inserted, a phrase is dragged into the draft',
    async ({ finding, goTo, openSideBar, page, text, viewRows }) => {
      await finding('warning');
      const before = await text();
      await goTo(12, 10);
      await openSideBar();
      const sections = viewRows('框架');
      await sections.filter({ hasText: '升华' }).waitFor();
      // What a screen reader says: no marks, and no numbers without what they count.
      const spoken = await sections.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
      assert.deepStrictEqual(
        spoken.map((words) => words.split('，').slice(0, 2).join('，')),
        ['态度，完整', '行动，薄弱', '长效，缺失', '升华，完整'],
      );
      await sections.filter({ hasText: '态度' }).click();
      await page.locator('.statusbar-item', { hasText: /Ln 6, Col \d/ }).waitFor();
      await page.locator('.pane-header', { hasText: '框架' }).hover();
      const missing = sections.filter({ hasText: '长效' });
      await missing.hover();
      await missing.locator('.actions .action-label').first().click();
      await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      await page.locator('.view-line').first().click();
      await undoTo(before, { page, text });

      // The list follows the cursor a moment later.
      const phrases = page.locator('.pane-header', { hasText: '表述' });
      await phrases.filter({ hasText: '升华' }).waitFor();
      await goTo(2, 20);
      await phrases.filter({ hasText: '全部环节' }).waitFor();
      const phrase = viewRows('表述').filter({ hasNotText: '【' }).first();
      const words = (await phrase.locator('.label-name').first().innerText()).replaceAll('\u00a0', ' ');
      const line = page.locator('.view-line', { hasText: '居民肯在群里' }).first();
      await phrase.dragTo(line, { targetPosition: { x: 100, y: 8 } });
      await page
        .locator('.view-line', { hasText: words.slice(0, 8) })
        .first()
        .waitFor();
      await page.locator('.view-line', { hasText: '查清楚再处理' }).first().click(); // the focus is there for sure
      const after = await text();
      assert.strictEqual(after.length, before.length + words.length);
      assert.strictEqual(after.replace(words, ''), before);
      await undoTo(before, { page, text });
      await page.keyboard.press('Control+Shift+E');
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await page.locator('.view-line').first().click();
    },
  ],
  [
    'paused: nothing is underlined, the status bar says so and ends it',
    async ({ command, finding, page, status }) => {
      await command('章法: 暂停提示');
      await says(status, '章法 已暂停');
      await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      await status.click();
      await says(status, '章法 群众质疑工作 2/4');
      await finding('warning');
    },
  ],
];
