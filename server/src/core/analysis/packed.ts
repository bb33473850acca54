import { u16At, u8At } from '../text/typedArrays';
import { type CodeReader, codeLengths, codes, codeReader, SHORT } from './huffman';

/**
 * A sparse table of small integer weights as text. Each non-zero cell is two symbols: how many cells lie between it
 * and the last one, and its weight; both are Huffman-coded with codes made for the table, for near weights and small
 * ones are many. The text begins with the number of cells that follow (six hexadecimal digits) and the code lengths
 * of the symbols (one digit each); the bits are in base64.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The largest weight either way. */
export const MAX_WEIGHT = 7;

const WEIGHTS = 2 * MAX_WEIGHT + 1;
/** Distances below this are symbols of their own; a longer one is the symbol of its magnitude and so many bits. */
const DIRECT = 40;
const DISTANCES = DIRECT + 24;
const COUNT_DIGITS = 6;
const HEADER = COUNT_DIGITS + WEIGHTS + DISTANCES;

/**
 * Packs the non-zero cells of a table; a table of zeros is empty text.
 * @throws RangeError when a weight is beyond MAX_WEIGHT
 */
export function pack(table: Int8Array): string {
  const cells: { distance: number; weight: number }[] = [];
  let last = -1;
  for (const [cell, weight] of table.entries()) {
    if (weight === 0) continue;
    if (Math.abs(weight) > MAX_WEIGHT) throw new RangeError(`weight ${weight} at ${cell}`);
    cells.push({ distance: cell - last - 1, weight: weight + MAX_WEIGHT });
    last = cell;
  }
  if (cells.length === 0) return '';
  const distances = codeLengths(
    cells.map(({ distance }) => symbolOf(distance).symbol),
    DISTANCES,
  );
  const weights = codeLengths(
    cells.map(({ weight }) => weight),
    WEIGHTS,
  );
  const bits = new BitWriter();
  const distanceCodes = codes(distances);
  const weightCodes = codes(weights);
  for (const { distance, weight } of cells) {
    const { symbol, rest, width } = symbolOf(distance);
    bits.write(u16At(distanceCodes, symbol), u8At(distances, symbol));
    bits.write(rest, width);
    bits.write(u16At(weightCodes, weight), u8At(weights, weight));
  }
  const digits = (lengths: Uint8Array): string => Array.from(lengths, (n) => n.toString(16)).join('');
  const count = cells.length.toString(16).padStart(COUNT_DIGITS, '0');
  return count + digits(weights) + digits(distances) + toBase64(bits.bytes());
}

/**
 * Unpacks into a table of `cells` weights.
 * @throws RangeError when the text names a cell beyond the table, breaks off or is otherwise damaged
 */
export function unpack(packed: string, cells: number): Int8Array {
  const table = new Int8Array(cells);
  if (packed === '') return table;
  if (packed.length < HEADER) throw damaged();
  const count = parseInt(packed.slice(0, COUNT_DIGITS), 16);
  const weights = readLengths(packed, COUNT_DIGITS, WEIGHTS);
  const distances = readLengths(packed, COUNT_DIGITS + WEIGHTS, DISTANCES);
  const bits = new BitReader(fromBase64(packed.slice(HEADER)));
  let cell = -1;
  for (let i = 0; i < count; i++) {
    const symbol = bits.symbol(distances);
    const width = symbol - DIRECT;
    cell += 1 + (width < 0 ? symbol : DIRECT - 1 + ((1 << width) | bits.read(width)));
    const weight = bits.symbol(weights);
    if (cell >= cells) throw damaged();
    table[cell] = weight - MAX_WEIGHT;
  }
  if (bits.overrun) throw damaged();
  return table;
}

function symbolOf(distance: number): { symbol: number; rest: number; width: number } {
  if (distance < DIRECT) return { symbol: distance, rest: 0, width: 0 };
  const beyond = distance - DIRECT + 1;
  const width = 31 - Math.clz32(beyond);
  return { symbol: DIRECT + width, rest: beyond - (1 << width), width };
}

function readLengths(packed: string, from: number, count: number): CodeReader {
  const digits = packed.slice(from, from + count);
  return codeReader(Uint8Array.from(digits, (digit) => parseInt(digit, 16)));
}

function damaged(): RangeError {
  return new RangeError('damaged weight table');
}

class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #free = 8;

  /** Appends the lowest `width` bits of `value`, the highest first. */
  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      this.#held = (this.#held << 1) | ((value >>> bit) & 1);
      if (--this.#free > 0) continue;
      this.#bytes.push(this.#held);
      this.#held = 0;
      this.#free = 8;
    }
  }

  bytes(): number[] {
    return this.#free === 8 ? this.#bytes : [...this.#bytes, this.#held << this.#free];
  }
}

class BitReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Whether more was read than there is; bits beyond the end read as 0. */
  get overrun(): boolean {
    return this.#at > this.bytes.length * 8;
  }

  read(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++) value = (value << 1) | this.#bit();
    return value;
  }

  symbol({ counts, symbols, short }: CodeReader): number {
    const found = short[this.#peek(SHORT)] ?? 0;
    if (found > 0) {
      this.#at += found & 15;
      return found >>> 4;
    }
    let code = 0;
    let first = 0;
    let index = 0;
    for (const count of counts) {
      code |= this.#bit();
      if (code - first < count) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw damaged();
  }

  /** The next bits, at most 17, without passing them. */
  #peek(width: number): number {
    const { bytes } = this;
    const first = this.#at >>> 3;
    const word = ((bytes[first] ?? 0) << 16) | ((bytes[first + 1] ?? 0) << 8) | (bytes[first + 2] ?? 0);
    return (word >>> (24 - width - (this.#at & 7))) & ((1 << width) - 1);
  }

  #bit(): number {
    const byte = this.bytes[this.#at >>> 3] ?? 0;
    return (byte >>> (7 - (this.#at++ & 7))) & 1;
  }
}

function toBase64(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const chars = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < chars; k++) out += ALPHABET.charAt((word >> (18 - 6 * k)) & 63);
  }
  return out;
}

function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i;
  const length = Math.floor((text.length * 3) / 4);
  const bytes = new Uint8Array(length);
  for (let i = 0, at = 0; at < length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = (word << 6) | (values[text.charCodeAt(i + k)] ?? 0);
    for (let k = 0; k < 3 && at < length; k++) bytes[at++] = (word >> (16 - 8 * k)) & 0xff;
  }
  return bytes;
}
