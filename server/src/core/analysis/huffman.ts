import { u16At, u8At } from '../text/typedArrays';

/** The longest code, so that a length is one hexadecimal digit. */
export const LONGEST_CODE = 15;

/** What a reader of canonical Huffman codes needs. */
export interface CodeReader {
  /** Number of codes of each length, from one bit on. */
  readonly counts: Uint16Array;
  /** Symbols in the order of their codes. */
  readonly symbols: readonly number[];
  /** By the next SHORT bits: the symbol times 16 plus its length, 0 where the code is longer. */
  readonly short: Uint16Array;
}

/** Codes up to this length are found at one look. */
export const SHORT = 9;

/**
 * Lengths of the Huffman codes for the symbols that occur, 0 for the others; a single symbol gets one bit.
 * @param alphabet number of symbols, at most 4096
 */
export function codeLengths(occurring: readonly number[], alphabet: number): Uint8Array {
  const counts = new Float64Array(alphabet);
  for (const symbol of occurring) counts[symbol] = countOf(counts, symbol) + 1;
  // Rare symbols are taken for less rare, which keeps every code within LONGEST_CODE.
  const least = occurring.length / 2048;
  let trees = Array.from(counts, (count, symbol) => ({ weight: Math.max(count, least), symbols: [symbol] }))
    .filter(({ symbols: [symbol = 0] }) => countOf(counts, symbol) > 0)
    .sort((a, b) => a.weight - b.weight);
  const lengths = new Uint8Array(alphabet);
  const [only, other] = trees;
  if (only && !other) for (const symbol of only.symbols) lengths[symbol] = 1;
  for (let [a, b, ...rest] = trees; a && b; [a, b, ...rest] = trees) {
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol] = u8At(lengths, symbol) + 1;
    const joined = { weight: a.weight + b.weight, symbols };
    const at = rest.findIndex(({ weight }) => weight > joined.weight);
    trees = at < 0 ? [...rest, joined] : [...rest.slice(0, at), joined, ...rest.slice(at)];
  }
  return lengths;
}

function countOf(counts: Float64Array, symbol: number): number {
  return counts[symbol] ?? 0;
}

/** Canonical codes of the given lengths: shorter ones first, symbols of one length in their order. */
export function codes(lengths: Uint8Array): Uint16Array {
  const out = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    for (const [symbol, own] of lengths.entries()) if (own === length) out[symbol] = code++;
    code <<= 1;
  }
  return out;
}

/** Prepares reading canonical codes of the given lengths. */
export function codeReader(lengths: Uint8Array): CodeReader {
  const counts = new Uint16Array(LONGEST_CODE);
  for (const length of lengths) if (length > 0) counts[length - 1] = u16At(counts, length - 1) + 1;
  const symbols = Array.from(lengths, (_, symbol) => symbol)
    .filter((symbol) => u8At(lengths, symbol) > 0)
    .sort((a, b) => u8At(lengths, a) - u8At(lengths, b));
  const short = new Uint16Array(1 << SHORT);
  const own = codes(lengths);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0 || length > SHORT) continue;
    const from = (u16At(own, symbol) << (SHORT - length)) & ((1 << SHORT) - 1);
    short.fill(symbol * 16 + length, from, from + (1 << (SHORT - length)));
  }
  return { counts, symbols, short };
}
