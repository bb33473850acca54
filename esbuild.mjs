/**
 * `npm run build`: bundles the client, the server and the command line into dist/, for Node and for browsers.
 * Options: `--watch` builds again after every change; `--dev` adds source maps and leaves the code readable.
 */
import { build, context, formatMessages } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtin, foldTable, formSieve, readBuiltin } from './esbuildBuiltin.mjs';
import {
  ascii,
  handedOn,
  LAZY,
  lateCrypto,
  lazy,
  named,
  noHighlighting,
  refused,
  WHEN_CALLED,
  whenCalled,
} from './esbuildPlugins.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } },
});

// tinyglobby asks for its own address, which a CommonJS bundle has under another name.
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.url': '__filename' },
};
/** What is loaded on demand is CommonJS, which Node reads faster with require(). */
const WITH_REQUIRE = { supported: { 'dynamic-import': false } };
const browser = { platform: 'browser', target: 'es2022' };
/** What runs in VS Code's extension host on Node. Its two bundles have one copy of `MESSAGES`, a third file. */
const extension = {
  external: ['vscode'],
  // The extension host gives `vscode` to what is loaded with require().
  supported: { 'dynamic-import': false },
  sharesMessages: true,
};
/** The types of messages, of which the protocol is made: all that is needed of it before there is a server. */
const MESSAGES = { file: 'node_modules/vscode-jsonrpc/lib/common/messages.js', out: 'messages.js' };

/**
 * Nothing here talks to the network, and the server starts no programs. Libraries could: the language server's
 * library listens on sockets and starts processes where an editor asks it to, pdf.js fetches files. What they would
 * use is taken away, so that no setting and no file can make them (SECURITY.md; test/unit/bundles.test.ts).
 */
const NO_NETWORK = { fetch: 'undefined', XMLHttpRequest: 'undefined', WebSocket: 'undefined' };
const CHARACTER_MAPS = 'node_modules/pdfjs-dist/cmaps';
/** The tables for Chinese fonts (see server/src/documents/characterMaps.ts); others are not shipped. */
const CHINESE_MAPS = /^(?:Adobe-(?:GB1|CNS1)|GB|UniGB|B5|ETen|ETHK|HK|CNS|UniCNS)[\w-]*\.bcmap$/;

const entries = [
  { in: 'client/src/extension.ts', out: 'dist/extension.js', ...node, ...extension },
  { in: MESSAGES.file, out: `dist/${MESSAGES.out}`, ...node },
  {
    in: 'client/src/browser.ts',
    out: 'dist/browser/extension.js',
    ...browser,
    format: 'cjs',
    external: ['vscode'],
  },
  {
    in: 'server/src/browser.ts',
    out: 'dist/browser/server.js',
    ...browser,
    format: 'iife',
    // VS Code for the web starts workers from a blob, of whose address @cfworker/json-schema cannot make a URL.
    define: { 'self.location': 'undefined' },
  },
  { in: 'server/src/node.ts', out: 'dist/server.js', ...node, ...WITH_REQUIRE },
  { in: 'server/src/documentsWorker.ts', out: 'dist/documentsWorker.js', ...node },
  ...[...LAZY, ...Object.values(WHEN_CALLED)].map(({ file, out }) => ({
    in: file,
    out: `dist/${out}`,
    ...node,
    ...(out === 'client.js' ? extension : {}),
  })),
  {
    in: 'server/src/cli.ts',
    out: 'dist/cli.js',
    ...node,
    banner: { js: '#!/usr/bin/env node' },
    ...WITH_REQUIRE,
  },
];

/** The folders of the packages of which something is in the bundles. */
function bundledPackages(metafiles) {
  const packages = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs).filter((path) => !path.startsWith('named:')))
    .flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  // Only its tables are taken, which no bundle imports.
  return [...new Set([...packages, dirname(CHARACTER_MAPS)])].sort();
}

/**
 * Takes the types of messages from the file they are in: two copies of them would not know each other's. Our own code
 * needs nothing else of the protocol.
 */
const messageTypes = {
  name: 'zhangfa:messages',
  setup({ onResolve }) {
    const shared = { path: `./${MESSAGES.out}`, external: true };
    onResolve({ filter: /^\.\/messages(?:\.js)?$/ }, ({ resolveDir }) =>
      /vscode-jsonrpc[\\/]lib[\\/]common$/.test(resolveDir) ? shared : undefined,
    );
    onResolve({ filter: /^vscode-languageserver-protocol$/ }, ({ importer }) =>
      importer.includes('node_modules') ? undefined : shared,
    );
  },
};

/** The licences of the packages in the bundles, which ask for nothing but to be passed on with the code. */
function notices(packages) {
  const texts = packages.map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, path)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(root, path, file), 'utf8').trim() : `License: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `Zhangfa contains code of these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function copyCharacterMaps() {
  mkdirSync(join(root, 'dist/cmaps'));
  for (const name of readdirSync(join(root, CHARACTER_MAPS)).filter((file) => CHINESE_MAPS.test(file)))
    copyFileSync(join(root, CHARACTER_MAPS, name), join(root, 'dist/cmaps', name));
}

/** The bundles to build. */
const configurations = (read) =>
  entries.map(({ in: source, out, sharesMessages, ...rest }) => ({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: out,
    bundle: true,
    minify: !options.dev,
    sourcemap: options.dev ? 'linked' : false,
    legalComments: 'none',
    metafile: true,
    // Smaller, and without the wrappers of CommonJS, where a package offers ES modules.
    mainFields: rest.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    plugins: [
      refused(out),
      lazy(rest.platform, out),
      whenCalled(rest.platform, out),
      ...(sharesMessages ? [messageTypes] : []),
      named(rest.platform),
      handedOn(rest.platform),
      noHighlighting,
      lateCrypto(rest.platform),
      builtin(read, rest.platform),
      // Bundles lie in dist/ or in a folder there.
      foldTable(read, rest.platform, '../'.repeat(out.split('/').length - 2)),
      formSieve(read, rest.platform, '../'.repeat(out.split('/').length - 2)),
      // Its places would no longer be those of a source map.
      ...(out === 'dist/server.js' && !options.dev ? [ascii] : []),
    ],
    logLevel: 'warning',
    ...rest,
    define: { ...NO_NETWORK, ...rest.define },
  }));

if (options.watch) {
  for (const configuration of configurations(readBuiltin)) {
    const watched = await context({ ...configuration, logLevel: 'info' });
    await watched.watch();
  }
} else {
  // Once for all bundles, so that a fault is told once.
  const read = await readBuiltin();
  const told = await formatMessages(read.errors, { kind: 'error', color: process.stderr.isTTY === true });
  process.stderr.write(told.join(''));
  if (read.errors.length > 0) process.exit(1);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  try {
    const results = await Promise.all(
      configurations(async () => read).map((configuration) => build(configuration)),
    );
    copyCharacterMaps();
    const packages = bundledPackages(results.map(({ metafile }) => metafile));
    writeFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), notices(packages));
    // For sbom.mjs.
    writeFileSync(join(root, 'dist/packages.json'), JSON.stringify(packages));
  } catch (error) {
    if (!('errors' in error)) throw error;
    // Said by esbuild already, with file and line.
    process.exitCode = 1;
  }
}
