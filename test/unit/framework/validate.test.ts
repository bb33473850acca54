import assert from 'node:assert/strict';
import { loadRubric } from '../../../server/src/core/framework/load';
import { LineIndex } from '../../../server/src/core/text/lineIndex';
import { crlf, slice } from '../../support/marked';
import { FRAMEWORK, WORDING } from '../../support/rubricSources';

/** The faults of a file as `kind line: text`. */
function faults(source: string): string[] {
  const index = new LineIndex(source);
  const { frameworks, wording, problems } = loadRubric(source, 'test:');
  assert.equal(
    frameworks.length + wording.length,
    problems.length > 0 ? 0 : 1,
    'a file with a fault defines nothing',
  );
  return problems.map(
    ({ kind, range }) => `${kind} ${index.positionAt(range.from).line + 1}: ${slice(source, range)}`,
  );
}

suite('framework/validate', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['an unknown key at the top', 'kinds: [emergency]', 'kind: [emergency]', ['schema 3: kind']],
    ['an unknown key in a section', '    need: conditional', '    needs: conditional', ['schema 19: needs']],
    [
      'an unknown key in a point',
      '        need: required',
      '        required: true',
      ['schema 13: required'],
    ],
    [
      'an unknown key in a text',
      '{ zh: 不再坏。, en: No more. }',
      '{ zh: 不再坏。, de: Nie }',
      ['schema 21: zh'],
    ],
    ['a missing key at the top', 'title: { zh: 路灯报修, en: Street lamp }\n', '', ['schema 1: id']],
    ['a missing key in a section', '    why: 要先道歉。\n', '', ['schema 6: id']],
    ['a missing key in a point', '        title: 感谢\n', '', ['schema 15: id']],
    ['text for a list', 'cues: [路灯]', 'cues: 路灯', ['schema 4: 路灯']],
    ['a list for text', 'scaffold: 我先道歉。', 'scaffold: [我先道歉]', ['schema 9: [我先道歉]']],
    ['a number for text', 'title: 态度', 'title: 5', ['schema 7: 5']],
    ['an empty text', 'title: 态度', 'title: ""', ['schema 7: ""']],
    ['an unknown need', 'need: conditional', 'need: maybe', ['schema 19: maybe']],
    ['an id with capitals', 'id: lamp', 'id: Lamp', ['schema 1: Lamp']],
    ['a cue of one character', 'cues: [道歉]', 'cues: [道歉, 歉]', ['schema 14: 歉']],
    ['a section twice', '  - id: lasting', '  - id: attitude', ['duplicate 17: attitude']],
    ['a point twice', '      - id: thank', '      - id: apologise', ['duplicate 15: apologise']],
    ['a key twice', '    need: conditional', '    title: 长效', ['syntax 19: title']],
    ['a list that is not closed', 'cues: [路灯]', 'cues: [路灯', ['syntax 5: s']],
  ];
  for (const [name, from, to, expected] of cases) {
    test(name, () => {
      assert.ok(FRAMEWORK.includes(from));
      assert.deepEqual(faults(FRAMEWORK.replace(from, to)), expected);
    });
    test(`${name}, with Windows line ends`, () => {
      const found = faults(crlf(FRAMEWORK.replace(from, to)));
      assert.deepEqual(
        found.map((fault) => fault.replaceAll('\r', '')),
        expected,
      );
    });
  }

  const wordings: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['an unknown rule', 'rule: wording.taboo', 'rule: wording.rude', ['schema 2: wording.rude']],
    ['no rewrite', 'rewrites: [您别着急]', 'rewrites: []', ['schema 7: []']],
    ['a missing rewrite', '    rewrites: [您别着急]\n', '', ['schema 5: id']],
    ['an entry twice', '  - id: ask', '  - id: hurry', ['duplicate 9: hurry']],
    ['a number for a document', 'document: "901"', 'document: 901', ['schema 14: 901']],
  ];
  for (const [name, from, to, expected] of wordings)
    test(`wording: ${name}`, () => assert.deepEqual(faults(WORDING.replace(from, to)), expected));

  test('two keys missing in one section are both named', () => {
    const { problems } = loadRubric(
      FRAMEWORK.replace('    why: 要先道歉。\n    scaffold: 我先道歉。\n', ''),
      'test:',
    );
    assert.equal(problems.length, 2);
    assert.match(problems.map(({ detail }) => detail).join(), /why.*scaffold/);
  });

  test('a tab is shown where it stands, before what follows from it', () => {
    assert.equal(faults(FRAMEWORK.replace('    why: 要', '\twhy: 要'))[0], 'syntax 8: \t');
  });

  test('an alias to nothing', () => {
    assert.deepEqual(
      faults(FRAMEWORK.replace('cues: [路灯]', 'cues: *words')).map((fault) => fault.split(':')[0]),
      ['syntax 4'],
    );
  });

  test('a fault after a byte order mark', () =>
    assert.deepEqual(faults(`\uFEFF${FRAMEWORK.replace('kinds:', 'kind:')}`), ['schema 3: kind']));
  test('several faults at once', () => {
    assert.deepEqual(faults(FRAMEWORK.replace('id: lamp', 'id: L').replace('title: 感谢', 'title: 3')), [
      'schema 1: L',
      'schema 16: 3',
    ]);
  });

  test('faults say where in the data they are', () => {
    const path = (from: string, to: string): string | undefined =>
      loadRubric(FRAMEWORK.replace(from, to), 'test:').problems[0]?.path;
    assert.equal(path('title: 感谢', 'title: 3'), 'sections[0].points[1].title');
    assert.equal(path('- id: thank', '- id: apologise'), 'sections[0].points');
  });

  for (const key of ['50%', '"%zz"', '"a/b~c"', '好#']) {
    test(`a key with what means something elsewhere: ${JSON.stringify(key)}`, () => {
      assert.equal(faults(`${FRAMEWORK}${key}: 1\n`).join(), `schema 23: ${key}`);
    });
  }

  test('nothing throws, and every range lies in the file', () => {
    const hostile = [
      '\0',
      '"',
      '[',
      '{',
      '&a',
      '*a',
      '!',
      '!!x',
      '|',
      '? ',
      ':',
      '%YAML 9',
      '@',
      '\ud800: 1',
      '[['.repeat(50),
      '{a: '.repeat(50),
      'a:\n - '.repeat(50),
      'entries:',
      'entries: {}',
      'sections: 1',
      '<<: 1',
      '1: 2',
      'a: b: c',
    ];
    for (const source of [
      ...hostile,
      ...hostile.map((part) => FRAMEWORK + part),
      ...hostile.map((part) => crlf(`${WORDING}${part}\n`)),
    ]) {
      for (const { range } of loadRubric(source, 'test:').problems) {
        assert.ok(
          range.from >= 0 && range.from <= range.to && range.to <= source.length,
          JSON.stringify([source.slice(-80), range]),
        );
      }
    }
  });
});
