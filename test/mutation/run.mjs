/**
 * Mutation tests of core/analysis and core/rules: Stryker changes the code in one place after another, and a unit
 * test should fail each time. First use installs Stryker into this folder. A file is judged by its own tests alone
 * (the same path below test/unit), so by less than all that is tested. Results are kept in coverage/mutation and
 * taken over by the next run where neither the code nor its tests have changed.
 *   npm run mutation -- [--concurrency 1] [--table] [analysis/automaton rules/check …]
 * Without names all files of both folders are mutated, which takes hours; --table shows what earlier runs found.
 * Needs `npm run compile`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const core = 'server/src/core';
const results = 'coverage/mutation';
/** What Stryker copies for a run. */
const NEEDED = [
  'out/**',
  'rubrics/**',
  'server/src/core/**',
  'test/corpus/**',
  'test/fixtures/**',
  'test/mutation/*.mjs',
  'docs/**/*.md',
  'package.json',
];
/** Files of nothing but types and numbers: there is nothing in them to change. */
const NOTHING_TO_MUTATE = ['rules/bounds', 'rules/types'];
const COVERAGE = ['analysis/coverage', 'analysis/coverageAbsence', 'analysis/coveragePlaces'];
const REPEAT_INDEX = ['rules/repeats/repeatIndex', 'rules/repeats/repeatIndexEdits'];
/** Files with tests under other names too, and the tests that are about them. */
const SHARED_TESTS = {
  'analysis/analyse': ['analysis/analyse', 'analysis/edits'],
  'analysis/answerTotals': ['analysis/answerTotals', ...COVERAGE],
  'analysis/automatonTables': ['analysis/automaton'],
  'analysis/buildAutomaton': ['analysis/automaton'],
  'analysis/chapter': ['analysis/chapter', 'analysis/lines'],
  'analysis/coverage': COVERAGE,
  'analysis/evidence': ['analysis/evidence', 'analysis/recentSentences'],
  'analysis/features': ['analysis/features', 'analysis/featuresExactly'],
  'analysis/huffman': ['analysis/huffman', 'analysis/packed'],
  'analysis/label': ['analysis/label', 'analysis/edits'],
  'analysis/layOut': ['analysis/layOut', 'analysis/lines', 'analysis/edits'],
  'analysis/labelledPassage': ['analysis/label', 'analysis/answerTotals', ...COVERAGE],
  'analysis/passage': ['analysis/passage', 'analysis/lines', 'analysis/edits'],
  'analysis/passageChain': ['analysis/label', 'analysis/answerTotals', 'analysis/edits'],
  'analysis/sectionTotals': ['analysis/sectionTotals', 'analysis/answerTotals', ...COVERAGE],
  'analysis/signals': ['analysis/signals', 'analysis/features', 'analysis/featuresExactly', 'analysis/label'],
  'analysis/slot': ['analysis/answerTotals', ...COVERAGE],
  'analysis/statusFeatures': ['analysis/statusFeatures', ...COVERAGE],
  'rules/cliche': ['rules/cliche', 'rules/clicheShares'],
  'rules/formSieve': ['rules/generalForms'],
  'rules/flagged': ['rules/flagged', 'rules/wording', 'rules/wordingExcuses', 'rules/check'],
  'rules/wording': ['rules/wording', 'rules/wordingExcuses', 'rules/duty'],
  'rules/questionOffTopic': [
    'rules/questionOffTopic',
    'rules/questionOffTopicShares',
    'rules/questionOffTopicShort',
  ],
  'rules/questionPairs': ['rules/questionPairs', 'rules/questionOffTopic'],
  'rules/patterns/impatience': ['rules/patterns/aloud'],
  'rules/patterns/meant': [
    'rules/patterns/meant',
    'rules/patterns/meantWords',
    'rules/patterns/aloud',
    'rules/patterns/rudeness',
    'rules/patterns/labels',
    'rules/patterns/shirking',
  ],
  'rules/patterns/pattern': [
    'rules/patterns/pattern',
    'rules/patterns/aloud',
    'rules/patterns/rudeness',
    'rules/patterns/shirking',
    'rules/patterns/promises',
  ],
  'rules/patterns/powers': ['rules/patterns/promises'],
  'rules/patterns/reasons': ['rules/patterns/rudeness'],
  'rules/patterns/reproach': ['rules/patterns/aloud'],
  'rules/patterns/scorn': ['rules/patterns/aloud'],
  'rules/reporting/compliance': ['rules/reporting/compliance', 'rules/roleReportOnly'],
  'rules/reporting/forms': ['rules/reporting/forms', 'rules/roleReportOnly'],
  'rules/reporting/following': ['rules/reporting/forms', 'rules/topics'],
  'rules/reporting/leaving': ['rules/reporting/leavesToThem'],
  'rules/reporting/reportsOnly': ['rules/reporting/reportsOnly', 'rules/roleReportOnly'],
  'rules/sectionWeak': ['rules/sectionWeak', 'methods/situations'],
  'rules/sentenceForms': ['rules/flagged', 'rules/topics', 'rules/reporting/forms'],
  'rules/slogans': ['rules/slogans', 'rules/cliche'],
  'rules/topics': ['rules/topics', 'rules/questionOffTopic'],
  'rules/patterns/duties': ['rules/patterns/duties', 'rules/duty'],
  'rules/repeats/pieces': ['rules/repeats/pieces', ...REPEAT_INDEX, 'rules/textRepeat'],
  'rules/repeats/repeatIndex': REPEAT_INDEX,
  'rules/repeats/repeat': ['rules/repeats/repeats', 'rules/textRepeat'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string', default: '1' }, table: { type: 'boolean', default: false } },
});

