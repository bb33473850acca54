/**
 * A sparse table of small integer weights as text: for each non-zero cell the distance from the last one
 * (base-128 varint) and the weight (one byte, two's complement), in base64.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Packs the non-zero cells of a table of weights in [-127, 127]. */
export function pack(table: Int8Array): string {
  const bytes: number[] = [];
  let last = -1;
  for (let cell = 0; cell < table.length; cell++) {
    const weight = table[cell] ?? 0;
    if (weight === 0) continue;
    let distance = cell - last - 1;
    last = cell;
    while (distance >= 0x80) {
      bytes.push((distance & 0x7f) | 0x80);
      distance >>>= 7;
    }
    bytes.push(distance, weight & 0xff);
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
  for (let i = 0; i < bytes.length; ) {
    let distance = 0;
    let shift = 0;
    let byte = 0x80;
    while (byte & 0x80) {
      byte = bytes[i++] ?? 0;
      distance |= (byte & 0x7f) << shift;
      shift += 7;
    }
    cell += distance + 1;
    if (cell >= cells || i >= bytes.length) throw new RangeError('damaged weight table');
    table[cell] = ((bytes[i++] ?? 0) << 24) >> 24;
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
