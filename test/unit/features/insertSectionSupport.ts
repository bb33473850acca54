import { applyEdits } from '../../../server/src/core/features/edits';
import { insertSection } from '../../../server/src/core/features/insertSection';
import { analyse, type TestOptions } from '../../support/check';

/** The draft with the outline of a section. */
export function insert(text: string, id: string, options: TestOptions = { framework: 'lamp' }): string {
  return applyEdits(text, insertSection(analyse(text, options), id));
}
