/** Runs the tests of the browser build with mocha, inside VS Code's web worker extension host. */
import 'mocha/mocha'; // the browser build; defines the globals `Mocha` and `mocha`
import { markOutput, runTests } from '../vscode/report';

/**
 * Runs what `load` defines. `run.mjs` bundles this with a `load` that requires every `*.test.ts` beside it,
 * because in the worker there is neither a file system nor a module loader.
 */
export async function runMocha(load: () => void): Promise<void> {
  markOutput(Mocha.reporters.Base);
  mocha.setup({ ui: 'tdd', reporter: 'spec', color: false, timeout: 20_000 });
  load();
  await runTests(mocha);
}
