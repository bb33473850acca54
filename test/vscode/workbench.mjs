/** What a writer does in VS Code, done from outside through the page. Every step waits for its effect. */
import { basename } from 'node:path';

/**
 * @param {import('playwright-core').Page} page
 * @returns {Actions}
 * @typedef {ReturnType<typeof createActions>} Actions
 */
export const workbenchActions = (page) => createActions(page);

function createActions(page) {
  const quickInput = page.locator('.quick-input-widget');
  const input = quickInput.locator('input').first();
  const activeTab = (name) => page.locator('.tab.active', { hasText: name });

  /** Opens quick input with a key, enters `text`, and takes the row that then has the focus. */
  const quick = async (key, text, expected) => {
    await page.keyboard.press(key);
    await input.waitFor();
    await input.fill(text);
    // The rows for the new text arrive later than the text: take the first only once it is the right one.
    if (expected) {
      await quickInput.locator('.monaco-list-row.focused', { hasText: expected }).waitFor();
    }
    await page.keyboard.press('Enter');
  };

  return {
    /** Waits until the workbench stands, and for the editor of the file opened at the start. */
    async ready(file) {
      await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      if (file) {
        await activeTab(basename(file)).waitFor();
        await page.locator('.editor-instance .view-lines .view-line').first().waitFor();
      }
    },

    /** Runs a command by its title in the command palette; it may open another quick input. */
    command: (title) => quick('F1', `>${title}`, title),

    /** Shows a file of the folder. */
    async openFile(name) {
      await quick('Control+P', name, basename(name));
      await activeTab(basename(name)).waitFor();
    },

    /** Puts the cursor at a position of the active editor, counted from 1. */
    async goTo(line, column = 1) {
      // Entered before the picker has read the line, the key would be lost and the picker stay open.
      await quick('Control+G', `:${line}:${column}`, String(line));
      await quickInput.waitFor({ state: 'hidden' });
      await page
        .locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${column}\\b`) })
        .waitFor();
    },

    /** Types into whatever has the focus. Chinese arrives as from an input method: as one insertion. */
    type: (text) => page.keyboard.insertText(text),

    /** Waits for an underlined finding in an editor: `error`, `warning`, `info` or `hint`. */
    finding: (severity) => page.locator(`.squiggly-${severity}`).first().waitFor(),

    /** The code lenses with some text. */
    lens: (text) => page.locator('.codelens-decoration a', { hasText: text }),

    /** Our item in the status bar. */
    status: page.locator('.statusbar-item[id="zhangfa.zhangfa.zhangfa.coverage"]'),

    /** Opens the command palette with a filter, and returns the commands it offers, by their whole titles. */
    async palette(filter) {
      await page.keyboard.press('F1');
      await input.waitFor();
      await input.fill(`>${filter}`);
      const row = quickInput.locator('.monaco-list-row', { hasText: filter });
      await row.first().waitFor();
      // Below a translated title stands the English one.
      const names = async () =>
        (await row.evaluateAll((rows) => rows.map((one) => one.querySelector('.label-name').innerText))).map(
          (name) => name.replaceAll('\u00a0', ' '),
        );
      const focused = quickInput.locator('.monaco-list-row.focused');
      const place = async (name) => Number(await focused.getAttribute(name));
      const all = await names();
      // The page holds only the rows in view.
      while ((await place('aria-posinset')) < (await place('aria-setsize'))) {
        const before = await place('aria-posinset');
        await page.keyboard.press('PageDown');
        await page.waitForFunction((from) => {
          const row = document.querySelector('.quick-input-widget .monaco-list-row.focused');
          return row && Number(row.getAttribute('aria-posinset')) > from;
        }, before);
        all.push(...(await names()));
      }
      return [...new Set(all)];
    },

    /** The text of the active editor: copied, since the page holds only the lines in view. */
    async text() {
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Control+C');
      await page.keyboard.press('ArrowRight');
      return page.evaluate(() => navigator.clipboard.readText());
    },

    /** The field of the quick input. */
    input,

    /** The rows of the quick input: the palette's commands, or what a command lets choose from. */
    rows: quickInput.locator('.monaco-list-row'),

    /** The rows of the list of suggestions, while it is open. */
    suggestions: page.locator('.suggest-widget.visible .monaco-list-row'),

    /** The text of a row of that list, without its icon and its detail. */
    suggested: async (row) =>
      (await row.locator('.label-name').first().innerText()).replaceAll('\u00a0', ' '),

    /** Types as an input method does: letters that stand in the text until they are committed as something else. */
    async compose(letters, text) {
      const session = await page.context().newCDPSession(page);
      for (let end = 1; end <= letters.length; end++) {
        const composed = { text: letters.slice(0, end), selectionStart: end, selectionEnd: end };
        await session.send('Input.imeSetComposition', composed);
      }
      await session.send('Input.insertText', { text });
      await session.detach();
    },

    /** Opens the menu of quick fixes at the cursor, and returns its rows. */
    async quickFixes() {
      await page.keyboard.press('Control+.');
      const menu = page.locator('.action-widget .monaco-list-row.action');
      await menu.first().waitFor();
      return menu;
    },

    /** Opens our side bar. */
    async openSideBar() {
      await page.locator('.activitybar .action-item a[aria-label^="章法"]').click();
      await page.mouse.move(0, 0); // no tooltip
    },

    /** The rows of a view of the side bar, by the beginning of its title. */
    viewRows: (title) =>
      page
        .locator('.pane', { has: page.locator('.pane-header', { hasText: title }) })
        .locator('.monaco-list-row'),

    /** What a webview shows, e.g. the report; the frame within the frame. */
    webview: page.frameLocator('iframe.webview').frameLocator('iframe#active-frame'),

    /** Takes notifications off the picture. */
    async hideNotifications() {
      const toasts = page.locator('.notifications-toasts.visible');
      if ((await toasts.count()) === 0) return;
      await quick('F1', '>Notifications: Clear All Notifications', 'Clear All Notifications');
      await toasts.waitFor({ state: 'hidden' });
    },
  };
}
