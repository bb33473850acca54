import assert from 'node:assert/strict';
import { bankDocument, loadPhrases } from '../../../server/src/core/phrases/load';
import { LineIndex } from '../../../server/src/core/text/lineIndex';
import { crlf, lines, slice } from '../../support/marked';

const BANK = lines(
  'id: lamp-words',
  'framework: lamp',
  'title: { zh: 路灯, en: Lamps }',
  'phrases:',
  '  - section: attitude',
  '    point: apologise',
  '    register: spoken',
  '    text: 让您摸黑走了【几天】，我赔个不是',
  '    source: { document: "900", lines: "3, 5-6" }',
  '    keywords: [天黑]',
  '  - { section: verify, point: look, register: written, text: 带上梯子查看灯杆, source: { document: "900" } }',
  '  - { section: verify, point: look, register: written, text: 有灯就亮, source: { document: "900" }, set: true }',
  '',
);

const DENY = lines(
  'id: rude',
  'title: 不敬',
  'deny:',
  '  - id: idle',
  '    match: [那帮闲人]',
  '    reason: 贬称',
  '  - id: hot',
  '    match: [激化]',
  '    unless: [避免]',
  '    reason: { zh: 渲染, en: Dwells on it. }',
  '    source: { document: "900", lines: "7" }',
  '',
);

/** The faults of a file as `kind line: text`. */
function faults(source: string): string[] {
  const index = new LineIndex(source);
  const { banks, deny, problems } = loadPhrases(source, 'test:');
  assert.equal(banks.length + deny.length, problems.length > 0 ? 0 : 1);
  return problems.map(
    ({ kind, range }) =>
      `${kind} ${index.positionAt(range.from).line + 1}: ${slice(source, range).replaceAll('\r', '')}`,
  );
}

suite('phrases/load: what a file defines', () => {
  test('a bank, with everything left out filled in', () => {
    const { banks, deny, problems } = loadPhrases(BANK, 'file:///b.yaml');
    assert.deepEqual([deny, problems], [[], []]);
    const [bank] = banks;
    assert.deepEqual(
      [bank?.id, bank?.framework, bank?.title.en, bank?.origin],
      ['lamp-words', 'lamp', 'Lamps', 'file:///b.yaml'],
    );
    assert.deepEqual(bank?.phrases[0], {
      section: 'attitude',
      point: 'apologise',
      register: 'spoken',
      text: '让您摸黑走了【几天】，我赔个不是',
      source: { document: '900', lines: '3, 5-6' },
      keywords: ['天黑'],
      set: false,
    });
    assert.deepEqual(
      bank.phrases.map((phrase) => [phrase.keywords.length, phrase.set]),
      [
        [1, false],
        [0, false],
        [0, true],
      ],
    );
  });

  test('a deny list', () => {
    const { banks, deny, problems } = loadPhrases(DENY, 'test:');
    assert.deepEqual([banks, problems], [[], []]);
    assert.deepEqual(deny[0]?.title, { zh: '不敬', en: '不敬' });
    assert.deepEqual(deny[0].entries, [
      { id: 'idle', match: ['那帮闲人'], reason: { zh: '贬称', en: '贬称' }, unless: [] },
      {
        id: 'hot',
        match: ['激化'],
        unless: ['避免'],
        reason: { zh: '渲染', en: 'Dwells on it.' },
        source: { document: '900', lines: '7' },
      },
    ]);
  });

  for (const [name, change] of [
    ['Windows line ends', crlf],
    ['a byte order mark', (source: string) => `\uFEFF${source}`],
    ['comments', (source: string) => `# 注\n${source}`],
  ] as const) {
    test(`${name} change nothing`, () => {
      assert.deepEqual(loadPhrases(change(BANK), 'test:'), loadPhrases(BANK, 'test:'));
      assert.deepEqual(loadPhrases(change(DENY), 'test:'), loadPhrases(DENY, 'test:'));
    });
  }
});

