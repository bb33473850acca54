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
    assert.throws(() => pack(Int8Array.of(0, MAX_WEIGHT + 1)), {
      name: 'RangeError',
      message: `weight ${MAX_WEIGHT + 1} at 1`,
    });
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

  test('the text of a table is that in which models are stored', () => {
    assert.equal(
      pack(Int8Array.of(1, -1, 0, 0, MAX_WEIGHT)),
      `000003000000202000001${'101'.padEnd(64, '0')}ag`,
    );
    const table = new Int8Array(100);
    table.set([1], 0);
    table.set([-2], 50);
    table.set([1], 99);
    assert.equal(pack(table), `000003000001001000000${'1'.padEnd(43, '0')}1${'0'.repeat(20)}aTA`);
  });

  test('the text is plain letters and digits', () => {
    assert.match(pack(Int8Array.of(1, 2, 3, -4)), /^[0-9a-f]{85}[A-Za-z0-9+/]+$/);
  });

  test('a usual table takes less than a byte and a half a cell', () => {
    const random = seeded(5);
    const table = Int8Array.from({ length: 20_000 }, () =>
      random() < 0.3 ? Math.round((random() + random() + random() - 1.5) * 4) : 0,
    );
    const cells = table.filter((weight) => weight !== 0).length;
    assert.ok(pack(table).length < cells * 1.5, `${pack(table).length} for ${cells}`);
  });

  test('a cell beyond the table is an error', () => {
    const packed = pack(new Int8Array(100).fill(1));
    assert.throws(() => unpack(packed, 99), { name: 'RangeError', message: 'damaged weight table' });
    assert.doesNotThrow(() => unpack(packed, 100));
  });

  test('text that breaks off is an error', () => {
    const packed = pack(new Int8Array(400).fill(3).fill(-2, 200));
    for (const kept of [1, 40, packed.length - 2])
      assert.throws(() => unpack(packed.slice(0, kept), 400), RangeError);
  });

  test('a symbol that has no code is an error', () => {
    const packed = pack(Int8Array.of(0, 5, 0, 0, -3));
    assert.throws(() => unpack(packed.slice(0, 6) + '0'.repeat(79) + packed.slice(85), 5), RangeError);
  });
});
