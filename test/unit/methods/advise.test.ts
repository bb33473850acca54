import assert from 'node:assert/strict';
import { adviseMethods } from '../../../server/src/core/methods/advise';
import { analyse } from '../../support/check';
import { FAMILY, LOOP, system, WITH_SYSTEMS, member } from '../../support/fixtureSystems';
import { lines } from '../../support/marked';

function advised(question: string, answer: string, limit?: number): string[] {
  const text = lines('---', `question: ${question}`, '---', '', answer);
  return adviseMethods(analyse(text, { rubrics: WITH_SYSTEMS }), undefined, limit).map(
    ({ system: own, member: one, because }) => `${own.id}/${one?.id ?? '*'} ${because.join(' ')}`,
  );
}

suite('methods/advise', () => {
  test('what the question has words for, the closest first', () =>
    assert.deepEqual(advised('居民抱怨路灯，怎么办？', '我修灯。'), ['family/swap 抱怨', 'loop/* 路灯']));

  test('not what the answer uses already', () =>
    assert.deepEqual(advised('居民抱怨路灯，怎么办？', '我换位思考，形成闭环。'), []));

  test('of a family one member, though more would fit', () =>
    assert.deepEqual(advised('居民抱怨，意见有分歧，不满推行，怎么办？', '我修灯。'), [
      'family/swap 抱怨 不满',
    ]));

  test('another member of a family in use', () =>
    assert.deepEqual(advised('意见有分歧，怎么办？', '我换位思考。'), ['family/consult 分歧']));

  test('no more than asked for', () =>
    assert.deepEqual(advised('居民抱怨路灯报修，有人吵闹，怎么办？', '我修灯。', 1), ['loop/* 报修 路灯']));

  test('nothing where the question has no word for any, or there is no question', () => {
    assert.deepEqual(advised('你怎么看？', '我修灯。'), []);
    assert.deepEqual(adviseMethods(analyse('我修灯。', { rubrics: WITH_SYSTEMS })), []);
  });

  test('the kind of question tips the balance', () => {
    const other = system('method', 'other', '另一法', 'any', [member('one', '一', ['一下'])], {
      whenCues: ['路灯'],
      kinds: ['planning'],
    });
    const rubrics = { ...WITH_SYSTEMS, systems: [LOOP, other, FAMILY] };
    const draft = lines('---', 'question: 路灯怎么办？', 'kind: planning', '---', '', '我修灯。');
    assert.deepEqual(
      adviseMethods(analyse(draft, { rubrics })).map(({ system: { id } }) => id),
      ['other', 'loop'],
    );
  });
});
