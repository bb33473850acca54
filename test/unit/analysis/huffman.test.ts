import assert from 'node:assert/strict';
import { codeLengths, codeReader, codes, LONGEST_CODE } from '../../../server/src/core/analysis/huffman';

const repeat = (symbol: number, times: number): number[] => new Array<number>(times).fill(symbol);

suite('analysis/huffman', () => {
  test('frequent symbols get short codes, absent ones none', () => {
    const lengths = codeLengths([...repeat(0, 8), ...repeat(1, 4), ...repeat(2, 2), ...repeat(3, 2)], 5);
    assert.deepEqual([...lengths], [1, 2, 3, 3, 0]);
  });

  test('a single symbol gets one bit, none none', () => {
    assert.deepEqual([...codeLengths(repeat(2, 9), 4)], [0, 0, 1, 0]);
    assert.deepEqual([...codeLengths([], 3)], [0, 0, 0]);
  });

  test('codes are canonical: shorter first, then by symbol', () => {
    assert.deepEqual([...codes(Uint8Array.of(2, 1, 3, 3))], [0b10, 0b0, 0b110, 0b111]);
  });

  test('no code is the beginning of another', () => {
    const lengths = codeLengths([...repeat(0, 30), ...repeat(1, 9), ...repeat(2, 5), 3, 4, 5, 6], 7);
    const own = codes(lengths);
    const bits = [...lengths].map((length, symbol) => (own[symbol] ?? 0).toString(2).padStart(length, '0'));
    for (const a of bits) for (const b of bits) assert.ok(a === b || !b.startsWith(a), `${a} ${b}`);
  });

  test('no code is longer than fits, however uneven the counts', () => {
    const counts = Array.from({ length: 22 }, (_, symbol) => repeat(symbol, Math.min(2 ** symbol, 60_000)));
    const lengths = codeLengths(counts.flat(), 22);
    assert.ok(Math.max(...lengths) <= LONGEST_CODE, String([...lengths]));
    assert.ok(Math.min(...lengths) > 0);
  });

  test('a reader knows how many codes of each length there are, and their symbols in order', () => {
    const { counts, symbols } = codeReader(Uint8Array.of(2, 1, 0, 3, 3));
    assert.deepEqual([...counts.slice(0, 4)], [1, 1, 2, 0]);
    assert.deepEqual(symbols, [1, 0, 3, 4]);
  });
});
