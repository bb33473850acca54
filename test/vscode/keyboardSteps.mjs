import assert from 'node:assert';

/** @typedef {[title: string, test: (workbench: import('./host.mjs').Workbench) => Promise<void>][]} Tests */

/** Undoes step by step until the text is what it was. */
export async function undoTo(before, { page, text }) {
  for (let steps = 0; (await text()) !== before; steps++) {
    assert.ok(steps < 10, 'undone too far');
    await page.keyboard.press('Control+Z');
  }
}

/** Waits until an item of the status bar says something. */
export async function says(item, text) {
  await item.filter({ hasText: text }).waitFor();
}
