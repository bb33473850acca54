/**
 * `npm run build`: bundles the client, the server and the command line into dist/, for Node and for browsers.
 * Options: `--watch` builds again after every change; `--dev` adds source maps and leaves the code readable.
 */
import { build, context, formatMessages } from 'esbuild';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } },
});

/** Folders below rubrics/ with files that `loadRubric` reads. */
const RUBRICS = ['frameworks', 'wording', 'kinds', 'methods', 'situations', 'checklists', 'facts'].map(
  (folder) => `rubrics/${folder}`,
);
/** Folders below rubrics/ with files that `loadPhrases` reads. */
const PHRASES = ['rubrics/phrases', 'rubrics/deny'];
const MODEL = 'rubrics/model/model.json';

// tinyglobby asks for its own address, which a CommonJS bundle has under another name.
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.url': '__filename' },
};
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
const REFUSED_MODULES = ['net', 'tls', 'http', 'https', 'http2', 'dns', 'dgram'];
/** Only the client starts a program: the server, with VS Code's own Node. */
const STARTS_PROGRAMS = new Set(['dist/client.js']);

/**
 * What is loaded only when it is needed: `import()` of `path`, resp. of the module at `file`, becomes a file of its
 * own beside the program. In a browser it is built in, and what would weigh too much is left out.
 */
const LAZY = [
  { path: './readers/html.js', file: 'server/src/documents/readers/html.ts', out: 'readers/html.js' },
  { path: './readers/docx.js', file: 'server/src/documents/readers/docx.ts', out: 'readers/docx.js' },
  {
    path: './readers/pdf.js',
    file: 'server/src/documents/readers/pdf.ts',
    out: 'readers/pdf.js',
    inBrowser: 'server/src/documents/readers/pdfNotHere.ts',
  },
  // Most of the code of the extension: see client/src/languageClient.ts.
  { path: './nodeServer.js', file: 'client/src/nodeServer.ts', out: 'client.js', ...extension },
  { path: 'pinyin-pro', file: 'node_modules/pinyin-pro/dist/index.mjs', out: 'pinyin.js' },
  // Programs of their own, which the command line starts.
  { path: '../node.js', file: 'server/src/node.ts', out: 'server.js' },
  { path: '../mcp/main.js', file: 'server/src/mcp/main.ts', out: 'mcp.js' },
];
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
  { in: 'server/src/documentsWorker.ts', out: 'dist/documentsWorker.js', ...node },
  ...LAZY.map(({ path: _path, inBrowser: _inBrowser, file, out, ...rest }) => ({
    in: file,
    out: `dist/${out}`,
    ...node,
    ...rest,
  })),
  {
    in: 'server/src/cli.ts',
    out: 'dist/cli.js',
    ...node,
    banner: { js: '#!/usr/bin/env node' },
    // What is loaded on demand is CommonJS, which Node reads faster with require().
    supported: { 'dynamic-import': false },
  },
];

