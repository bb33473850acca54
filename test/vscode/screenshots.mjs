/** Takes the pictures of the documentation: what a writer sees, in the light and the dark theme. */
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasChineseFont, repository } from './fetch.mjs';
import { driveWorkbench } from './host.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'workspace');
/** What the folder is called in the pictures. */
const folderName = '练习';

/** Makes a picture a third as large, where pngquant is installed (on Debian: apt-get install pngquant). */
function shrink(file) {
  const { error } = spawnSync('pngquant', ['--force', '--strip', '--skip-if-larger', '--output', file, file]);
  if (error && error.code !== 'ENOENT') throw error;
}

/** Room for the draft, and the shapes of characters that are used in China. */
const calm = {
  'editor.minimap.enabled': false,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'breadcrumbs.enabled': false,
};

/**
 * One picture each: `drive` brings the workbench, which already shows a draft, into the state to be shown.
 * @type {{ name: string, options?: object, drive: (workbench: import('./host.mjs').Workbench) => Promise<void> }[]}
 */
const scenes = [
  {
    name: 'draft',
    async drive({ command, finding, lens, page, status }) {
      await finding('warning');
      await lens('态度 ✓').waitFor();
      await status.waitFor();
      await command('Explorer: Focus on Outline View');
      await page.locator('.pane-header', { hasText: folderName }).click(); // folded: the outline gets its place
      await page.locator('.outline-pane .monaco-list-row', { hasText: '薄弱' }).waitFor();
      await page.keyboard.press('Control+Shift+M'); // the Problems view
      await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
    },
  },
  {
    name: 'quickfix',
    async drive({ finding, goTo, lens, quickFixes }) {
      await finding('warning');
      await lens('态度 ✓').waitFor();
      await goTo(2, 20);
      await quickFixes();
    },
  },
  {
    name: 'report',
    async drive({ finding, lens, page, webview }) {
      await finding('warning');
      await lens('态度 ✓').click();
      await page.keyboard.press('Control+B'); // the side bar, out of the way
      await webview.getByText('先改这几处').waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    // What comes further down in the report, after a second check.
    name: 'report-below',
    async drive({ finding, lens, page, webview }) {
      await finding('warning');
      await lens('态度 ✓').click();
      await page.keyboard.press('Control+B');
      await webview.getByRole('button', { name: '插入提纲：长效' }).first().click();
      await webview.locator('tr', { hasText: '长效' }).getByText('薄弱').waitFor();
      await webview.getByRole('button', { name: '重新检查' }).first().click();
      await webview.getByText('2 次检查').first().waitFor();
      await webview.getByRole('heading', { name: '测评要素' }).waitFor();
      await webview.locator('#elements-title').evaluate((title) => title.scrollIntoView());
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'folder',
    async drive({ command, finding, page, webview }) {
      await finding('warning');
      await page.keyboard.press('Control+B');
      await command('章法: 检查工作区全部草稿');
      await webview.locator('.drafts tbody tr').nth(2).waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'new-draft',
    async drive({ command, finding, page, rows }) {
      await finding('warning');
      await command('章法: 按框架新建草稿');
      await page.locator('.quick-input-title', { hasText: '新建草稿' }).waitFor();
      await page.keyboard.insertText('暴雨夜里山体滑坡，几户村民不愿撤离，你怎么办？');
      await page.keyboard.press('Enter');
      await rows.filter({ hasText: '应急处置' }).first().waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'practice',
    async drive({ command, finding, lens, page, rows, type }) {
      await finding('warning');
      await page.keyboard.press('Control+B');
      await command('章法: 限时练习');
      await page.locator('.quick-input-title', { hasText: '限时练习' }).waitFor();
      await page.keyboard.insertText('便民大厅值班');
      await rows.filter({ hasText: '叫号系统突然瘫痪' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: '这道题几分钟' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: '你在便民大厅值班.md' }).waitFor();
      await lens('控局面 ✗').waitFor();
      await page.locator('.editor-instance .view-line').last().click();
      await type('我先把号按到的先后写在纸上，一位一位念给大家听，请带孩子的大姐坐到前面来。');
      const clock = page.locator('.statusbar-item[id="zhangfa.zhangfa.zhangfa.practice"]');
      await clock.filter({ hasText: /^ ?2:\d\d$/ }).waitFor();
      await lens('控局面').first().waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'english',
    options: { locale: 'en' },
    async drive({ finding, lens, page, webview }) {
      await finding('warning');
      await lens('Attitude ✓').click();
      await page.keyboard.press('Control+B');
      await webview.getByText('Change these first').waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'completion',
    async drive({ finding, goTo, lens, page, suggestions }) {
      await finding('warning');
      await lens('态度 ✓').waitFor();
      await page.keyboard.press('Control+B'); // the side bar, out of the way
      await goTo(13);
      await page.keyboard.press('Control+Alt+Space');
      const row = suggestions.filter({ hasText: '回应质疑.txt' }).first();
      await row.waitFor();
      while ((await row.getAttribute('class'))?.includes('focused') !== true)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+Space'); // the documentation beside the list
      await page.locator('.suggest-details', { hasText: '回应质疑.txt' }).waitFor();
    },
  },
  {
    name: 'phrases',
    async drive({ command, finding, goTo, input, lens, page, rows }) {
      await finding('warning');
      await lens('态度 ✓').waitFor();
      await page.keyboard.press('Control+B');
      await goTo(12, 60);
      await command('章法: 插入表述');
      await page.locator('.quick-input-title', { hasText: '行动' }).waitFor();
      await input.fill('核查');
      await rows.filter({ hasText: '一起组成核查小组' }).first().waitFor();
    },
  },
  {
    name: 'sidebar',
    async drive({ finding, goTo, lens, openSideBar, page, viewRows }) {
      await finding('warning');
      await lens('态度 ✓').waitFor();
      await goTo(12, 60);
      await openSideBar();
      await viewRows('框架').filter({ hasText: '行动' }).waitFor();
      for (const view of ['表述', '方法', '参考文档']) await viewRows(view).first().waitFor();
      await page.locator('.pane-header', { hasText: '表述' }).filter({ hasText: '行动' }).waitFor();
      await page.getByText('正在读参考文档').waitFor({ state: 'hidden' });
      await viewRows('框架').filter({ hasText: '长效' }).hover(); // shows the button that inserts it
    },
  },
  {
    name: 'cleaning',
    async drive({ command, finding, page, rows }) {
      await finding('warning');
      await page.keyboard.press('Control+B');
      await command('章法: 查看参考文档');
      await rows.filter({ hasText: '回应质疑.txt' }).first().click();
      await page.locator('.monaco-diff-editor .view-line', { hasText: '〔' }).first().waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'preview',
    async drive({ finding, lens, page }) {
      await finding('warning');
      await lens('态度 ✓').waitFor();
      await page.keyboard.press('Control+B');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('v');
      const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await preview.locator('.zhangfa-badge', { hasText: '✗ 长效' }).waitFor();
    },
  },
  {
    name: 'walkthrough',
    async drive({ command, finding, page, rows }) {
      await finding('warning');
      await command('Welcome: Open Walkthrough...');
      await page.keyboard.insertText('章法');
      await rows.filter({ hasText: '章法入门' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+B');
      const step = page.locator('.getting-started-step', { hasText: '打开示例草稿' });
      await step.locator('.monaco-button').waitFor();
      const picture = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await picture.locator('svg text', { hasText: '包在我身上' }).first().waitFor();
      await page.mouse.move(0, 0);
    },
  },
];

/**
 * @param {string} extension the VSIX: installed, it leaves no mark of development in the picture
 * @param {string} [grep] only scenes whose names match
 * @returns {Promise<string[]>} the files written, relative to the repository
 */
export async function takeScreenshots(extension, grep = '') {
  if (!hasChineseFont()) {
    throw new Error('Pictures need a Chinese font. On Debian: apt-get install -y fonts-noto-cjk');
  }
  const files = [];
  for (const { name, drive, options: own } of scenes.filter((scene) => new RegExp(grep).test(scene.name))) {
    for (const theme of ['light', 'dark']) {
      const options = { folder, folderName, openFile: '路灯.md', locale: 'zh-cn', zoom: 1.25, ...own };
      const file = await driveWorkbench(
        { ...options, extension, theme, settings: calm, pictures: join(repository, 'docs/images') },
        async (workbench) => {
          await drive(workbench);
          await workbench.hideNotifications();
          return workbench.screenshot(`${theme}-${name}`);
        },
      );
      shrink(file);
      files.push(relative(repository, file));
    }
  }
  return files;
}
