import assert from 'node:assert/strict';
import { Throttle } from '../../../client/src/throttle';

suite('Not too often', () => {
  let due: (() => void) | undefined;
  let waits: number[] = [];
  let done = 0;
  const make = (): Throttle =>
    new Throttle(
      () => done++,
      50,
      (work, milliseconds) => {
        waits.push(milliseconds);
        due = work;
        return { dispose: () => (due = undefined) };
      },
    );
  const pass = (): void => {
    const work = due;
    due = undefined;
    work?.();
  };
  setup(() => {
    due = undefined;
    waits = [];
    done = 0;
  });

  test('the first at once, those that follow once and later', () => {
    const throttle = make();
    throttle.call();
    assert.equal(done, 1);
    throttle.call();
    throttle.call();
    assert.equal(done, 1);
    pass();
    assert.equal(done, 2);
    pass();
    assert.equal(done, 2, 'nobody asked again');
    throttle.call();
    assert.equal(done, 3, 'and after a rest at once again');
    assert.deepEqual(waits, [50, 50, 50]);
  });

  test('asked for while it works: later', () => {
    let again = true;
    const throttle: Throttle = new Throttle(
      () => {
        done++;
        if (again) {
          again = false;
          throttle.call();
        }
      },
      50,
      (work) => {
        due = work;
        return { dispose: () => (due = undefined) };
      },
    );
    throttle.call();
    assert.equal(done, 1);
    pass();
    assert.equal(done, 2);
  });

  test('what is put off is done now when it can wait no longer, and then is not done again', () => {
    const throttle = make();
    throttle.flush();
    assert.equal(done, 0, 'nobody asked');
    throttle.call();
    throttle.flush();
    assert.equal(done, 1, 'it was done at once');
    throttle.call();
    throttle.flush();
    assert.equal(done, 2);
    pass();
    assert.equal(done, 2);
    throttle.call();
    assert.equal(done, 3);
  });

  test('nothing after it was disposed of', () => {
    const throttle = make();
    throttle.call();
    throttle.call();
    throttle.dispose();
    assert.equal(due, undefined);
    assert.equal(done, 1);
  });
});
