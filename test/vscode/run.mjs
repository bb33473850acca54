/**
 * `npm run test:vscode`: the extension in the real VS Code, from its development folder and as an installed
 * VSIX. Options: `--grep TEXT` (titles, or names of pictures), `--no-build` (use dist/, out/ and zhangfa.vsix as they are),
 * `--screenshots` (takes the pictures of the documentation instead), `--activation` (measures how long the extension
 * takes to activate instead).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { temporaryFolder } from './cleanup.mjs';
import { findChromium, fetchPlaywright, fetchVSCode, repository } from './fetch.mjs';
import { runSuite } from './host.mjs';
import { runKeyboardTests } from './keyboard.mjs';
import { runPrintTests } from './printedReport.mjs';
import { runReportTests } from './reportPage.mjs';
import { restrictedFolder } from './restrictedFolder.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const vsix = join(repository, 'zhangfa.vsix');

const { values: options } = parseArgs({
  options: {
    screenshots: { type: 'boolean', default: false },
    activation: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    grep: { type: 'string' },
  },
});

const { grep } = options;

/** Runs a script of package.json; its output counts only when it fails. */
function script(name) {
  const { status, stdout, stderr, error } = spawnSync('npm', ['run', name], {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'], // nothing may ask: there may be nobody
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm run ${name} failed:\n${stdout}${stderr}`);
}

/**
 * Runs the test files whose names match `files`; a run that ends without a result (a timeout, a crash) fails the
 * whole without a count.
 */
async function suite(title, files, options) {
  console.log(`\n== ${title}`);
  try {
    const result = await runSuite({
      locale: 'zh-cn',
      folder: join(here, 'workspace'),
      suite: join(repository, 'out/test/vscode/suite.js'),
      env: { ZHANGFA_TEST_FILES: files, ...(grep && { ZHANGFA_TEST_GREP: grep }) },
      ...options,
    });
    if (result.code === 0 && result.errors.length > 0)
      console.log(`Errors in the browser's console:\n${result.errors.join('\n')}`);
    return result;
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/** A writer at the keyboard, on the installed package. */
async function fromOutside(run) {
  console.log('\n== Installed VSIX, from outside');
  try {
    return await run(vsix);
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

findChromium(); // before the long work: without a browser all of it would be in vain
fetchVSCode();
fetchPlaywright();
if (!options['no-build']) for (const name of ['build', 'compile', 'package']) script(name);

if (options.screenshots) {
  const { takeScreenshots } = await import('./screenshots.mjs');
  for (const file of await takeScreenshots(vsix, grep)) console.log(file);
} else if (options.activation) {
  const { measureActivation } = await import('./activation.mjs');
  await measureActivation(vsix);
} else {
  const results = [
    await suite('Development folder', '^(?!multiroot|emptyFolder|restricted|otherMarkdown|rubricsOnly)', {
      extension: repository,
    }),
  ];
  if (!grep) {
    const folders = { folder: join(here, 'multiroot'), workspaceFile: 'both.code-workspace' };
    results.push(await suite('Two folders', '^multiroot', { extension: repository, ...folders }));
    results.push(await suite('New window', '^otherMarkdown', { extension: repository }));
    const empty = temporaryFolder();
    results.push(await suite('Empty folder', '^emptyFolder', { extension: repository, folder: empty.path }));
    await empty.remove();
    const rubrics = temporaryFolder();
    mkdirSync(join(rubrics.path, '.zhangfa/rubrics'), { recursive: true });
    writeFileSync(join(rubrics.path, '.zhangfa/rubrics/village.yaml'), 'id: village\nsections: 3\n');
    results.push(
      await suite('Rubrics only', '^rubricsOnly', { extension: repository, folder: rubrics.path }),
    );
    await rubrics.remove();
    const stranger = restrictedFolder();
    results.push(
      await suite('Folder that is not trusted', '^restricted', {
        extension: repository,
        folder: stranger.folder,
        trusted: false,
      }),
    );
    stranger.remove();
    // The package can differ from the development folder in being incomplete, which the smoke test shows.
    results.push(await suite('Installed VSIX', '^smoke', { extension: vsix }));
    results.push(await fromOutside(runKeyboardTests));
    results.push(await fromOutside(runReportTests));
    results.push(await fromOutside(runPrintTests));
  }
  if (results.every((result) => result)) {
    const sum = (key) => results.reduce((total, result) => total + result[key], 0);
    console.log(`VS Code: ${sum('passes')} passed, ${sum('failures')} failed`);
  }
  if (!results.every((result) => result?.code === 0)) process.exitCode = 1;
}
