/** What is in rubrics/, read, checked and compiled at build time. */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
/** Folders below rubrics/ with files that `loadRubric` reads. */
const RUBRICS = ['frameworks', 'wording', 'kinds', 'methods', 'situations', 'checklists', 'facts'].map(
  (folder) => `rubrics/${folder}`,
);
/** Folders below rubrics/ with files that `loadPhrases` reads. */
const PHRASES = ['rubrics/phrases', 'rubrics/deny'];
const MODEL = 'rubrics/model/model.json';

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
      contents: `
        export * from './framework/load';
        export * from './phrases/load';
        export * from './analysis/compiled';
        export { buildFormSieve } from './rules/formSieve';
        export { FOLD } from './text/fold';`,
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

export async function readBuiltin() {
  const { loadRubric, loadPhrases, compileTables, buildFormSieve, FOLD } = await rubricLoaders();
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
  const tables = errors.length > 0 ? new Map() : compileTables(rubrics, model);
  return { data, tables, fold: FOLD, sieve: buildFormSieve(), errors, files: [...files, join(root, MODEL)] };
}

/** Tables that the first diagnostics need, whatever the draft; those of the frameworks are read one by one. */
const FIRST_TABLES = /^(?!framework\/)/;

/**
 * Writes what `server/src/builtinFiles.ts` reads: `builtin.json` for what the first diagnostics need, with a line of
 * its own for what they need of only one framework or of some lists, `builtin.bin` for the tables,
 * `builtin-more.json` for the rest.
 */
function writeBuiltin({ data: { rubrics, model, phrases, deny }, tables }) {
  const ngrams = {};
  const withoutNgrams = (name, { ngrams: packed, ...rest }) => {
    ngrams[name] = packed;
    return rest;
  };
  const { systems, ...others } = rubrics;
  const first = { ...others, situations: systems.filter(({ kind }) => kind === 'situation') };
  const smallModel = {
    ...model,
    frameworks: Object.fromEntries(
      Object.entries(model.frameworks).map(([id, part]) => [id, withoutNgrams(`framework/${id}`, part)]),
    ),
    choice: withoutNgrams('choice', model.choice),
    slogan: withoutNgrams('slogan', model.slogan),
  };
  const sorted = [...tables].sort(([a], [b]) => Number(FIRST_TABLES.test(b)) - Number(FIRST_TABLES.test(a)));
  const stamp = createHash('sha256')
    .update(JSON.stringify([first, smallModel, systems, phrases, deny, ngrams]))
    .update(
      Buffer.concat(
        sorted.map(([, { buffer, byteOffset, byteLength }]) => Buffer.from(buffer, byteOffset, byteLength)),
      ),
    )
    .digest('base64')
    .slice(0, 16);
  const parts = [Buffer.from(stamp, 'latin1')];
  let size = stamp.length;
  const places = {};
  let needed = size;
  for (const [name, table] of sorted) {
    const padding = -size & 3;
    parts.push(Buffer.alloc(padding), Buffer.from(table.buffer, table.byteOffset, table.byteLength));
    places[name] = { type: table.constructor.name, offset: size + padding, length: table.length };
    size += padding + table.byteLength;
    if (FIRST_TABLES.test(name)) needed = size;
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  const lines = [
    ...first.frameworks.map(({ sections }) => sections),
    ...first.wording.map(({ entries }) => entries),
  ];
  const frameworks = first.frameworks.map(({ sections: _sections, ...rest }) => rest);
  const wording = first.wording.map(({ entries: _entries, ...rest }) => rest);
  const index = {
    stamp,
    rubrics: { ...first, frameworks, wording },
    model: smallModel,
    first: needed,
    tables: places,
  };
  writeFileSync(
    join(root, 'dist/builtin.json'),
    [index, ...lines].map((line) => JSON.stringify(line)).join('\n'),
  );
  writeFileSync(
    join(root, 'dist/builtin-more.json'),
    JSON.stringify({ stamp, systems, phrases, deny, ngrams }),
  );
  writeFileSync(join(root, 'dist/builtin.bin'), Buffer.concat(parts));
}

/**
 * Provides `zhangfa:builtin`: what is in rubrics/, read and checked at build time. On Node it is read from files
 * beside the program, which takes less than to compile the same text within the program.
 */
export const builtin = (read, platform) => ({
  name: 'zhangfa:builtin',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zhangfa:builtin$/ }, ({ path }) => ({ path, namespace: 'builtin' }));
    onLoad({ filter: /.*/, namespace: 'builtin' }, async () => {
      const result = await read();
      const { data, errors, files } = result;
      if (platform === 'node' && errors.length === 0) writeBuiltin(result);
      return {
        // JavaScript engines parse JSON faster than an object literal.
        contents:
          platform === 'node'
            ? `import { readBuiltin } from './server/src/builtinFiles';
               export default readBuiltin(__dirname);`
            : `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`,
        resolveDir: root,
        loader: 'js',
        errors,
        watchFiles: files,
        watchDirs: [...RUBRICS, ...PHRASES].map((folder) => join(root, folder)),
      };
    });
  },
});

/** The table for folding, on Node a file of its own beside the program. */
export const foldTable = (read, platform, folder) => ({
  name: 'zhangfa:fold-table',
  setup({ onResolve, onLoad }) {
    if (platform !== 'node') return;
    onResolve({ filter: /^\.\/foldTable$/ }, () => ({ path: 'foldTable', namespace: 'fold-table' }));
    onLoad({ filter: /.*/, namespace: 'fold-table' }, async () => {
      const { fold } = await read();
      return fromFile('buildFoldTable', fold, 'fold.bin', folder);
    });
  },
});

/** The table of the words that general forms of faults are looked for by, likewise. */
export const formSieve = (read, platform, folder) => ({
  name: 'zhangfa:form-sieve',
  setup({ onResolve, onLoad }) {
    if (platform !== 'node') return;
    onResolve({ filter: /^\.\/formSieve$/ }, () => ({ path: 'formSieve', namespace: 'form-sieve' }));
    onLoad({ filter: /.*/, namespace: 'form-sieve' }, async () => {
      const { sieve } = await read();
      return fromFile('buildFormSieve', sieve, 'forms.bin', folder);
    });
  },
});

/** Writes a table of 16-bit numbers to a file in dist/; a module with a function that reads it from there. */
function fromFile(name, table, file, folder) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', file), Buffer.from(table.buffer, table.byteOffset, table.byteLength));
  return {
    contents: `
      import { closeSync, openSync, readSync } from 'node:fs';
      import { join } from 'node:path';
      export function ${name}() {
        const table = new Uint16Array(${table.length});
        const file = openSync(join(__dirname, '${folder}${file}'), 'r');
        readSync(file, table);
        closeSync(file);
        return table;
      }`,
    loader: 'js',
  };
}
