/**
 * Full analysis and analysis after an edit of one character, beside the peers, on the same drafts in the same run.
 *   node analysis.mjs [--lengths 2000,20000] [--budget 1500] [--out FILE] [--no-peers]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCore } from './core.mjs';
import { makeDraft } from './drafts.mjs';
import { compare } from './measure.mjs';
import { printTable } from './table.mjs';

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '2000,20000,200000,2000000' },
    budget: { type: 'string', default: '1500' },
    out: { type: 'string' },
    peers: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const core = await loadCore();
const others = values.peers ? await (await import('./peers.mjs')).peers() : [];
const { Analyzer, parseDraft, checkRules, analyzer, Automaton, fold, lezer, rubrics } = core;
const settings = { locale: 'zh', speakingRate: 200, minutes: 0, severity: {}, onFailure: () => undefined };
const cues = [
  ...new Set(
    rubrics.frameworks.flatMap(({ sections }) =>
      sections.flatMap(({ points }) =>
        points.flatMap(({ cues: own, phrases }) => [...own, ...phrases].map(fold)),
      ),
    ),
  ),
];
const automaton = new Automaton(cues);

/** Everything from the text to the findings, nothing remembered. */
function full(text) {
  const fresh = new Analyzer(rubrics, analyzer.model);
  return () => {
    const analysis = fresh.analyse(parseDraft(text));
    return checkRules(analysis, settings);
  };
}

/** A draft with a character put in and taken out again at a place, as an editor does. */
function editing(text, at) {
  let draft = parseDraft(text);
  checkRules(analyzer.analyse(draft), settings);
  let added = false;
  return () => {
    const change = added ? { from: at, to: at + 1, inserted: 0 } : { from: at, to: at, inserted: 1 };
    const next = added ? text : `${text.slice(0, at)}好${text.slice(at)}`;
    draft = parseDraft(next, draft, [change]);
    added = !added;
    return checkRules(analyzer.analyse(draft), settings);
  };
}

const results = [];
for (const length of values.lengths.split(',').map(Number)) {
  const text = makeDraft(length);
  const folded = fold(text);
  const middle = text.indexOf('。', length / 2);
  const budget = Number(values.budget);
  const whole = [
    { name: '章法 full', run: full(text) },
    { name: 'lezer parse', run: () => lezer.parse(text) },
    { name: 'DFA pass', run: () => automaton.scan(folded, () => undefined) },
    { name: 'fold + DFA pass', run: () => automaton.scan(fold(text), () => undefined) },
    ...others.filter(({ most }) => length <= most).map(({ name, run }) => ({ name, run: () => run(text) })),
  ];
  const times = await compare(whole, { budget });
  // Drafts that are open keep all that is known of them: with three in memory, everybody's garbage collection is dearer.
  const edits = [
    { name: '章法 edit, middle', run: editing(text, middle) },
    { name: '章法 edit, start', run: editing(text, text.indexOf('。', text.indexOf('##'))) },
    { name: '章法 edit, end', run: editing(text, text.lastIndexOf('。')) },
  ];
  results.push({ length: text.length, times: new Map([...times, ...(await compare(edits, { budget }))]) });
}

const names = [...new Set(results.flatMap(({ times }) => [...times.keys()]))];
if (values.out) {
  const plain = results.map(({ length, times }) => ({ length, times: Object.fromEntries(times) }));
  writeFileSync(values.out, JSON.stringify(plain));
}
const cell = (time) => (time === undefined ? '' : `${time.median.toPrecision(3)} ms`);
printTable([
  ['', ...results.map(({ length }) => `${length} units`)],
  ...names.map((name) => [name, ...results.map(({ times }) => cell(times.get(name)))]),
]);
for (const { length, times } of results) {
  const own = times.get('章法 full').median;
  const peer = times.get('autocorrect-node')?.median;
  const edit = Math.max(
    ...['middle', 'start', 'end'].map((place) => times.get(`章法 edit, ${place}`).median),
  );
  console.log(
    `${length}: edit / full = ${((edit / own) * 100).toFixed(1)} %` +
      (peer ? `; full / autocorrect-node = ${(own / peer).toFixed(2)}` : ''),
  );
}
