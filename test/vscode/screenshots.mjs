/** Takes the pictures of the documentation: what a writer sees, in the light and the dark theme. */
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasChineseFont, repository } from './fetch.mjs';
import { driveWorkbench } from './host.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * One picture each: `drive` brings the workbench, which already shows `openFile`, into the state to be shown.
 * @type {{ name: string, folder: string, openFile?: string, locale?: 'en' | 'zh-cn', zoom?: number,
 *   settings?: object, drive: (workbench: import('./host.mjs').Workbench) => Promise<void> }[]}
 */
const scenes = [
  {
    name: 'findings',
    folder: join(here, 'workspace'),
    openFile: 'draft.md',
    async drive({ finding, page }) {
      await finding('warning');
      await page.keyboard.press('Control+Shift+M'); // the Problems view
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
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
      const options = { locale: 'zh-cn', zoom: 1.25, ...scene, extension, theme };
      const file = await driveWorkbench(
        { ...options, pictures: join(repository, 'docs/images') },
        async (workbench) => {
          await drive(workbench);
          await workbench.hideNotifications();
          return workbench.screenshot(`${name}-${theme}`);
        },
      );
      files.push(relative(repository, file));
    }
  }
  return files;
}
