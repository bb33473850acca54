import assert from 'node:assert/strict';
import { loadRubric } from '../../../server/src/core/framework/load';
import { lines } from '../../support/marked';

const METHODS = lines(
  'methods:',
  '  - id: loop',
  '    title: 报修四步',
  '    why: { zh: 有用。, en: It helps. }',
  '    use: all',
  '    names: [闭环]',
  '    source: { document: "900", lines: "3-4" }',
  '    members:',
  '      - id: take',
  '        title: { zh: 接单, en: Take it }',
  '        cues: [接下报修]',
  '        scaffold: 我接下【什么】。',
  '      - id: mend',
  '        title: 修理',
  '        need: required',
  '    denied:',
  '      - { id: sing, reason: 与修灯无关 }',
  '',
);

suite('framework/load: systems', () => {
  test('a method, with what it leaves out filled in', () => {
    const { systems, problems, frameworks, wording } = loadRubric(METHODS, 'test:');
    assert.deepEqual([problems, frameworks, wording], [[], [], []]);
    const [loop, ...more] = systems ?? [];
    assert.deepEqual(more, []);
    assert.deepEqual(
      [loop?.kind, loop?.id, loop?.title, loop?.why, loop?.use, loop?.origin],
      [
        'method',
        'loop',
        { zh: '报修四步', en: '报修四步' },
        { zh: '有用。', en: 'It helps.' },
        'all',
        'test:',
      ],
    );
    assert.deepEqual([loop?.kinds, loop?.whenCues, loop?.sections, loop?.names], [[], [], [], ['闭环']]);
    assert.deepEqual(loop?.denied, [{ id: 'sing', reason: '与修灯无关' }]);
    assert.deepEqual(loop.members[0], {
      id: 'take',
      title: { zh: '接单', en: 'Take it' },
      note: { zh: '', en: '' },
      need: 'optional',
      phrases: [],
      cues: ['接下报修'],
      weakCues: [],
      whenCues: [],
      avoid: [],
      at: [],
      scaffold: '我接下【什么】。',
    });
    assert.equal(loop.members[1]?.need, 'required');
  });

  for (const [key, kind] of [
    ['situations', 'situation'],
    ['checklists', 'checklist'],
    ['facts', 'fact'],
    ['sayings', 'saying'],
  ] as const) {
    test(`${key} hold a ${kind}`, () =>
      assert.deepEqual(
        loadRubric(METHODS.replace('methods:', `${key}:`), 'test:').systems?.map((system) => system.kind),
        [kind],
      ));
  }

  const problemsOf = (source: string): string[] =>
    loadRubric(source, 'test:').problems.map(
      ({ kind, path, range }) => `${kind} ${path} ${source.slice(range.from, range.to).trim()}`,
    );

  test('a key there is not, with its place', () =>
    assert.deepEqual(problemsOf(METHODS.replace('    use: all', '    use: all\n    ues: any')), [
      'schema methods[0] ues',
    ]));

  test('a use there is not', () =>
    assert.deepEqual(problemsOf(METHODS.replace('use: all', 'use: some')), ['schema methods[0].use some']));

  test('what has to be there', () =>
    assert.deepEqual(problemsOf(METHODS.replace('    use: all\n', '')), ['schema methods[0] id']));

  test('an id that stands twice, of a system or of a member', () => {
    const second = METHODS.slice(METHODS.indexOf('  - id: loop'));
    assert.deepEqual(problemsOf(METHODS + second), ['duplicate methods loop']);
    assert.deepEqual(problemsOf(METHODS.replace('id: mend', 'id: take')), [
      'duplicate methods[0].members take',
    ]);
  });

  test('a file with a fault yields nothing else', () =>
    assert.equal(loadRubric(METHODS.replace('use: all', 'use: some'), 'test:').systems, undefined));

  test('a framework with such a key is a framework with a key too many', () => {
    const source = 'id: a\ntitle: b\nsections: []\nmethods: []\n';
    assert.deepEqual(problemsOf(source), ['schema sections []', 'schema  methods']);
  });
});
