/**
 * How long the extension takes to activate, beside an extension that does nothing, as VS Code itself counts it
 * (“Developer: Startup Performance”). Both are installed in the same window; in every other round the one that does
 * nothing comes first. Prints figures and asserts none: they depend on the machine.
 */
import { createVSIX } from '@vscode/vsce';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './cleanup.mjs';
import { driveWorkbench } from './host.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const OURS = 'zhangfa.zhangfa';
/** VS Code activates in the order of the names: these come before and after ours. */
const NOTHINGS = ['aa-nothing', 'zz-nothing'];

/** Packages an extension that is activated when ours is, and does nothing. */
async function packNothing(dir, publisher) {
  const cwd = join(dir, publisher);
  await mkdir(cwd);
  const manifest = {
    name: 'nothing',
    publisher,
    version: '0.0.0',
    license: 'MIT',
    engines: { vscode: '^1.91.0' },
    main: './main.js',
    activationEvents: ['onLanguage:markdown'],
  };
  await writeFile(join(cwd, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(cwd, 'main.js'), 'exports.activate = () => undefined;\n');
  const packagePath = join(dir, `${publisher}.vsix`);
  const { log } = console;
  console.log = () => undefined; // vsce tells what is in the package
  const options = { cwd, packagePath, dependencies: false, allowMissingRepository: true };
  await createVSIX(options).finally(() => (console.log = log));
  return packagePath;
}

/** The rows of “Extension Activation Stats” by extension: load, call and finish in ms. */
function readStats(text) {
  const table = text.slice(text.indexOf('## Extension Activation Stats')).split('\n\n')[1] ?? '';
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows.map(([, id, , ...times]) => {
      const [load, call, finish] = times.map(Number);
      return [id, { load, call, finish }];
    }),
  );
}

/** Opens a Markdown file and returns what VS Code says of the two extensions. */
async function measure(extension, nothing, openFile) {
  const options = { folder: join(here, 'workspace'), extension, others: [nothing.vsix], openFile };
  return driveWorkbench(options, async ({ command, page, text }) => {
    // The table is a document of its own, made when it is opened: not before both are active.
    for (let attempt = 0; attempt < 20; attempt++) {
      await command('Developer: Startup Performance');
      await page.locator('.tab.active', { hasText: 'Startup Performance' }).waitFor();
      await page.locator('.view-line', { hasText: 'System Info' }).first().waitFor();
      await page.locator('.editor-instance .view-lines').first().click();
      const stats = readStats(await text());
      const [ours, theirs] = [stats.get(OURS), stats.get(`${nothing.publisher}.nothing`)];
      if (ours && theirs) return { ours, theirs };
      await page.keyboard.press('Control+W');
      await page.waitForTimeout(500);
    }
    throw new Error('The extensions were not activated');
  });
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const total = ({ load, call, finish }) => load + call + finish;

/**
 * Measures and prints.
 * @param {string} extension the VSIX
 * @param {number} rounds windows to open, for a draft and for another Markdown file each
 */
export async function measureActivation(extension, rounds = 6) {
  const temporary = temporaryFolder();
  const nothings = [];
  for (const publisher of NOTHINGS)
    nothings.push({ publisher, vsix: await packNothing(temporary.path, publisher) });
  console.log(`Activation, medians of ${rounds} windows in ms: load + call + finish = all`);
  for (const [what, file] of [
    ['a draft', '路灯.md'],
    ['other Markdown', '值班笔记.md'],
  ]) {
    const found = [];
    for (let round = 0; round < rounds; round++)
      found.push(await measure(extension, nothings[round % 2], file));
    const line = (name, side) => {
      const of = (part) => median(found.map((one) => one[side][part]));
      const all = median(found.map((one) => total(one[side])));
      console.log(
        `  ${what}: ${name.padEnd(20)} ${of('load')} + ${of('call')} + ${of('finish')} = ${all} (${found.map((one) => total(one[side])).join(' ')})`,
      );
    };
    line(OURS, 'ours');
    line('does nothing', 'theirs');
    const more = median(found.map(({ ours, theirs }) => total(ours) - total(theirs)));
    console.log(`  ${what}: more than nothing   ${more}`);
  }
  await temporary.remove();
}
