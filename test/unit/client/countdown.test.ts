import * as assert from 'node:assert';
import { clockFace, Countdown } from '../../../client/src/practice/countdown';
import { TestClock } from '../../support/testClock';

function countdown(seconds: number): { clock: TestClock; timer: Countdown; heard: string[] } {
  const clock = new TestClock();
  const heard: string[] = [];
  const timer: Countdown = new Countdown(seconds, clock, () => {
    // It begins before there is a name for it.
    heard.push(heard.length === 0 ? 'begun' : `${timer.seconds} ${timer.state}`);
  });
  return { clock, timer, heard };
}

suite('Countdown', () => {
  test('tells every second, and once that it is over', () => {
    const { clock, timer, heard } = countdown(3);
    assert.strictEqual(timer.seconds, 3);
    clock.pass(5);
    assert.deepStrictEqual(heard, ['begun', '2 running', '1 running', '0 ended']);
    assert.strictEqual(clock.tickers, 0);
  });

  test('stands still while it is paused', () => {
    const { clock, timer, heard } = countdown(10);
    clock.pass(4);
    timer.pause();
    clock.pass(100);
    assert.strictEqual(timer.seconds, 6);
    assert.strictEqual(timer.state, 'paused');
    timer.resume();
    clock.pass(2);
    assert.strictEqual(timer.seconds, 4);
    assert.deepStrictEqual(heard.slice(-4), ['6 paused', '6 running', '5 running', '4 running']);
  });

  test('a pause does not give a second back or take one', () => {
    const { clock, timer } = countdown(10);
    for (let round = 0; round < 10; round++) {
      clock.pass(0.3);
      timer.pause();
      timer.resume();
    }
    assert.strictEqual(timer.seconds, 7);
  });

  test('a machine that slept: what is left is reckoned from the clock', () => {
    const { clock, timer, heard } = countdown(180);
    clock.sleep(600);
    clock.pass(1);
    assert.strictEqual(timer.state, 'ended');
    assert.strictEqual(timer.seconds, 0);
    assert.deepStrictEqual(heard, ['begun', '0 ended']);
  });

  test('given up: says nothing more', () => {
    const { clock, timer, heard } = countdown(10);
    timer.dispose();
    clock.pass(20);
    timer.resume();
    timer.pause();
    assert.deepStrictEqual(heard, ['begun']);
    assert.strictEqual(clock.tickers, 0);
  });

  test('is shown as on a clock', () => {
    assert.deepStrictEqual([0, 9, 60, 185, 3600].map(clockFace), ['0:00', '0:09', '1:00', '3:05', '60:00']);
  });
});
