/**
 * A sparse table of small integer weights as text: each non-zero cell is one base-128 varint, the distance from the
 * last one times 16 plus the weight plus 8; all in base64. Most cells take one byte.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The largest weight either way. */
export const MAX_WEIGHT = 7;

/**
 * Packs the non-zero cells of a table.
 * @throws RangeError when a weight is beyond MAX_WEIGHT
 */
export function pack(table: Int8Array): string {
  const bytes: number[] = [];
  let last = -1;
  for (let cell = 0; cell < table.length; cell++) {
    const weight = table[cell] ?? 0;
    if (weight === 0) continue;
    if (Math.abs(weight) > MAX_WEIGHT) throw new RangeError(`weight ${weight} at ${cell}`);
    let code = (cell - last - 1) * 16 + weight + 8;
    last = cell;
    while (code >= 0x80) {
      bytes.push((code & 0x7f) | 0x80);
      code >>>= 7;
    }
    bytes.push(code);
  }
  return toBase64(bytes);
}

/**
 * Unpacks into a table of `cells` weights.
 * @throws RangeError when the text names a cell beyond the table or breaks off
 */
export function unpack(packed: string, cells: number): Int8Array {
  const table = new Int8Array(cells);
  const bytes = fromBase64(packed);
  let cell = -1;
  for (let i = 0; i < bytes.length;) {
    let code = 0;
    let shift = 0;
    let byte = 0x80;
    while (byte & 0x80) {
      if (i >= bytes.length || shift > 28) throw new RangeError('damaged weight table');
      byte = bytes[i++] ?? 0;
      code |= (byte & 0x7f) << shift;
      shift += 7;
    }
    cell += (code >>> 4) + 1;
    if (cell >= cells) throw new RangeError('damaged weight table');
    table[cell] = (code & 15) - 8;
  }
  return table;
}

function toBase64(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const chars = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < 4; k++) out += k < chars ? ALPHABET.charAt((word >> (18 - 6 * k)) & 63) : '=';
  }
  return out;
}

function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i;
  const length = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  const bytes = new Uint8Array(length);
  for (let i = 0, at = 0; at < length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = (word << 6) | (values[text.charCodeAt(i + k)] ?? 0);
    for (let k = 0; k < 3 && at < length; k++) bytes[at++] = (word >> (16 - 8 * k)) & 0xff;
  }
  return bytes;
}
