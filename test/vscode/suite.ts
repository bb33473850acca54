/** Runs the tests beside this file with mocha, inside the extension host of VS Code. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/**
 * Called by VS Code (`extensionTestsPath`); a rejection ends the run with a failure.
 * `ZHANGFA_TEST_FILES` limits the run to files whose names begin so, `ZHANGFA_TEST_GREP` to titles that match.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  // VS Code forwards each call of console.log on its own, and only if it has text: one line each, marked, so
  // that whoever listens can tell it from the rest.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(`[mocha] ${line}`);
  };
  const grep = process.env['ZHANGFA_TEST_GREP'];
  const mocha = new Mocha({ ui: 'tdd', reporter: 'spec', color: false, timeout: 20_000, ...(grep && { grep }) });
  const prefix = process.env['ZHANGFA_TEST_FILES'] ?? '';
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js') && name.startsWith(prefix)) mocha.addFile(join(__dirname, name));
  }

  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`[mocha-result] ${JSON.stringify({ passes, failures, pending })}`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passes === 0) reject(new Error('No test ran'));
      else resolve();
    });
  });
}
