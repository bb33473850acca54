import assert from 'node:assert/strict';
import { MAX_WEIGHT, pack, unpack } from '../../../server/src/core/analysis/packed';
import { seeded } from '../../corpus/random';

suite('analysis/packed', () => {
  const roundTrip = (table: Int8Array): void => assert.deepEqual(unpack(pack(table), table.length), table);

  test('nothing', () => {
    assert.equal(pack(new Int8Array(0)), '');
    roundTrip(new Int8Array(0));
  });

  test('a table of zeros is empty text', () => assert.equal(pack(new Int8Array(1000)), ''));

  test('the extremes', () => roundTrip(Int8Array.of(MAX_WEIGHT, -MAX_WEIGHT, 0, 1, -1, 0)));

  test('a weight beyond the largest is an error', () => {
    assert.throws(() => pack(Int8Array.of(0, MAX_WEIGHT + 1)), RangeError);
    assert.throws(() => pack(Int8Array.of(-MAX_WEIGHT - 1)), RangeError);
  });

  for (const gap of [0, 1, 126, 127, 128, 129, 16_383, 16_384, 16_385, 2_097_152]) {
    test(`a gap of ${gap} cells`, () => {
      const table = new Int8Array(gap + 2);
      table[gap] = -5;
      table[gap + 1] = 7;
      roundTrip(table);
    });
  }

  test('every length of text, by the rest of base64', () => {
    for (let cells = 1; cells < 8; cells++) roundTrip(new Int8Array(cells).fill(3));
  });

  test('random tables of any density', () => {
    const random = seeded(21);
    for (let round = 0; round < 60; round++) {
      const density = random() ** 3;
      roundTrip(
        Int8Array.from({ length: Math.floor(random() * 5000) }, () =>
          random() < density ? Math.floor(random() * (2 * MAX_WEIGHT + 1)) - MAX_WEIGHT : 0,
        ),
      );
    }
  });

  test('the text is base64', () => assert.match(pack(Int8Array.of(1, 2, 3, -4)), /^[A-Za-z0-9+/]+={0,2}$/));

  test('agrees with the base64 of Node', () => {
    assert.deepEqual(
      [...Buffer.from(pack(Int8Array.of(0, 5, 0, 0, -3)), 'base64')],
      [1 * 16 + 5 + 8, 2 * 16 - 3 + 8],
    );
  });

  test('a cell beyond the table is an error', () => {
    const packed = pack(new Int8Array(100).fill(1));
    assert.throws(() => unpack(packed, 99), RangeError);
    assert.doesNotThrow(() => unpack(packed, 100));
  });

  test('text that breaks off is an error', () => {
    const table = new Int8Array(400);
    table[399] = 5;
    const packed = Buffer.from(Buffer.from(pack(table), 'base64').subarray(0, -1)).toString('base64');
    assert.throws(() => unpack(packed, 400), RangeError);
  });
});
