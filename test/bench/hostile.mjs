/**
 * Whether time stays linear for text that is meant to make it otherwise: every kind of text at lengths that double,
 * with the factor by which the time grows. 2 is linear, 4 is quadratic; short times are mostly noise.
 *   node hostile.mjs [--length 100000] [--doublings 3] [--only NAME] [--limit 3] [--json]
 * Ends with 1 when the last doubling of any text takes more than `--limit` times as long.
 */
import { parseArgs } from 'node:util';
import { loadCore } from './core.mjs';
import { HOSTILE } from './hostileTexts.mjs';
import { printTable } from './table.mjs';

const { values } = parseArgs({
  options: {
    length: { type: 'string', default: '62500' },
    doublings: { type: 'string', default: '4' },
    only: { type: 'string' },
    limit: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
/** Below this, in milliseconds, a factor says nothing. */
const LEAST = 20;
/** A text that takes longer than this is not doubled further. */
const MOST = 4000;

const { Analyzer, parseDraft, checkRules, analyzer, rubrics, asks } = await loadCore({
  more: "export { asks } from './test/bench/hostileFeatures';",
});
const settings = { locale: 'zh', speakingRate: 200, minutes: 3, severity: {} };

/** Milliseconds of work of this process: what else the machine does does not count. */
function busy() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Everything from the text to the findings, and what an editor asks of it right after. */
function work(text) {
  const stages = {};
  const timed = (name, run) => {
    const from = busy();
    const result = run();
    stages[name] = busy() - from;
    return result;
  };
  const fresh = new Analyzer(rubrics, analyzer.model);
  const draft = timed('parse', () => parseDraft(text));
  const analysis = timed('analyse', () => fresh.analyse(draft));
  const failures = [];
  const findings = timed('rules', () =>
    checkRules(analysis, { ...settings, onFailure: (code, error) => failures.push(`${code}: ${error}`) }),
  );
  if (failures.length > 0) throw new Error(failures.join('; '));
  for (const [name, ask] of Object.entries(asks)) timed(name, () => ask(analysis, findings, text));
  const at = Math.floor(text.length / 2);
  const edited = `${text.slice(0, at)}好${text.slice(at)}`;
  const next = timed('parse again', () => parseDraft(edited, draft, [{ from: at, to: at, inserted: 1 }]));
  const again = timed('analyse again', () => fresh.analyse(next));
  timed('rules again', () => checkRules(again, settings));
  return stages;
}

const total = (stages) => Object.values(stages).reduce((sum, time) => sum + time, 0);
const rows = [];
let slow = 0;
work(HOSTILE[0][1](20_000));
for (const [name, make] of HOSTILE) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  const times = [];
  let length = Number(values.length);
  let error;
  for (let step = 0; step <= Number(values.doublings); step++, length *= 2) {
    const text = make(length);
    try {
      // The better of two: collecting garbage only ever adds.
      const [a, b] = [work(text), work(text)];
      times.push(total(a) < total(b) ? a : b);
    } catch (thrown) {
      error = thrown;
      break;
    }
    if (total(times.at(-1)) > MOST) break;
  }
  const last = times.at(-1) ?? {};
  const before = times.at(-2);
  // What takes no time grows by chance; it counts as if it took the least that counts.
  const factor = before ? Math.max(LEAST, total(last)) / Math.max(LEAST, total(before)) : NaN;
  const worst = Object.entries(last).sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const bad = error !== undefined || factor > Number(values.limit);
  if (bad) slow++;
  rows.push({
    name,
    times: times.map(total),
    factor,
    worst: worst[0],
    error: error && String(error).slice(0, 80),
  });
  if (!values.json)
    console.error(
      `${bad ? '✗' : ' '} ${name}: ${times.map((stages) => total(stages).toFixed(0)).join(' → ')} ms, ×${factor.toFixed(2)}, most in ${worst[0]} (${worst[1].toFixed(0)} ms)${error ? `, ${String(error.stack ?? error).slice(0, 300)}` : ''}`,
    );
}
if (values.json) console.log(JSON.stringify(rows));
else {
  const lengths = Array.from(
    { length: Number(values.doublings) + 1 },
    (_, step) => Number(values.length) * 2 ** step,
  );
  printTable([
    ['ms', ...lengths.map(String), 'growth', 'most in'],
    ...rows.map(({ name, times, factor, worst, error }) => [
      name,
      ...lengths.map((_, step) => times[step]?.toFixed(0) ?? ''),
      error ?? `×${factor.toFixed(2)}`,
      worst,
    ]),
  ]);
}
process.exit(slow === 0 ? 0 : 1);
