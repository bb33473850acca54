import assert from 'node:assert/strict';
import { keptWith, Shelf } from '../../../server/src/core/text/kept';

class Thing {
  static readonly shelf = new Shelf();
  readonly kept = Thing.shelf.make();

  constructor(readonly id: string) {}
}

suite('text/kept', () => {
  test('each object is read once by each reader', () => {
    const read: string[] = [];
    const reader = (name: string): ((keeper: Thing) => string) =>
      keptWith(Thing, ({ id }: Thing) => {
        read.push(name + id);
        return name + id;
      });
    const [a, b] = [reader('a'), reader('b')];
    const one = new Thing('1');
    const two = new Thing('2');
    assert.deepEqual([a(one), b(one), a(two), a(one), b(one)], ['a1', 'b1', 'a2', 'a1', 'b1']);
    assert.deepEqual(read, ['a1', 'b1', 'a2']);
  });

  test('a reader that comes later than an object serves it too', () => {
    const early = new Thing('early');
    const late = keptWith(Thing, ({ id }: Thing) => id.length);
    assert.deepEqual([late(early), late(early), late(new Thing(''))], [5, 5, 0]);
  });

  test('also what counts for nothing is kept', () => {
    let times = 0;
    const isTrue = keptWith(Thing, () => ++times < 0);
    const keeper = new Thing('3');
    assert.deepEqual([isTrue(keeper), isTrue(keeper), times], [false, false, 1]);
  });
});
