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

  test('what is usual and what is true are kept too, whatever else is', () => {
    class Many {
      static readonly shelf = new Shelf();
      readonly kept = Many.shelf.make();

      constructor(readonly value: number) {}
    }
    const USUAL: readonly number[] = [];
    let read = 0;
    // More than there are bits for.
    const readers = Array.from({ length: 40 }, (_, at) => ({
      at,
      list: keptWith(Many, ({ value }: Many) => (read++, value === at ? [value] : USUAL), USUAL),
      is: keptWith(Many, ({ value }: Many) => (read++, value === at)),
      isNot: keptWith(Many, ({ value }: Many) => (read++, value !== at), true),
      sum: keptWith(Many, ({ value }: Many) => (read++, value === at ? 1 : 0), 0),
    }));
    for (const value of [0, 3, 7, 20, 39, 50]) {
      const keeper = new Many(value);
      for (const round of [0, 1]) {
        read = 0;
        for (const { at, list, is, isNot, sum } of readers) {
          const own = value === at;
          assert.deepEqual(
            [list(keeper), is(keeper), isNot(keeper), sum(keeper)],
            [own ? [value] : [], own, !own, own ? 1 : 0],
          );
          assert.equal(list(keeper) === USUAL, !own);
        }
        assert.equal(read, round === 0 ? readers.length * 4 : 0);
      }
    }
  });

  test('also what counts for nothing is kept', () => {
    let times = 0;
    const isTrue = keptWith(Thing, () => ++times < 0);
    const keeper = new Thing('3');
    assert.deepEqual([isTrue(keeper), isTrue(keeper), times], [false, false, 1]);
  });
});
