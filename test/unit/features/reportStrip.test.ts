import assert from 'node:assert/strict';
import { at, model, TEXT } from './reportModelSupport';

suite('features/reportModel: the strip', () => {
  test('covers the answer without a gap, in order, with the section of each stretch', () => {
    const { segments } = model(TEXT).strip;
    let end = 0;
    for (const { from, to } of segments) {
      assert.ok(Math.abs(from - end) < 1e-9 && to > from, `${from} after ${end}`);
      end = to;
    }
    assert.ok(Math.abs(end - 1) < 1e-9);
    assert.deepEqual(
      segments.map(({ section, status, place }) => [section, status, at(TEXT, place)]),
      [
        [0, 'full', '我道歉。'],
        [1, 'weak', '👍我查看灯杆。'],
        [undefined, undefined, '您急什么。'],
      ],
    );
    assert.ok(Math.abs((segments[0]?.to ?? 0) - 3 / 12) < 1e-9, '3 of 12 字');
  });

  test('neighbouring sentences of a section are one stretch', () => {
    const { segments } = model('我道歉。我赔不是。我查看灯杆。').strip;
    assert.deepEqual(
      segments.map(({ section, place }) => [section, place.from, place.to]),
      [
        [0, 0, 9],
        [1, 9, 15],
      ],
    );
  });

  test('a tick for each point found, at its share of the answer', () => {
    const { ticks } = model(TEXT).strip;
    assert.deepEqual(
      ticks.map(({ title, place, at: share }) => [title, at(TEXT, place), Math.round(share * 12)]),
      [
        ['道歉', '道歉', 1],
        ['看现场', '查看灯杆', 4],
      ],
    );
  });
});