suite('phrases/load: faults at their line', () => {
  const cases: readonly (readonly [string, string, string, string, readonly string[]])[] = [
    [
      'an unknown key at the top',
      BANK,
      'framework: lamp',
      'frameworks: lamp',
      ['schema 1: id', 'schema 2: frameworks'],
    ],
    [
      'an unknown key in a phrase',
      BANK,
      '    keywords: [天黑]',
      '    keyword: [天黑]',
      ['schema 10: keyword'],
    ],
    ['a missing key', BANK, '    register: spoken\n', '', ['schema 5: section']],
    ['an unknown register', BANK, 'register: spoken', 'register: loud', ['schema 7: loud']],
    ['closing punctuation', BANK, '赔个不是', '赔个不是。', ['schema 8: 让您摸黑走了【几天】，我赔个不是。']],
    ['too short', BANK, '带上梯子查看灯杆', '查看灯杆', ['schema 11: 查看灯杆']],
    [
      'too long',
      BANK,
      '带上梯子查看灯杆',
      '带上梯子查看灯杆'.repeat(6),
      [`schema 11: ${'带上梯子查看灯杆'.repeat(6)}`],
    ],
    [
      'a set phrase too long',
      BANK,
      '有灯就亮',
      '有灯就亮有灯就亮有灯就亮有',
      ['schema 12: 有灯就亮有灯就亮有灯就亮有'],
    ],
    ['lines that are none', BANK, '"3, 5-6"', '"第3行"', ['schema 9: "第3行"']],
    [
      'a phrase twice in a section',
      BANK,
      '有灯就亮',
      '带上梯子，查看灯杆',
      ['duplicate 12: 带上梯子，查看灯杆'],
    ],
    ['no phrases', BANK, BANK.slice(BANK.indexOf('phrases:')), 'phrases: []\n', ['schema 4: []']],
    ['a list that is not closed', BANK, '[天黑]', '[天黑', ['syntax 11: -']],
    ['deny: no reason', DENY, '    reason: 贬称\n', '', ['schema 4: id']],
    ['deny: no word', DENY, '[那帮闲人]', '[]', ['schema 5: []']],
    ['deny: a word of one character', DENY, '[激化]', '[激]', ['schema 8: 激']],
    ['deny: an entry twice', DENY, 'id: hot', 'id: idle', ['duplicate 7: idle']],
  ];
  for (const [name, source, from, to, expected] of cases) {
    test(name, () => {
      assert.ok(source.includes(from));
      assert.deepEqual(faults(source.replace(from, to)), expected);
      if (!from.includes('\n')) assert.deepEqual(faults(crlf(source.replace(from, to))), expected);
    });
  }

  test('faults say where in the data they are', () => {
    assert.equal(loadPhrases(BANK.replace('loud', ''), 'test:').problems.length, 0);
    assert.equal(
      loadPhrases(BANK.replace('spoken', 'loud'), 'test:').problems[0]?.path,
      'phrases[0].register',
    );
    assert.equal(loadPhrases(DENY.replace('id: hot', 'id: idle'), 'test:').problems[0]?.path, 'deny[1].id');
  });

  test('no more than fifty', () => {
    const many = Array.from(
      { length: 90 },
      () => '  - { section: a, point: b, register: spoken, text: 短, source: { document: "1" } }',
    );
    assert.equal(
      loadPhrases(lines('id: a', 'framework: b', 'title: c', 'phrases:', ...many), 'test:').problems.length,
      50,
    );
  });
});

suite('phrases/load: what is no such file', () => {
  for (const source of ['', '# 注', '好', '- a', '---\n...\n']) {
    test(JSON.stringify(source), () =>
      assert.deepEqual(
        loadPhrases(source, 'test:').problems.map(({ kind }) => kind),
        ['empty'],
      ),
    );
  }

  test('nothing throws, and every range lies in the file', () => {
    const hostile = [
      '\0',
      '[',
      '{',
      '*a',
      '&a [*a]',
      '!!x',
      '%YAML 9',
      '\ud800: 1',
      '[['.repeat(2000),
      'a:\n - '.repeat(50),
      'deny:',
      'deny: {}',
      'phrases: 1',
      'deny: [1]',
      'phrases: [null]',
      '<<: 1',
      'deny: [{ match: 1 }]',
    ];
    for (const source of [
      ...hostile,
      ...hostile.map((part) => BANK + part),
      ...hostile.map((part) => crlf(`${DENY}${part}\n`)),
    ]) {
      for (const { range } of loadPhrases(source, 'test:').problems) {
        assert.ok(
          range.from >= 0 && range.from <= range.to && range.from <= source.length,
          JSON.stringify([source.slice(-40), range]),
        );
      }
    }
  });
});

suite('phrases/load: banks and frameworks', () => {
  const [bank] = loadPhrases(BANK, 'test:').banks;

  test('for the index: each text once, with all its sections, at its number in the bank', () => {
    assert.ok(bank?.phrases[1]);
    const twice = {
      ...bank,
      phrases: [...bank.phrases, { ...bank.phrases[1], section: 'handle', point: 'repair' }],
    };
    const { id, origin, entries } = bankDocument(twice, 'v');
    assert.deepEqual([id, origin, entries.length], ['bank:lamp-words', 'bank', 3]);
    assert.deepEqual(
      entries[1]?.slots.map(({ section, point }) => `${section}/${point ?? ''}`),
      ['verify/look', 'handle/repair'],
    );
    assert.deepEqual(
      entries.map(({ line }) => line),
      [0, 1, 2],
    );
  });
});
