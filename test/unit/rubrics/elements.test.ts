import assert from 'node:assert/strict';
import { loadRubric } from '../../../server/src/core/framework/load';
import { readRubrics } from '../../support/rubrics';

/** What is scored (测评要素) in the built-in frameworks, and how it is read. */
suite('rubrics/elements', () => {
  const { frameworks } = readRubrics();
  const scored = frameworks.filter(({ elements }) => elements);

  test('the five frameworks of the documents say what is scored', () =>
    assert.deepEqual(scored.map(({ id }) => id).sort(), [
      'absent-colleague',
      'mass-relations',
      'public-doubt',
      'relations-three-points',
      'visit-reception',
    ]));

  test('in sections there are, with a source, and not more than all of the score', () => {
    for (const { id, elements = [], sections } of scored) {
      const known = new Set(sections.map((section) => section.id));
      for (const element of elements) {
        assert.ok(element.source?.url, `${id}/${element.id}`);
        for (const section of element.sections)
          assert.ok(known.has(section), `${id}/${element.id}: ${section}`);
      }
      assert.ok(elements.reduce((sum, { weight }) => sum + weight, 0) <= 100, id);
      const seen = new Set(elements.flatMap((element) => element.sections));
      for (const { id: section, need } of sections)
        assert.ok(seen.has(section) || need !== 'required', `${id}: ${section} shows nothing`);
    }
  });

  const own = (element: string): string =>
    `id: own\ntitle: 自己的\nelements: [${element}]\nsections:\n  - { id: one, title: 第一步, why: 为什么, scaffold: 我【做】。 }\n`;

  test('a framework of one’s own may say it too', () => {
    const { frameworks: read, problems } = loadRubric(
      own('{ id: calm, title: 沉着, weight: 30, sections: [one] }'),
      'test:',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(read[0]?.elements, [
      { id: 'calm', title: { zh: '沉着', en: '沉着' }, weight: 30, sections: ['one'] },
    ]);
  });

  for (const [name, element] of [
    ['more than the whole', '{ id: calm, title: 沉着, weight: 130, sections: [one] }'],
    ['no section', '{ id: calm, title: 沉着, weight: 30, sections: [] }'],
    [
      'the same one twice',
      '{ id: a, title: 甲, weight: 3, sections: [one] }, { id: a, title: 乙, weight: 3, sections: [one] }',
    ],
  ] as const)
    test(`is refused: ${name}`, () => {
      const { frameworks: read, problems } = loadRubric(own(element), 'test:');
      assert.equal(read.length, 0);
      assert.ok(problems.length > 0);
    });
});
