import assert from 'node:assert';
import { undoTo } from './keyboardSteps.mjs';

/**
 * How a writer gets at phrases: while typing, on demand, and by searching.
 * @type {import('./keyboardSteps.mjs').Tests}
 */
export const PHRASES = [
  [
    'typing Chinese: a list appears, the phrase lands exactly, one undo takes it back',
    async ({ goTo, page, suggestions, suggested, text, type }) => {
      const before = await text();
      const { length } = before.split('\n')[11];
      await goTo(12, length + 1);
      await type('请居民');
      const row = suggestions.filter({ hasText: '一起组成核查小组' });
      await row.first().waitFor();
      const phrase = await suggested(row.first());
      await row.first().click();
      await suggestions.first().waitFor({ state: 'hidden' });
      const lines = before.split('\n');
      lines[11] += phrase;
      assert.strictEqual(await text(), lines.join('\n'));
      assert.match(phrase, /^请居民/);
      await page.keyboard.press('Control+Z');
      assert.strictEqual((await text()).split('\n')[11], `${before.split('\n')[11]}请居民`);
      await undoTo(before, { page, text });
    },
  ],
  [
    'an input method: the list comes with what it commits, not with the letters',
    async ({ compose, goTo, page, suggestions, text }) => {
      const before = await text();
      await goTo(12, before.split('\n')[11].length + 1);
      await compose('qingjumin', '请居民');
      await suggestions.filter({ hasText: '一起组成核查小组' }).first().waitFor();
      await page.keyboard.press('Escape');
      await suggestions.first().waitFor({ state: 'hidden' });
      await undoTo(before, { page, text });
    },
  ],
  [
    'on demand: the initials of pinyin become the phrase',
    async ({ goTo, page, suggestions, suggested, text, type }) => {
      const before = await text();
      await goTo(12, before.split('\n')[11].length + 1);
      await type('qzly');
      await page.keyboard.press('Control+Alt+Space');
      const row = suggestions.filter({ hasText: '群众利益无小事' });
      await row.first().waitFor();
      const phrase = await suggested(row.first());
      await row.first().click();
      // It is a whole sentence, which gets its full stop.
      const line = (await text()).split('\n')[11];
      assert.strictEqual(line, `${before.split('\n')[11]}${phrase}。`);
      await undoTo(before, { page, text });
    },
  ],
  [
    'insert a phrase: searched at every key, its source looked at, inserted; its origin is one key away',
    async ({ command, goTo, input, openFile, page, rows, text }) => {
      const before = await text();
      const end = before.split('\n')[11].length + 1;
      await goTo(12, end);
      await command('章法: 插入表述');
      const title = page.locator('.quick-input-title');
      await title.filter({ hasText: /^插入表述 · / }).waitFor();
      await input.fill('合同发票验收单');
      const row = rows.filter({ hasText: '验收单逐项核对' }).first();
      await row.waitFor();
      assert.match(await row.innerText(), /回应质疑\.txt/);
      await row.hover();
      await row.locator('.action-label').first().click();
      await page.locator('.tab.active', { hasText: '回应质疑.txt' }).first().waitFor();
      await title.filter({ hasText: /^插入表述 · / }).waitFor();
      const phrase = (await row.locator('.label-name').first().innerText()).replaceAll('\u00a0', ' ');
      await input.focus();
      await page.keyboard.press('Enter');
      await title.waitFor({ state: 'hidden' });
      const group = page.locator('.editor-group-container.active');
      await group.locator('.tab.active', { hasText: '路灯.md' }).waitFor();
      const at = (line, column) =>
        page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${column}\\b`) });
      await at(12, end + phrase.length).waitFor();
      assert.strictEqual((await text()).split('\n')[11], `${before.split('\n')[11]}${phrase}`);

      await goTo(12, end + 5);
      await page.keyboard.press('F12');
      await group.locator('.tab.active', { hasText: '回应质疑.txt' }).waitFor();
      await at(12, 1).waitFor();
      await openFile('路灯.md');
      await undoTo(before, { page, text });
    },
  ],
];
