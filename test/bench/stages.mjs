/**
 * Where the time of a full analysis goes, by stage: the engine's own sampling, each sample counted for the innermost
 * stage it was in.
 *   node stages.mjs [--length 20000] [--out FILE]
 */
import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCore } from './core.mjs';
import { makeDraft } from './drafts.mjs';
import { printTable } from './table.mjs';

const { values } = parseArgs({
  options: { length: { type: 'string', default: '20000' }, out: { type: 'string' } },
});

/** Functions by stage; what they call belongs to them unless it is in a stage itself. */
const STAGES = {
  'Markdown (lezer)': ['advance', 'startParse', 'parseInline'],
  'blocks and sentences': ['parseDraft'],
  'folding (simplified, half-width)': ['fold'],
  'words and what they mean here': ['readBlock'],
  'n-grams': ['ngramBuckets', 'borrowNgramBuckets', 'addNgramScores'],
  'question, framework': ['chooseFramework', 'recognise'],
  'labels (CRF)': ['label'],
  coverage: ['judgeCoverage'],
  rules: ['checkRules'],
  'the rest of the analysis': ['analyse'],
  'garbage collection': ['(garbage collector)'],
};
const stageOf = new Map(
  Object.entries(STAGES).flatMap(([stage, names]) => names.map((name) => [name, stage])),
);

const { Analyzer, parseDraft, checkRules, analyzer, rubrics } = await loadCore({ minify: false });
const settings = { locale: 'zh', speakingRate: 200, minutes: 0, severity: {}, onFailure: () => undefined };
const text = makeDraft(Number(values.length));
const fresh = new Analyzer(rubrics, analyzer.model);
const run = () => checkRules(fresh.analyse(parseDraft(text)), settings);

function repeat(milliseconds) {
  const until = performance.now() + milliseconds;
  let runs = 0;
  for (; performance.now() < until; runs++) run();
  return runs;
}

repeat(1500);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
await session.post('Profiler.start');
const runs = repeat(3000);
const { profile } = await session.post('Profiler.stop');
session.disconnect();

const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
for (const { id, children = [] } of profile.nodes) for (const child of children) nodes.get(child).parent = id;
const spent = new Map();
for (const [index, id] of profile.samples.entries()) {
  let node = nodes.get(id);
  while (node && !stageOf.has(node.callFrame.functionName)) node = nodes.get(node.parent);
  if (!node) continue;
  const stage = stageOf.get(node.callFrame.functionName);
  spent.set(stage, (spent.get(stage) ?? 0) + profile.timeDeltas[index] / 1000);
}
const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
const stages = Object.keys(STAGES).flatMap((name) =>
  spent.has(name) ? [{ name, share: spent.get(name) / total, ms: spent.get(name) / runs }] : [],
);
printTable([
  [`full analysis of ${text.length} units`, 'ms', 'share'],
  ...stages.map(({ name, ms, share }) => [name, ms.toFixed(3), `${(share * 100).toFixed(1)} %`]),
]);
if (values.out) writeFileSync(values.out, JSON.stringify({ length: text.length, runs, stages }));
