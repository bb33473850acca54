import assert from 'node:assert/strict';
import { recogniseMethods } from '../../../server/src/core/methods/recognise';
import { analyse } from '../../support/check';
import { WITH_SYSTEMS } from '../../support/fixtureSystems';
import { lines } from '../../support/marked';

/** The methods found, as `id: members`, `!` for a named one. */
function found(text: string): string[] {
  return recogniseMethods(analyse(text, { rubrics: WITH_SYSTEMS })).map(
    ({ system, members, named }) =>
      `${system.id}${named ? '!' : ''}: ${members.map(({ member }) => member.id).join(' ')}`,
  );
}

suite('methods/recognise', () => {
  test('a method of a family that is called by its name', () =>
    assert.deepEqual(found('我先换位思考。'), ['family!: swap']));

  test('a method of a family that is done: two different deeds in one paragraph', () => {
    assert.deepEqual(found('换成我也急。站在他那边想，路黑。'), ['family: swap']);
    assert.deepEqual(found('换成我也急。换成我也骂。'), []);
    assert.deepEqual(found(lines('换成我也急。', '', '站在他那边想，路黑。')), []);
  });

  test('a weak cue supports another and never counts alone', () => {
    assert.deepEqual(found('我带头换灯，再宣传。'), ['family: model']);
    assert.deepEqual(found('我宣传，再宣传。'), []);
    assert.deepEqual(found('我带头换灯。'), []);
  });

  test('small acts: two different ones in one paragraph', () => {
    assert.deepEqual(found('我点点头，记在本上。'), ['listening: nod write']);
    assert.deepEqual(found(lines('我点点头。', '', '我记在本上。')), []);
    assert.deepEqual(found('我点点头，做好记录。'), []);
  });

  test('a word inside another of the same member counts once', () =>
    assert.deepEqual(found('我坐到他旁边。'), []));

  test('a whole: most of its steps, wherever they stand', () => {
    assert.deepEqual(found(lines('我接下报修。', '', '爬上灯杆看。', '', '打电话告诉他。')), [
      'loop: take mend tell',
    ]);
    assert.deepEqual(found('我接下报修，爬上灯杆看。'), []);
  });

  test('the fixed expression of one step is no whole; the name of the whole is', () => {
    assert.deepEqual(found('我当天修好。'), []);
    assert.deepEqual(found('我当天修好，形成闭环。'), ['loop!: mend']);
    assert.deepEqual(found('形成闭环。'), ['loop!: ']);
  });

  test('what is denied, said by others or only mentioned does not count', () => {
    assert.deepEqual(found('我没有换位思考。'), []);
    assert.deepEqual(found('老人说：“你们要换位思考。”'), []);
    assert.deepEqual(found('所谓“换位思考”很难。'), []);
  });

  test('what I say to people does', () =>
    assert.deepEqual(found('我对老杨说：“换成我也急，站在他那边也急。”'), ['family: swap']));

  test('the question does not', () =>
    assert.deepEqual(found(lines('---', 'question: 如何换位思考？', '---', '', '我修灯。')), []));

  test('named ones first, then those with more members', () =>
    assert.deepEqual(found('我点点头，记在本上，坐到他旁边，最后民主协商。'), [
      'family!: consult',
      'listening: nod sit write',
    ]));

  test('ranges are where the words stand, weak ones left out', () => {
    const text = '前言。\n\n我带头换灯，再宣传。';
    const [use] = recogniseMethods(analyse(text, { rubrics: WITH_SYSTEMS }));
    assert.deepEqual(
      use?.members[0]?.ranges.map(({ from, to }) => text.slice(from, to)),
      ['带头'],
    );
  });

  test('ranges stay exact after emoji, lone surrogates and Windows line ends', () => {
    const text = '😀\ud83d 前言。\r\n\r\n- 我**换位**思考。\r\n';
    const [use] = recogniseMethods(analyse(text, { rubrics: WITH_SYSTEMS }));
    assert.deepEqual(
      use?.members[0]?.ranges.map(({ from, to }) => text.slice(from, to)),
      ['换位**思考'],
    );
  });

  test('traditional characters and full width are the same words', () =>
    assert.deepEqual(found('我先換位思考。'), ['family!: swap']));

  test('rubrics without systems have no methods', () =>
    assert.deepEqual(recogniseMethods(analyse('我先换位思考。')), []));
});
