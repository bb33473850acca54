import assert from 'node:assert/strict';
import {
  codeLengths,
  codeReader,
  codes,
  LONGEST_CODE,
  SHORT,
} from '../../../server/src/core/analysis/huffman';

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

  test('a code within the short ones is found at one look, whatever follows it; a longer one is not', () => {
    // One code of each length up to the longest, which is there twice.
    const lengths = Uint8Array.from([
      ...Array.from({ length: LONGEST_CODE }, (_, at) => at + 1),
      LONGEST_CODE,
    ]);
    const own = codes(lengths);
    const { short } = codeReader(lengths);
    assert.equal(short.length, 2 ** SHORT);
    const found = Array.from(short, (entry, bits) => {
      const [symbol, length] = [entry >>> 4, entry & 15];
      if (entry === 0) return `${(own[SHORT] ?? 0) >>> 1}`;
      assert.equal(length, lengths[symbol]);
      return String((bits >>> (SHORT - length)) - (own[symbol] ?? 0));
    });
    // The last of the looks is the beginning of all codes that are too long for one.
    assert.deepEqual(found, [...new Array<string>(2 ** SHORT - 1).fill('0'), String(2 ** SHORT - 1)]);
    assert.equal(short.at(-1), 0);
  });

  test('together the codes are as short as codes can be', () => {
    for (const counts of [
      [1, 1, 1, 1, 1],
      [1, 2, 3, 4, 5, 6],
      [9, 9, 1, 1, 1, 8, 2],
      [13, 8, 5, 3, 2, 1, 1],
    ]) {
      const lengths = codeLengths(
        counts.flatMap((times, symbol) => repeat(symbol, times)),
        counts.length,
      );
      const bits = counts.reduce((sum, count, symbol) => sum + count * (lengths[symbol] ?? 0), 0);
      assert.equal(bits, fewestBits(counts), String([...lengths]));
    }
  });
});

/** What joining the two rarest again and again costs in all. */
function fewestBits(counts: readonly number[]): number {
  const [a = 0, b, ...rest] = [...counts].sort((x, y) => x - y);
  return b === undefined ? 0 : a + b + fewestBits([a + b, ...rest]);
}
