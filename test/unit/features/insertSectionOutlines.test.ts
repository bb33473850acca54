import assert from 'node:assert/strict';
import { analyse } from '../../support/check';
import { readModel, readRubrics } from '../../support/rubrics';
import { insert } from './insertSectionSupport';

suite('features/insertSection: as shipped', () => {
  const rubrics = readRubrics();
  const model = readModel();
  for (const framework of rubrics.frameworks) {
    test(`the outline of a whole answer realises every section of ${framework.id}`, () => {
      const options = { rubrics, model, framework: framework.id };
      const question = framework.sections.flatMap(({ whenCues }) => whenCues.slice(0, 1)).join('，');
      const text = insert(
        `---\nquestion: ${question || '怎么办'}\nframework: ${framework.id}\n---\n`,
        '*',
        options,
      );
      const absent = analyse(text, options)
        .sections.filter(({ status }) => status === 'absent')
        .map(({ section }) => section.id);
      assert.deepEqual(absent, []);
    });

    test(`so does the outline of each section of ${framework.id} by itself`, () => {
      const options = { rubrics, model, framework: framework.id };
      const absent = framework.sections.filter(({ id }) => {
        const text = insert(`---\nframework: ${framework.id}\n---\n`, id, options);
        return analyse(text, options).sections.find(({ section }) => section.id === id)?.status === 'absent';
      });
      assert.deepEqual(
        absent.map(({ id }) => id),
        [],
      );
    });
  }
});
