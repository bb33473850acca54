import assert from 'node:assert/strict';
import { winnerOf } from '../../../../server/src/core/rules/repeats/votes';
import { seeded } from '../../../corpus/random';

suite('rules/repeats/votes', () => {
  test('half of all votes elect, those not cast counted too', () => {
    assert.equal(winnerOf([7, 7], 4), 7);
    assert.equal(winnerOf([7, 7], 5), undefined);
    assert.equal(winnerOf([7, 7, 7, 3, 3], 6), 7);
    assert.equal(winnerOf([7, 3, 5], 3), undefined);
    assert.equal(winnerOf([], 0), undefined);
  });

  test('wherever the votes stand', () => {
    for (const votes of [
      [7, 7, 3, 5],
      [3, 7, 5, 7],
      [3, 5, 7, 7],
      [7, 3, 5, 7],
      [0, 3, 0, 5],
    ])
      assert.equal(winnerOf(votes, 4), votes.includes(7) ? 7 : 0, votes.join());
  });

  test('as counting each one tells', () => {
    const random = seeded(3);
    for (let round = 0; round < 2000; round++) {
      const votes = Array.from({ length: Math.floor(random() * 9) }, () => Math.floor(random() * 3));
      const all = votes.length + Math.floor(random() * 3);
      const count = (one: number): number => votes.filter((vote) => vote === one).length;
      const elected = [0, 1, 2].filter((one) => count(one) > 0 && count(one) * 2 >= all);
      const winner = winnerOf(votes, all);
      assert.equal(winner !== undefined, elected.length > 0, `${votes.join()} of ${all}`);
      assert.ok(winner === undefined || elected.includes(winner));
    }
  });
});
