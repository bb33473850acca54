/**
 * The property tests alone, as often as wanted; `npm test` runs them a few thousand times.
 *   npm run test:property -- [--runs 1000000] [--seed 42|random]
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const seed = values.seed === 'random' ? String(Math.floor(Math.random() * 0x7fffffff)) : values.seed;
const mocha = join(dirname(createRequire(import.meta.url).resolve('mocha/package.json')), 'bin/mocha.js');
const { status } = spawnSync(
  process.execPath,
  [mocha, '--no-config', '--ui', 'tdd', 'out/test/property/**/*.test.js'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(values.runs === undefined ? {} : { ZHANGFA_PROPERTY_RUNS: values.runs }),
      ...(seed === undefined ? {} : { ZHANGFA_PROPERTY_SEED: seed }),
    },
  },
);
process.exit(status ?? 1);
