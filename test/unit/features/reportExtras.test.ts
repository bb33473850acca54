import assert from 'node:assert/strict';
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
  const library = libraryOf({ 'a.txt': lines('第一段。', '', COPIED) });

  test('documents of which runs stand in the draft, with both places', () => {
    const text = `我道歉。${COPIED}`;
    const [source, ...more] = model(text, { references: library }).sources;
    assert.deepEqual(more, []);
    assert.equal(source?.hanzi, 17);
    const [run] = source.runs;
    assert.equal(run && at(text, run.place), COPIED.slice(0, -1));
    assert.deepEqual([run?.line, run?.hanzi], [3, 17]);
  });

  test('no documents, no sources', () => assert.deepEqual(model(COPIED).sources, []));
});
