import assert from 'node:assert/strict';
import { loadRubric } from '../../../server/src/core/framework/load';
import { crlf } from '../../support/marked';
import { FRAMEWORK, WORDING } from '../../support/rubricSources';

suite('framework/load: what a file defines', () => {
  test('a framework, with everything left out filled in', () => {
    const { frameworks, wording, problems } = loadRubric(FRAMEWORK, 'file:///a.yaml');
    assert.deepEqual([wording, problems], [[], []]);
    const source = { zh: '长效', en: '长效' };
    assert.deepEqual(frameworks, [
      {
        id: 'lamp',
        title: { zh: '路灯报修', en: 'Street lamp' },
        kinds: ['emergency'],
        cues: ['路灯'],
        weakCues: [],
        origin: 'file:///a.yaml',
        sections: [
          {
            id: 'attitude',
            title: { zh: '态度', en: '态度' },
            need: 'required',
            whenCues: [],
            why: { zh: '要先道歉。', en: '要先道歉。' },
            headings: [],
            scaffold: '我先道歉。',
            points: [
              {
                id: 'apologise',
                title: { zh: '道歉', en: '道歉' },
                need: 'required',
                cues: ['道歉'],
                weakCues: [],
                phrases: [],
              },
              {
                id: 'thank',
                title: { zh: '感谢', en: '感谢' },
                need: 'optional',
                cues: [],
                weakCues: [],
                phrases: [],
              },
            ],
          },
          {
            id: 'lasting',
            title: source,
            need: 'conditional',
            whenCues: ['总坏'],
            why: { zh: '不再坏。', en: 'No more.' },
            headings: [],
            scaffold: '每月巡灯。',
            points: [],
          },
        ],
      },
    ]);
  });

  test('a wording list', () => {
    const { frameworks, wording, problems } = loadRubric(WORDING, 'test:');
    assert.deepEqual([frameworks, problems], [[], []]);
    assert.deepEqual(wording[0]?.entries[0], {
      id: 'hurry',
      match: ['急什么'],
      rewrites: ['您别着急'],
      why: { zh: '伤人。', en: '伤人。' },
      unless: [],
    });
    assert.deepEqual(wording[0].entries[1]?.source, { document: '901', lines: '3-4' });
    assert.deepEqual(
      [wording[0].id, wording[0].rule, wording[0].title.zh, wording[0].origin],
      ['rude', 'wording.taboo', '忌语', 'test:'],
    );
  });

  for (const [name, change] of [
    ['Windows line ends', crlf],
    ['a byte order mark', (source: string) => `\uFEFF${source}`],
    ['comments', (source: string) => `# 注\n${source}# 完\n`],
    ['a document mark', (source: string) => `---\n${source}`],
  ] as const) {
    test(`${name} change nothing`, () => {
      assert.deepEqual(loadRubric(change(FRAMEWORK), 'test:'), loadRubric(FRAMEWORK, 'test:'));
    });
  }

  test('anchors that do not multiply are fine', () => {
    const source = FRAMEWORK.replace('cues: [路灯]', 'cues: &words [路灯]').replace(
      'whenCues: [总坏]',
      'whenCues: *words',
    );
    assert.deepEqual(loadRubric(source, 'test:').frameworks[0]?.sections[1]?.whenCues, ['路灯']);
  });
});

suite('framework/load: what is no rubric', () => {
  for (const source of ['', '\n', '# 注\n', '好', '- a\n- b', '12', '---\n...\n', '\uFEFF']) {
    test(`${JSON.stringify(source)} is empty`, () =>
      assert.deepEqual(
        loadRubric(source, 'test:').problems.map(({ kind }) => kind),
        ['empty'],
      ));
  }

  test('aliases that multiply are refused', () => {
    const bomb = [
      'a: &a [好, 好, 好, 好, 好, 好, 好, 好, 好]',
      ...'bcdefghi'.split('').map((key, index) => {
        const last = `*${'abcdefgh'.charAt(index)}`;
        return `${key}: &${key} [${new Array(9).fill(last).join(', ')}]`;
      }),
    ].join('\n');
    assert.deepEqual(
      loadRubric(bomb, 'test:').problems.map(({ kind }) => kind),
      ['syntax'],
    );
  });

  test('an alias to itself is refused', () => {
    assert.equal(loadRubric('sections: &a [*a]', 'test:').frameworks.length, 0);
  });

  test('no more than fifty faults are named', () => {
    const source = `${FRAMEWORK}${Array.from({ length: 90 }, (_, index) => `x${index}: 1`).join('\n')}`;
    assert.equal(loadRubric(source, 'test:').problems.length, 50);
  });
});
