import assert from 'node:assert/strict';
import { type Keeper, keptWith } from '../../../server/src/core/text/kept';

suite('text/kept', () => {
  test('each object is read once by each reader', () => {
    const read: string[] = [];
    const reader = (name: string): ((keeper: Keeper & { id: string }) => string) =>
      keptWith(({ id }) => {
        read.push(name + id);
        return name + id;
      });
    const [a, b] = [reader('a'), reader('b')];
    const one = { kept: [], id: '1' };
    const two = { kept: [], id: '2' };
    assert.deepEqual([a(one), b(one), a(two), a(one), b(one)], ['a1', 'b1', 'a2', 'a1', 'b1']);
    assert.deepEqual(read, ['a1', 'b1', 'a2']);
  });

  test('also what counts for nothing is kept', () => {
    let times = 0;
    const isTrue = keptWith(() => ++times < 0);
    const keeper = { kept: [] };
    assert.deepEqual([isTrue(keeper), isTrue(keeper), times], [false, false, 1]);
  });
});
