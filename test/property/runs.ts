import fc from 'fast-check';

/** Runs of all properties together when nothing else is asked for. */
const DEFAULT_RUNS = 12_000;
const DEFAULT_SEED = 20_240_607;

const total = Number(process.env['ZHANGFA_PROPERTY_RUNS'] ?? DEFAULT_RUNS);
const seed = Number(process.env['ZHANGFA_PROPERTY_SEED'] ?? DEFAULT_SEED);
let done = 0;

/**
 * Defines a test of a property. `ZHANGFA_PROPERTY_RUNS` says how many runs all properties have together,
 * `ZHANGFA_PROPERTY_SEED` with which seed they begin; a failure prints the seed and the path that show it again.
 * @param share of all runs that this property gets, 0-1
 */
export function holds<T>(title: string, share: number, property: fc.IRawProperty<T>): void {
  const numRuns = Math.ceil(total * share);
  test(title, function () {
    this.timeout(0);
    fc.assert(property, { numRuns, seed });
    done += numRuns;
  });
}

suiteTeardown(() => {
  if (done > 0) console.log(`    ${done} runs of properties, seed ${seed}`);
});
