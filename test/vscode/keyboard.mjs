/**
 * What a writer does and sees, from outside: keys, clicks, the status bar, menus and dialogues, which VS Code's API
 * does not show to a suite inside. One window serves all the tests; each begins with what the one before left.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { driveWorkbench } from './host.mjs';
import { BEGINNINGS } from './keyboardBeginnings.mjs';
import { DRAFT } from './keyboardDraft.mjs';
import { PHRASES } from './keyboardPhrases.mjs';
import { VIEWS } from './keyboardViews.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** @type {import('./keyboardSteps.mjs').Tests} */
const tests = [...DRAFT, ...PHRASES, ...VIEWS, ...BEGINNINGS];

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
