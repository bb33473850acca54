import assert from 'node:assert/strict';
import { methodTree } from '../../../server/src/core/features/methodTree';
import { analyse } from '../../support/check';
import { SYSTEMS_DRAFT as DRAFT, WITH_SYSTEMS } from '../../support/fixtureSystems';
import { slice } from '../../support/marked';

suite('features/methodTree', () => {
  test('what would fit comes first, with the words of the question; what is used, where it first shows', () =>
    assert.deepEqual(
      methodTree(analyse(DRAFT, { rubrics: WITH_SYSTEMS }), 'zh').map(({ title, used, because, range }) => [
        title,
        used,
        because,
        range && slice(DRAFT, range),
      ]),
      [
        ['报修四步', false, ['路灯'], undefined],
        ['换位思考法', false, ['抱怨'], undefined],
        ['倾听动作', true, [], '点点头'],
        ['民主协商法', true, [], '民主协商'],
      ],
    ));

  test('in English', () =>
    assert.deepEqual(
      methodTree(analyse(DRAFT, { rubrics: WITH_SYSTEMS }), 'en').map(({ title }) => title),
      ['loop', 'swap', 'listening', 'consult'],
    ));

  test('nothing is listed that is neither used nor called for, and nothing without methods', () => {
    assert.deepEqual(methodTree(analyse('好。', { rubrics: WITH_SYSTEMS }), 'zh'), []);
    assert.deepEqual(methodTree(analyse(DRAFT), 'zh'), []);
  });
});
