/**
 * What a writer does and sees, from outside: keys, clicks, the status bar, menus and dialogues, which VS Code's API
 * does not show to a suite inside. One window serves all the tests; each begins with what the one before left.
 */
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from './fetch.mjs';
import { driveWorkbench } from './host.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** @type {[title: string, test: (workbench: import('./host.mjs').Workbench) => Promise<void>][]} */
const tests = [
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
  [
    'a new draft: the question pasted, the framework chosen, the first blank filled in',
    async ({ command, input, page, rows, status, text, type }) => {
      await command('章法: 按框架新建草稿');
      await page.locator('.quick-input-title', { hasText: '新建草稿' }).waitFor();
      // As it comes from a web page: with a label and line breaks, which the field makes one line of.
      const question = '题目：有居民质疑社区活动室总锁着门，\n你怎么办？\n';
      await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), question);
      await input.focus();
      await page.keyboard.press('Control+V');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: '新草稿的框架' }).waitFor();
      await rows.first().waitFor();
      await page.keyboard.insertText('群众质疑工作');
      await rows.filter({ hasText: '群众质疑工作' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: '有居民质疑社区活动室总锁着门.md' }).waitFor();
      await says(status, /^章法 群众质疑工作 \d\/4$/);
      await type('活动室为什么锁门');
      assert.match(
        await text(),
        /^---\nquestion: 有居民质疑社区活动室总锁着门，你怎么办？\nframework: public-doubt\n---\n\n## 态度\n\n.*活动室为什么锁门/,
      );
    },
  ],
  [
    'practice: the clock in the status bar, paused and given up by clicks',
    async ({ command, input, page, rows, text }) => {
      await command('章法: 限时练习');
      await page.locator('.quick-input-title', { hasText: '限时练习' }).waitFor();
      await page.keyboard.insertText('便民大厅值班');
      await rows.filter({ hasText: '叫号系统突然瘫痪' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: '这道题几分钟' }).waitFor();
      assert.strictEqual(await input.inputValue(), '3');
      await page.keyboard.press('Enter');
      const clock = page.locator('.statusbar-item[id="zhangfa.zhangfa.zhangfa.practice"]');
      await says(clock, /^ ?[32]:\d\d$/);
      await page.locator('.tab.active', { hasText: '你在便民大厅值班.md' }).waitFor();
      assert.match(await text(), /^---\nquestion: "你在便民大厅值班.*\nminutes: 3\n---\n\n$/);
      await clock.click();
      await page.locator('.quick-input-title', { hasText: '已暂停' }).waitFor();
      await rows.filter({ hasText: '不练了' }).click();
      await clock.waitFor({ state: 'hidden' });
    },
  ],
  [
    'preview: the sections stand where they begin, as soon as they are known, and follow the text',
    async ({ goTo, openFile, page, text, type }) => {
      await openFile('公示.md');
      await goTo(1);
      const before = await text();
      await page.keyboard.press('Control+K');
      await page.keyboard.press('v');
      const shown = page.frameLocator('iframe.webview:visible').last().frameLocator('iframe#active-frame');
      const badge = (words) => shown.locator('.zhangfa-badge', { hasText: words });
      for (const title of ['态度', '行动', '长效', '升华']) await badge(`✓ ${title}`).waitFor();
      const draft = page.locator('.tab.active.selected', { hasText: /^公示\.md/ });
      await page.keyboard.press('Control+1');
      await draft.waitFor();
      await goTo(16, before.split('\n')[15].length + 1);
      await type('三个月后再回访【哪几户】。');
      await badge('◐ 长效').waitFor();
      await page.keyboard.press('Control+Z');
      await badge('✓ 长效').waitFor();
      await undoTo(before, { page, text });
    },
  ],
  [
    'the walkthrough: its first button opens the sample, which ticks the step off',
    async ({ command, finding, input, page, rows }) => {
      await command('Welcome: Open Walkthrough...');
      await page.keyboard.insertText('章法');
      await rows.filter({ hasText: '章法入门' }).first().waitFor();
      await page.keyboard.press('Enter');
      const step = page.locator('.getting-started-step', { hasText: '打开示例草稿' });
      await step.locator('.monaco-button', { hasText: '打开示例草稿' }).click();
      // By its own name: a preview open beside it is named after it.
      await page.locator('.tab.active[data-resource-name^="Untitled-"]').waitFor();
      await finding('warning');
      await page.locator('.tab', { hasText: 'Walkthrough' }).first().click();
      await step.locator('.codicon.complete').waitFor();
      assert.strictEqual(await input.isVisible(), false);

      // On a small screen, with the interface enlarged.
      const size = page.viewportSize();
      await page.setViewportSize({ width: 1120, height: 720 });
      const titles = await page.locator('.getting-started-step .step-title').allInnerTexts();
      assert.strictEqual(titles.length, 7, titles.join());
      for (const title of titles) {
        const one = page.locator('.getting-started-step', { hasText: title }).first();
        await one.locator('.step-title').first().click();
        await one.locator('.monaco-button').first().waitFor();
        const cut = await one.evaluate((shown) =>
          [...shown.querySelectorAll('*')]
            .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
            .map(({ textContent }) => textContent),
        );
        assert.deepStrictEqual(cut, [], title);
        assert.doesNotMatch(await one.innerText(), /`/, title);
      }
      const check = page.locator('.getting-started-step', { hasText: '提交前检查' }).first();
      await check.locator('.step-title').first().click();
      await check.locator('.monaco-button').click();
      // The sample comes out from behind the page, with its report beside it.
      await page.locator('.tab.active', { hasText: '检查报告：Untitled-' }).waitFor();
      await page.locator('.tab.active', { hasText: /^Untitled-/ }).waitFor();
      await page.setViewportSize(size);
    },
  ],
];

/** Undoes step by step until the text is what it was. */
async function undoTo(before, { page, text }) {
  for (let steps = 0; (await text()) !== before; steps++) {
    assert.ok(steps < 10, 'undone too far');
    await page.keyboard.press('Control+Z');
  }
}

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

/** Waits until an item of the status bar says something. */
async function says(item, text) {
  await item.filter({ hasText: text }).waitFor();
}

/**
 * Runs the tests on an installed package, and reports as mocha does.
 * @param {string} extension the VSIX
 * @returns {Promise<{ code: number, passes: number, failures: number }>}
 */
export async function runKeyboardTests(extension) {
  const failed = [];
  const options = { folder: join(here, 'workspace'), extension, locale: 'zh-cn', openFile: '路灯.md' };
  console.log('\n  A writer');
  const started = Date.now();
  let passes = 0;
  await driveWorkbench({ ...options, timeout: 240_000 }, async (workbench) => {
    workbench.page.setDefaultTimeout(20_000);
    for (const [title, test] of tests) {
      const begun = Date.now();
      try {
        await test(workbench);
        passes++;
        console.log(`    ✔ ${title} (${Date.now() - begun}ms)`);
      } catch (error) {
        failed.push([title, error]);
        console.log(`    ${failed.length}) ${title}`);
        console.log(`       ${await workbench.screenshot(`keyboard-${failed.length}`)}`);
        break; // what comes next builds on it
      }
    }
  });
  console.log(`\n  ${passes} passing (${Math.round((Date.now() - started) / 1000)}s)`);
  if (failed.length > 0) console.log(`  ${failed.length} failing\n`);
  for (const [title, error] of failed) console.log(`  ${title}:\n${error.stack}`);
  return { code: failed.length > 0 ? 1 : 0, passes, failures: failed.length };
}
