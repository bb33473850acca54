/** Plugins of the build: what bundles may not do, and what they load only when it is needed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** Modules that reach the network; see `NO_NETWORK` in esbuild.mjs. */
const REFUSED_MODULES = ['net', 'tls', 'http', 'https', 'http2', 'dns', 'dgram'];
/** Only the client starts a program: the server, with VS Code's own Node. */
const STARTS_PROGRAMS = new Set(['dist/client.js']);

/**
 * What is loaded only when it is needed: `import()` of `path`, resp. of the module at `file`, becomes a file of its
 * own beside the program. In a browser it is built in, and what would weigh too much is left out.
 */
export const LAZY = [
  { path: './readers/html.js', file: 'server/src/documents/readers/html.ts', out: 'readers/html.js' },
  { path: './readers/docx.js', file: 'server/src/documents/readers/docx.ts', out: 'readers/docx.js' },
  {
    path: './readers/pdf.js',
    file: 'server/src/documents/readers/pdf.ts',
    out: 'readers/pdf.js',
    inBrowser: 'server/src/documents/readers/pdfNotHere.ts',
  },
  // Most of the code of the extension: see client/src/languageClient.ts.
  { path: './nodeServer.js', file: 'client/src/nodeServer.ts', out: 'client.js' },
  { path: 'pinyin-pro', file: 'node_modules/pinyin-pro/dist/index.mjs', out: 'pinyin.js' },
  { path: 'tinyglobby', file: 'node_modules/tinyglobby/dist/index.mjs', out: 'parts/glob.js' },
  {
    path: '../core/framework/load.js',
    file: 'server/src/core/framework/load.ts',
    out: 'parts/loadRubric.js',
  },
  // Programs of their own, which the command line starts.
  { path: '../startServer.js', file: 'server/src/startServer.ts', out: 'startServer.js' },
  { path: '../mcp/main.js', file: 'server/src/mcp/main.ts', out: 'mcp.js' },
];
/**
 * Packages that most starts need nothing of, though modules import them: on Node each is a file of its own, read when
 * one of the functions or classes is first called. Others of their exports cannot be imported.
 */
export const WHEN_CALLED = {
  yaml: {
    file: 'node_modules/yaml/dist/index.js',
    out: 'parts/yaml.js',
    functions: ['isMap', 'isNode', 'isScalar', 'isSeq', 'parseDocument', 'stringify', 'visit'],
    classes: [],
  },
};
/** Modules of Node that take long to load, which the server needs only after its first diagnostics. */
const LATE_MODULES = {
  'node:fs/promises': {
    functions: ['access', 'mkdir', 'open', 'readdir', 'readFile', 'realpath', 'rename', 'rm', 'stat'],
    classes: [],
  },
  'node:worker_threads': { functions: [], classes: ['Worker'] },
};
/** Provides, in place of modules that reach the network or start programs, some that say that this is not done. */
export const refused = (out) => ({
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

/** How a program in dist/ names another file there. */
function besides(out, other) {
  return `./${relative(dirname(out), `dist/${other}`).replaceAll('\\', '/')}`.replace('./../', '../');
}

/** Makes the imports of `LAZY` loads at run time, of the files built for them. */
export const lazy = (platform, out) => ({
  name: 'zhangfa:lazy',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path, kind }) => {
      const found = kind === 'dynamic-import' && LAZY.find((entry) => entry.path === path);
      if (!found) return undefined;
      if (platform === 'node') return { path: besides(out, found.out), external: true };
      return { path: join(root, found.inBrowser ?? found.file) };
    });
  },
});

/** Puts in place of the packages of `WHEN_CALLED`, and in the server of `LATE_MODULES`, functions that load them. */
export const whenCalled = (platform, out) => ({
  name: 'zhangfa:when-called',
  setup({ onResolve, onLoad }) {
    if (platform !== 'node') return;
    const late = {
      ...Object.fromEntries(
        Object.entries(WHEN_CALLED).map(([name, { out: file, ...names }]) => [
          name,
          { from: besides(out, file), ...names },
        ]),
      ),
      ...(out === 'dist/server.js' ? LATE_MODULES : {}),
    };
    const filter = new RegExp(`^(?:${Object.keys(late).join('|')})$`);
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'when-called' ? { path, external: true } : { path, namespace: 'when-called' },
    );
    onLoad({ filter: /.*/, namespace: 'when-called' }, ({ path }) => {
      const { functions, classes, from = path } = late[path];
      return {
        contents: [
          `let loaded; const load = () => (loaded ??= require('${from}'));`,
          ...functions.map((name) => `export const ${name} = (...given) => load().${name}(...given);`),
          ...classes.map(
            (name) => `export function ${name}(...given) { return new (load().${name})(...given); }`,
          ),
        ].join('\n'),
        loader: 'js',
      };
    });
    onResolve({ filter: /^\.{1,2}\/(?:parts\/)?\w+\.js$/ }, ({ path, namespace }) =>
      namespace === 'when-called' ? { path, external: true } : undefined,
    );
  },
});

