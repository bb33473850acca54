/** Runs the tests beside this file with mocha, inside the extension host of VS Code. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { markOutput, runTests } from './report';

/**
 * Called by VS Code (`extensionTestsPath`); a rejection ends the run with a failure.
 * `ZHANGFA_TEST_FILES` (a regular expression) limits the run to files with such names, `ZHANGFA_TEST_GREP` to
 * titles that match.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  markOutput(Mocha.reporters.Base);
  const grep = process.env['ZHANGFA_TEST_GREP'];
  const mocha = new Mocha({
    ui: 'tdd',
    reporter: 'spec',
    color: false,

    timeout: 20_000,
    ...(grep && { grep }),
  });
  const wanted = new RegExp(process.env['ZHANGFA_TEST_FILES'] ?? '');
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js') && wanted.test(name)) mocha.addFile(join(__dirname, name));
  }
  await runTests(mocha);
}
