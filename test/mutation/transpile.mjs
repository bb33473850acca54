/**
 * Run by Stryker in its copy of the repository, where analysis and rules hold all mutants at once: makes of their
 * TypeScript the JavaScript that the compiled tests load. Without type checks: a mutant need not be well typed.
 */
import { build } from 'esbuild';

await build({
  entryPoints: ['server/src/core/analysis/**/*.ts', 'server/src/core/rules/**/*.ts'],
  outbase: '.',
  outdir: 'out',
  allowOverwrite: true,
  format: 'cjs',
  target: 'es2022',
  logLevel: 'warning',
});