/**
 * Takes the tags for highlighting away, on which the Markdown parser spends a good part of its own start: nothing here
 * highlights.
 */
export const noHighlighting = {
  name: 'zhangfa:no-highlighting',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@lezer\/highlight$/ }, ({ path }) => ({ path, namespace: 'no-highlighting' }));
    onLoad({ filter: /.*/, namespace: 'no-highlighting' }, () => ({
      contents: `
        const tag = () => tag;
        export const tags = new Proxy(tag, { get: () => tag });
        export class Tag { static [Symbol.hasInstance]() { return true; } }
        export const styleTags = () => () => null;`,
      loader: 'js',
    }));
  },
};

/**
 * Lets the protocol's library load `crypto` when it first makes up the name of a pipe, which it does not do here: of
 * all modules of Node it takes longest.
 */
export const lateCrypto = (platform) => ({
  name: 'zhangfa:late-crypto',
  setup({ onResolve, onLoad }) {
    if (platform !== 'node') return;
    onResolve({ filter: /^crypto$/ }, ({ path, importer }) =>
      /vscode-jsonrpc/.test(importer) ? { path, namespace: 'late-crypto' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'late-crypto' }, () => ({
      contents: `exports.randomBytes = (size) => require('node:crypto').randomBytes(size);`,
      loader: 'js',
    }));
  },
});

/**
 * Has the protocol's library hand the names of its modules on as values, and take Node's modules as they are. It hands
 * names on through four modules, hundreds each, and copies `fs`, `path` and others twice, and makes a getter of every
 * name at every start; nothing changes what one stands for.
 */
export const handedOn = (platform) => ({
  name: 'zhangfa:handed-on',
  setup({ onLoad }) {
    if (platform !== 'node') return;
    onLoad({ filter: /vscode-(?:jsonrpc|languageserver)[\w-]*[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace('__createBinding(exports, m, p)', 'exports[p] = m[p]')
        .replaceAll('__importStar(require(', '(require('),
      loader: 'js',
    }));
  },
});

/** Packages in CommonJS of which many modules import a few names each. */
const NAMED = ['vscode-languageserver', 'vscode-languageserver/node', 'vscode-languageserver-protocol'];

/**
 * Gives each name of the packages of `NAMED` an export of its own. Otherwise every module that imports from one copies
 * all its names, hundreds of them, at every start.
 */
export const named = (platform) => ({
  name: 'zhangfa:named',
  setup({ onResolve, onLoad, resolve }) {
    if (platform !== 'node') return;
    const filter = new RegExp(`^(?:${NAMED.join('|')})$`);
    onResolve({ filter }, async ({ path, kind, importer, resolveDir, namespace }) => {
      if (kind !== 'import-statement' || namespace !== 'file' || importer.includes('node_modules'))
        return undefined;
      const found = await resolve(path, { kind: 'require-call', resolveDir });
      return { path: found.path, namespace: 'named' };
    });
    onLoad({ filter: /.*/, namespace: 'named' }, ({ path }) => ({
      contents: [
        `const all = require(${JSON.stringify(path)});`,
        ...Object.keys(createRequire(path)(path))
          .filter((name) => /^[A-Za-z]\w*$/.test(name))
          .map((name) => `export const ${name} = /* @__PURE__ */ (() => all.${name})();`),
      ].join('\n'),
      resolveDir: dirname(path),
      loader: 'js',
    }));
  },
});

/**
 * Writes what is not ASCII in regular expressions as escapes; elsewhere esbuild does so. Of a program all in ASCII, the
 * engine takes the bytes as its text; any other character makes it decode the whole and keep two bytes a character.
 */
export const ascii = {
  name: 'zhangfa:ascii',
  setup({ initialOptions: { absWorkingDir, outfile }, onEnd }) {
    onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const path = join(absWorkingDir, outfile);
      const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
      writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, escaped));
    });
  },
};
