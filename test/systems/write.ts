import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRubrics, ROOT } from '../support/rubrics';
import { coverage, coverageMarkdown, readInventory } from './coverage';

/** `node out/test/systems/write.js`: writes docs/coverage.md anew from the rubrics. */
const rows = coverage(readInventory(), readRubrics());
const missing = rows.flatMap((row) => row.missing.map((id) => `${row.entry.id}/${id}`));
writeFileSync(join(ROOT, 'docs/coverage.md'), coverageMarkdown(rows));
process.stdout.write(`docs/coverage.md: ${rows.length} systems\n`);
if (missing.length > 0) {
  process.stderr.write(`neither there nor denied: ${missing.join(', ')}\n`);
  process.exitCode = 1;
}