process.chdir(root);
const all = ['analysis', 'rules']
  .flatMap((folder) => filesBelow(join(core, folder)))
  .filter((file) => !NOTHING_TO_MUTATE.includes(nameOf(file)));
const wanted =
  positionals.length === 0 ? all : positionals.map((name) => `${core}/${name.replace(/\.ts$/, '')}.ts`);
const unknown = wanted.filter((file) => !all.includes(file));
if (unknown.length > 0) throw new Error(`no such file: ${unknown.join(', ')}`);

if (!values.table) {
  if (!existsSync(join(here, 'node_modules'))) {
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(1);
  }
  for (const file of wanted) {
    try {
      await mutationTest(file);
    } catch (error) {
      // Tests that fail without any mutant, for one.
      console.error(`${nameOf(file)}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
}
printTable();

async function mutationTest(file) {
  const name = nameOf(file);
  mkdirSync(join(results, dirname(name)), { recursive: true });
  const entry = join(here, 'node_modules/@stryker-mutator/core/dist/src/index.js');
  const { Stryker } = await import(pathToFileURL(entry).href);
  const tests = (SHARED_TESTS[name] ?? [name]).map((test) => `out/test/unit/${test}.test.js`);
  const missing = tests.filter((test) => !existsSync(test));
  if (missing.length > 0) throw new Error(`no ${missing.join(', ')}: name tests about it in SHARED_TESTS`);
  console.log(`\n${name}, judged by ${tests.join(', ')}`);
  await new Stryker({
    mutate: [file],
    testRunner: 'mocha',
    mochaOptions: { 'no-config': true, ui: 'tdd', spec: tests },
    plugins: ['@stryker-mutator/mocha-runner'],
    buildCommand: 'node test/mutation/transpile.mjs',
    disableTypeChecks: false,
    // What runs once while a file loads (tables, regular expressions) would need a new process for every mutant.
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    ignorePatterns: ['**', ...NEEDED.map((folder) => `!${folder}`)],
    tempDirName: `${results}/sandbox`,
    incremental: true,
    incrementalFile: resultOf(file),
    reporters: ['clear-text'],
    clearTextReporter: { reportTests: false, reportScoreTable: false, allowColor: false },
    allowConsoleColors: false,
    logLevel: 'warn',
    concurrency: Number(values.concurrency),
    timeoutMS: 5_000,
    timeoutFactor: 3,
  }).runMutationTest();
}

/** The score of every file with results, from this run and earlier ones; which of them are of other code than now. */
function printTable() {
  const rows = [];
  const changed = [];
  for (const file of all.filter((one) => existsSync(resultOf(one)))) {
    const { files } = JSON.parse(readFileSync(resultOf(file), 'utf8'));
    rows.push([nameOf(file), count(files[file]?.mutants ?? [])]);
    if (files[file]?.source !== readFileSync(file, 'utf8')) changed.push(nameOf(file));
  }
  const never = all.filter((one) => !existsSync(resultOf(one))).map(nameOf);
  const sum = (key) => rows.reduce((total, [, counts]) => total + counts[key], 0);
  const total = Object.fromEntries(
    ['killed', 'timeout', 'survived', 'uncovered', 'ignored'].map((key) => [key, sum(key)]),
  );
  console.log(
    '| File | Mutants | Killed | Timed out | Survived | Not reached | Score % | Only while loading |',
  );
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: |');
  for (const [name, counts] of [...rows, ['**all**', total]]) console.log(tableRow(name, counts));
  console.log(`Changed since: ${changed.join(', ') || 'none'}`);
  console.log(`Never measured: ${never.join(', ') || 'none'}`);
}

function tableRow(name, { killed, timeout, survived, uncovered, ignored }) {
  const mutants = killed + timeout + survived + uncovered;
  const score = mutants === 0 ? '' : (((killed + timeout) / mutants) * 100).toFixed(1);
  return `| ${[name, mutants, killed, timeout, survived, uncovered, score, ignored].join(' | ')} |`;
}

function count(mutants) {
  const having = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  return {
    killed: having('Killed', 'RuntimeError'),
    timeout: having('Timeout'),
    survived: having('Survived'),
    uncovered: having('NoCoverage'),
    ignored: having('Ignored'),
  };
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .sort();
}

/** `analysis/automaton` */
function nameOf(file) {
  return relative(core, file).split('\\').join('/').replace(/\.ts$/, '');
}

/** Where Stryker keeps what it found in a file. */
function resultOf(file) {
  return `${results}/${nameOf(file)}.json`;
}
