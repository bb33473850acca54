import assert from 'node:assert/strict';
import type { References } from '../../../server/src/core/references/types';
import { WITH_SYSTEMS } from '../../support/fixtureSystems';
import { lines } from '../../support/marked';
import { libraryOf } from '../references/support';
import { at, model, TEXT } from './reportModelSupport';

suite('features/reportModel: methods', () => {
  test('those in use with the places of their parts, those that would fit with the words of the question', () => {
    const text = lines(
      '题目：老人上门抱怨路灯，怎么办？',
      '',
      '我点点头，坐到他旁边。',
      '',
      '我民主协商，来有应声，问有答话。',
      '',
    );
    const { used, advised, selfChecks } = model(text, {}, WITH_SYSTEMS).methods;
    assert.deepEqual(
      used.map(({ title, places }) => [
        title,
        places.map(({ title, place }) => [title, place && `${place.line} ${at(text, place)}`]),
      ]),
      [
        ['三法', [['民主协商法', '5 民主协商']]],
        [
          '倾听动作',
          [
            ['点头', '3 点点头'],
            ['坐下', '3 坐到他旁边'],
          ],
        ],
      ],
    );
    assert.deepEqual(advised, [
      { title: '换位思考法', because: ['抱怨'] },
      { title: '报修四步', because: ['路灯'] },
    ]);
    assert.deepEqual(selfChecks, [
      '来的是谁：题目问到了行动不便的，答案里还没有',
      '“三声”是一组，还差走时；写就写齐，或者只写一句接一件事',
    ]);
  });

  test('none without any in the rubrics', () =>
    assert.deepEqual(model(TEXT).methods, { used: [], advised: [], selfChecks: [] }));
});

suite('features/reportModel: sources', () => {
  const COPIED = '来了人先请坐倒水，听他把话说完再开口。';
  const library = libraryOf({ '文/a.txt': lines('第一段。', '', COPIED) });

  test('documents of which runs stand in the draft, with both places', () => {
    const text = `我道歉。${COPIED}`;
    const [source, ...more] = model(text, { references: library }).sources;
    assert.deepEqual(more, []);
    assert.equal(source?.hanzi, 17);
    const [run] = source.runs;
    assert.equal(run && at(text, run.place), COPIED.slice(0, -1));
    assert.deepEqual([run?.line, run?.hanzi], [3, 17]);
  });

  test('the document with most of the draft comes first, its runs in the order of the draft', () => {
    const STORY = '老槐树下的那口井，半个村子都靠它吃水。';
    const both = libraryOf({ 'a.txt': COPIED, '文/b.txt': lines('他把那盏灯一直留到天亮才肯去睡。', STORY) });
    const text = `${COPIED}${STORY}我道歉。他把那盏灯一直留到天亮才肯去睡。`;
    assert.deepEqual(
      model(text, { references: both }).sources.map(({ name, hanzi, runs }) => [
        name,
        hanzi,
        runs.map(({ line, place }) => `${line} ${at(text, place)}`),
      ]),
      [
        ['b.txt', 32, ['2 老槐树下的那口井，半个村子都靠它吃水', '1 他把那盏灯一直留到天亮才肯去睡']],
        ['a.txt', 17, ['1 来了人先请坐倒水，听他把话说完再开口']],
      ],
    );
  });

  test('of a document that has just gone, what is known is told, and nothing where no place is left', () => {
    const { phrases, revision } = library;
    const gone: References = {
      ...{ phrases, revision, documents: new Map(), add: () => undefined, remove: () => false },
      copies: (...asked) => library.copies(...asked),
      paragraphAt: () => undefined,
      spanOf: (place) => library.spanOf(place),
    };
    const names = (references: References): string[] =>
      model(COPIED, { references }).sources.map(({ name }) => name);
    assert.deepEqual(names(library), ['a.txt']);
    assert.deepEqual(names(gone), ['文/a.txt']);
    assert.deepEqual(names({ ...gone, spanOf: () => undefined }), []);
  });

  test('no documents, no sources', () => assert.deepEqual(model(COPIED).sources, []));
});
