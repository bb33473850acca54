import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { ROOT } from '../../support/rubrics';

/** What the extension needs, and nothing else; folders of many files apart. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/browser/extension.js',
  'dist/browser/server.js',
  'dist/builtin-more.json',
  'dist/builtin.bin',
  'dist/builtin.json',
  'dist/client.js',
  'dist/documentsWorker.js',
  'dist/extension.js',
  'dist/fold.bin',
  'dist/forms.bin',
  'dist/messages.js',
  'dist/parts/glob.js',
  'dist/parts/loadRubric.js',
  'dist/parts/yaml.js',
  'dist/pinyin.js',
  'dist/readers/docx.js',
  'dist/readers/html.js',
  'dist/readers/pdf.js',
  'dist/server.js',
  'dist/startServer.js',
  'docs/examples/complaint.md',
  'media/icon.png',
  'media/preview.css',
  'media/questions.json',
  'media/sidebar.svg',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
];
const FOLDERS =
  /^(?:dist\/cmaps\/[\w-]+\.bcmap|l10n\/bundle\.l10n[\w.-]*\.json|media\/walkthrough\/(?:en\/)?[\w-]+\.svg|rubrics\/schema\/[\w.-]+\.json|snippets\/[\w-]+\.code-snippets)$/;
/** Written when something is packed. */
const MADE_WHEN_PACKED = 'dist/sbom.cdx.json';

suite('VSIX', () => {
  let files: readonly string[];

  suiteSetup(async function () {
    this.timeout(60_000);
    const found = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    files = found.map((file) => file.replaceAll('\\', '/')).sort();
  });

  test('it holds what it needs and nothing else', () => {
    const others = files.filter((file) => !FOLDERS.test(file) && file !== MADE_WHEN_PACKED);
    assert.deepEqual(others, [...FILES].sort());
    const maps = files.filter((file) => file.startsWith('dist/cmaps/'));
    assert.deepEqual(
      maps,
      readdirSync(join(ROOT, 'dist/cmaps'))
        .map((name) => `dist/cmaps/${name}`)
        .sort(),
    );
  });

  test('it holds every file its manifest names', () => {
    // Some by its texts: pictures that have words in them.
    const manifest = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json']
      .map((name) => readFileSync(join(ROOT, name), 'utf8'))
      .join('\n');
    const named = [...manifest.matchAll(/"\.?\/?((?:dist|media|snippets|docs|rubrics|l10n)\/[^"*]+\.\w+)"/g)]
      .map(([, path = '']) => path)
      // The command line is packed for npm only.
      .filter((path) => path !== 'dist/cli.js');
    assert.ok(named.length > 10, named.join());
    assert.deepEqual(
      named.filter((path) => !files.includes(path)),
      [],
    );
  });

  test('nothing in it comes from the tests, the documents of anybody, or a package as a whole', () => {
    assert.deepEqual(
      files.filter((file) => /(?:^|\/)(?:node_modules|test|out|documents|\.git|\.ci|\.vscode)\//.test(file)),
      [],
    );
    assert.deepEqual(
      files.filter((file) => /\.(?:ts|map|vsix|tgz|env|pem|key)$/.test(file)),
      [],
    );
  });
});
