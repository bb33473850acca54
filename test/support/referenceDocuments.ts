import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './rubrics';

/** The five reference documents. They are not part of the repository: what needs them is skipped without them. */
export const DOCUMENTS = join(ROOT, '../shared/documents');
export const THERE = existsSync(DOCUMENTS);

/** The documents by their numbers, `000` to `004`; none where they are not there. */
export function referenceTexts(): ReadonlyMap<string, string> {
  const names = THERE ? readdirSync(DOCUMENTS).filter((name) => /^\d{3}_.*\.txt$/.test(name)) : [];
  return new Map(names.map((name) => [name.slice(0, 3), readFileSync(join(DOCUMENTS, name), 'utf8')]));
}

/** One of them. */
export function referenceText(number: string): string {
  const text = referenceTexts().get(number);
  assert.ok(text !== undefined, `document ${number}`);
  return text;
}
