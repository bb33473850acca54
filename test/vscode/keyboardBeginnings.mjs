import assert from 'node:assert';
import { says, undoTo } from './keyboardSteps.mjs';

/**
 * What a writer begins with: a new draft, practice, the preview and the walkthrough.
 * @type {import('./keyboardSteps.mjs').Tests}
 */
export const BEGINNINGS = [
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