/** The YAML files of a folder and the folders in it, sorted so that every build is the same. */
function yamlFiles(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The loaders the server uses for the writer's own rubrics, so that the built-in ones are judged the same way. */
async function rubricLoaders() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './framework/load'; export * from './phrases/load';`,
      resolveDir: join(root, 'server/src/core'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    // The core needs nothing of Node; a browser's ES module can be imported without a file.
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** A problem of a rubric as esbuild reports it: with the file, the line and the text there. */
function toMessage({ kind, detail, path, range }, file, source) {
  const before = source.slice(0, range.from).split('\n');
  const line = source.split('\n')[before.length - 1] ?? '';
  const where = path ? `${path}: ` : '';
  return {
    text: `rubric (${kind}): ${where}${detail || 'neither a framework (sections) nor a wording list (entries)'}`,
    location: {
      file: relative(root, file),
      line: before.length,
      column: before.at(-1).length,
      lineText: line,
    },
  };
}

async function readBuiltin() {
  const { loadRubric, loadPhrases } = await rubricLoaders();
  const rubrics = {};
  const phrases = {};
  const errors = [];
  const owners = new Map();
  /** Reads the files of folders with a loader, and puts what they define into `into`, kind by kind. */
  const read = (folders, load, into) => {
    const files = folders.flatMap(yamlFiles);
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      const { problems, ...kinds } = load(source, 'builtin:');
      errors.push(...problems.map((problem) => toMessage(problem, file, source)));
      for (const [kind, items] of Object.entries(kinds)) {
        for (const { id } of items) {
          const key = `${kind}/${id}`;
          const owner = owners.get(key);
          if (owner)
            errors.push({
              text: `rubric: id "${id}" is also in ${relative(root, owner)}`,
              location: { file: relative(root, file) },
            });
          owners.set(key, file);
        }
        (into[kind] ??= []).push(...items);
      }
    }
    return files;
  };
  const files = [...read(RUBRICS, loadRubric, rubrics), ...read(PHRASES, loadPhrases, phrases)];
  const model = JSON.parse(readFileSync(join(root, MODEL), 'utf8'));
  const data = { rubrics, model, phrases: phrases.banks, deny: phrases.deny };
  return { data, errors, files: [...files, join(root, MODEL)] };
}

/**
 * Provides `zhangfa:builtin`: what is in rubrics/, read and checked at build time. On Node it is a file beside the
 * program, which is parsed faster than the same text within the program would be compiled.
 */
const builtin = (read, platform) => ({
  name: 'zhangfa:builtin',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zhangfa:builtin$/ }, ({ path }) => ({ path, namespace: 'builtin' }));
    onLoad({ filter: /.*/, namespace: 'builtin' }, async () => {
      const { data, errors, files } = await read();
      const json = JSON.stringify(data);
      if (platform === 'node') {
        mkdirSync(join(root, 'dist'), { recursive: true });
        writeFileSync(join(root, 'dist/builtin.json'), json);
      }
      return {
        // JavaScript engines parse JSON faster than an object literal.
        contents:
          platform === 'node'
            ? `import { readFileSync } from 'node:fs';
               import { join } from 'node:path';
               export default JSON.parse(readFileSync(join(__dirname, 'builtin.json'), 'utf8'));`
            : `export default JSON.parse(${JSON.stringify(json)});`,
        loader: 'js',
        errors,
        watchFiles: files,
        watchDirs: [...RUBRICS, ...PHRASES].map((folder) => join(root, folder)),
      };
    });
  },
});

/** Provides, in place of modules that reach the network or start programs, some that say that this is not done. */
const refused = (out) => ({
  name: 'zhangfa:refused',
  setup({ onResolve, onLoad }) {
    const modules = STARTS_PROGRAMS.has(out) ? REFUSED_MODULES : [...REFUSED_MODULES, 'child_process'];
    onResolve({ filter: new RegExp(`^(?:node:)?(?:${modules.join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'refused',
    }));
    onLoad({ filter: /.*/, namespace: 'refused' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get(_, name) {
        return () => { throw new Error('Zhangfa does not use ${path}.' + String(name)); };
      } });`,
      loader: 'js',
    }));
  },
});

/** Makes the imports of `LAZY` loads at run time, of the files built for them. */
const lazy = (platform) => ({
  name: 'zhangfa:lazy',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path, kind }) => {
      const found = kind === 'dynamic-import' && LAZY.find((entry) => entry.path === path);
      if (!found) return undefined;
      if (platform === 'node') return { path: `./${found.out}`, external: true };
      return { path: join(root, found.inBrowser ?? found.file) };
    });
  },
});

/** The folders of the packages of which something is in the bundles. */
function bundledPackages(metafiles) {
  const packages = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
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

/** The bundles to build, of the entries that are there. */
const configurations = (read) =>
  entries.flatMap(({ in: source, out, sharesMessages, ...rest }) => {
    if (!existsSync(join(root, source))) {
      console.log(`${source} is not there: ${out} not built`);
      return [];
    }
    return {
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
        lazy(rest.platform),
        builtin(read, rest.platform),
        ...(sharesMessages ? [messageTypes] : []),
      ],
      logLevel: 'warning',
      ...rest,
      define: { ...NO_NETWORK, ...rest.define },
    };
  });

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
