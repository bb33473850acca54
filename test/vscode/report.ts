/** How the suites, in Node and in the browser, tell the outside about their tests: see `listenToTests`. */

/** Has mocha's reporters mark what they print, which tells it from the rest of the extension host's console. */
export function markOutput(base: { consoleLog: (...args: unknown[]) => void }): void {
  // Taken now: a test may put something else in the place of console.log for a while. The text is never empty,
  // since VS Code forwards no empty line.
  const log = console.log.bind(console);
  base.consoleLog = (text: unknown = '', ...args: unknown[]) => log(`[mocha] ${String(text)}`, ...args);
}

/** Runs the tests that were loaded; rejects if one failed or none ran. */
export async function runTests(mocha: Pick<Mocha, 'run'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`[mocha-result] ${JSON.stringify({ passes, failures, pending })}`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passes === 0) reject(new Error('No test ran'));
      else resolve();
    });
  });
}
