/** The core as it ships: bundled and minified from its sources, with the built-in rubrics and model. */
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../..');

/**
 * @param more of the bench's own, as an export declaration relative to the root
 * @param minify whether as it ships; otherwise functions keep their names
 * @returns the modules the benches measure, with `analyzer` ready for use
 */
export async function loadCore({ more = '', minify = true } = {}) {
  // Three folders below the root, as the compiled tests, whose loader of rubrics is used.
  const outfile = join(root, 'out/test/bench/core.cjs');
  await build({
    stdin: {
      contents: `
        export { Analyzer } from './server/src/core/analysis/analyse';
        export { Automaton } from './server/src/core/analysis/automaton';
        export { parseDraft } from './server/src/core/draft/draft';
        export { checkRules } from './server/src/core/rules/check';
        export { fold } from './server/src/core/text/fold';
        export { parser as lezer } from '@lezer/markdown';
        export { readModel, readRubrics } from './test/support/rubrics';
        ${more}`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    minify,
    keepNames: !minify,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  const core = createRequire(import.meta.url)(outfile);
  rmSync(outfile);
  const rubrics = core.readRubrics();
  return { ...core, rubrics, analyzer: new core.Analyzer(rubrics, core.readModel()) };
}
