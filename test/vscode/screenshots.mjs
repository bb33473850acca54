/** Takes the pictures of the documentation: what a writer sees, in the light and the dark theme. */
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasChineseFont, repository } from './fetch.mjs';
import { driveWorkbench } from './host.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'workspace');

/**
 * One picture each: `drive` brings the workbench, which already shows `openFile`, into the state to be shown.
 * @type {{ name: string, openFile?: string, locale?: 'en' | 'zh-cn', zoom?: number,
 *   settings?: object, drive: (workbench: import('./host.mjs').Workbench) => Promise<void> }[]}
 */
const scenes = [
  {
    name: 'draft',
    async drive({ finding, lens, page, status }) {
      await finding('warning');
      await lens('态度 ✓').waitFor();
      await status.waitFor();
      await page.keyboard.press('Control+Shift+M'); // the Problems view
      await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
    },
  },
  {
    name: 'quickfix',
    async drive({ finding, goTo, quickFixes }) {
      await finding('warning');
      await goTo(2, 20);
      await quickFixes();
    },
  },
  {
    name: 'report',
    async drive({ finding, lens, webview }) {
      await finding('warning');
      await lens('态度 ✓').click();
      await webview.getByText('先改这几处').waitFor();
    },
  },
];

/**
 * @param {string} extension the VSIX: installed, it leaves no mark of development in the picture
 * @returns {Promise<string[]>} the files written, relative to the repository
 */
export async function takeScreenshots(extension) {
  if (!hasChineseFont()) {
    throw new Error('Pictures need a Chinese font. On Debian: apt-get install -y fonts-noto-cjk');
  }
  const files = [];
  for (const { name, drive, ...scene } of scenes) {
    for (const theme of ['light', 'dark']) {
      const options = { folder, openFile: '路灯.md', locale: 'zh-cn', zoom: 1.25, ...scene, extension, theme };
      const file = await driveWorkbench(
        { ...options, pictures: join(repository, 'docs/images') },
        async (workbench) => {
          await drive(workbench);
          await workbench.hideNotifications();
          return workbench.screenshot(`${theme}-${name}`);
        },
      );
      files.push(relative(repository, file));
    }
  }
  return files;
}
