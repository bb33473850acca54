import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../server/src/version';
import { ROOT } from '../support/rubrics';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { TempFolder } from './tempFolder';

const isWindows = process.platform === 'win32';

/** Runs a program to its end and returns what it says. */
function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell: isWindows });
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

suite('npm package', () => {
  let folder: TempFolder;
  /** Where the package is installed. */
  let installed: string;

  suiteSetup(function () {
    this.timeout(60_000);
    folder = new TempFolder({ ...OWN_RUBRICS, 'leak.md': DRAFT, 'package.json': '{ "private": true }' });
    run(process.execPath, [join(ROOT, 'server/package.mjs'), '--out', folder.path], ROOT);
    const install = ['install', '--offline', '--no-audit', '--no-fund', `./zhangfa-${VERSION}.tgz`];
    run('npm', install, folder.path);
    installed = join(folder.path, 'node_modules/zhangfa');
  });
  suiteTeardown(() => folder.remove());

  test('it holds what the command line and the server need, and nothing else', () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(installed.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
    const maps = files.filter((file) => file.startsWith('dist/cmaps/'));
    assert.ok(maps.length > 50 && maps.every((file) => file.endsWith('.bcmap')), maps.join());
    assert.deepEqual(
      files.filter((file) => !maps.includes(file) && !file.startsWith('rubrics/schema/')),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/THIRD-PARTY-NOTICES.txt',
        'dist/builtin-more.json',
        'dist/builtin.bin',
        'dist/builtin.json',
        'dist/cli.js',
        'dist/documentsWorker.js',
        'dist/fold.bin',
        'dist/forms.bin',
        'dist/mcp.js',
        'dist/parts/glob.js',
        'dist/parts/loadRubric.js',
        'dist/parts/yaml.js',
        'dist/pinyin.js',
        'dist/readers/docx.js',
        'dist/readers/html.js',
        'dist/readers/pdf.js',
        'dist/sbom.cdx.json',
        'dist/server.js',
        'dist/startServer.js',
        'package.json',
      ],
    );
    assert.deepEqual(
      files.filter((file) => file.startsWith('rubrics/')),
      readdirSync(join(ROOT, 'rubrics/schema'))
        .map((name) => `rubrics/schema/${name}`)
        .sort(),
    );
  });

  test('its bill of materials names what is in the bundles, with hashes, and is the same every time', () => {
    const bill = JSON.parse(readFileSync(join(installed, 'dist/sbom.cdx.json'), 'utf8')) as {
      readonly bomFormat: string;
      readonly serialNumber?: string;
      readonly metadata: { readonly timestamp?: string };
      readonly components: readonly { readonly name: string; readonly hashes?: readonly object[] }[];
    };
    assert.equal(bill.bomFormat, 'CycloneDX');
    const names = bill.components.map(({ name }) => name);
    for (const name of ['yaml', '@lezer/markdown', 'vscode-languageserver', 'unpdf', 'pdfjs-dist'])
      assert.ok(names.includes(name), `${name} of ${names.join()}`);
    for (const name of ['typescript', 'mocha', 'esbuild', 'eslint'])
      assert.ok(!names.includes(name), `${name} is not in the bundles`);
    assert.deepEqual(
      bill.components.filter(({ hashes = [] }) => hashes.length === 0),
      [],
    );
    assert.equal(bill.serialNumber ?? bill.metadata.timestamp, undefined);
  });

  test('its manifest depends on nothing, and speaks in words', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.deepEqual([manifest['name'], manifest['version']], ['zhangfa', VERSION]);
    assert.deepEqual(manifest['bin'], { zhangfa: 'dist/cli.js' });
    assert.deepEqual(manifest['engines'], { node: '>=20' });
    assert.match(String(manifest['description']), /[a-z]+ [a-z]+/);
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'contributes', 'main'])
      assert.equal(manifest[key], undefined, key);
  });

  test('the installed program runs: its version, a check, a reader loaded on demand', () => {
    const zhangfa = join(folder.path, 'node_modules/.bin/zhangfa');
    assert.equal(run(zhangfa, ['--version'], folder.path), `${VERSION}\n`);
    assert.match(
      run(zhangfa, ['check', '--fail-on', 'none', 'leak.md'], folder.path),
      /缺：回访；薄弱：调解/,
    );
    folder.write('a.html', '<meta charset="utf-8"><p>成立调查小组，核实群众反映的问题。</p>');
    assert.match(run(zhangfa, ['documents', 'a.html'], folder.path), /1 句可用/);
  });

  test('the installed program starts the server and the tools for agents, which are files of their own', async () => {
    const script = join(installed, 'dist/cli.js');
    const initialize = (params: object): string =>
      JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { capabilities: {}, ...params },
      });
    const lsp = initialize({ processId: null, rootUri: null });
    const mcp = initialize({ protocolVersion: '2025-06-18', clientInfo: { name: 'test', version: '1' } });
    for (const [args, message] of [
      [['lsp', '--stdio'], `Content-Length: ${Buffer.byteLength(lsp)}\r\n\r\n${lsp}`],
      [['mcp'], `${mcp}\n`],
    ] as const) {
      const child = spawn(process.execPath, [script, ...args], { cwd: folder.path });
      try {
        child.stdin.write(message);
        let answer = '';
        for await (const chunk of child.stdout) {
          answer += String(chunk);
          if (answer.includes('serverInfo')) break;
        }
        assert.match(answer, /"serverInfo":\{"name":"zhangfa"/, args[0]);
      } finally {
        child.kill('SIGKILL');
      }
    }
  });
});
