const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648, padded) of bytes: the one way that is the same in Node and in a browser. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const third = at + 1 < bytes.length ? digit(group >> 6) : '=';
    const fourth = at + 2 < bytes.length ? digit(group) : '=';
    parts.push(digit(group >> 18), digit(group >> 12), third, fourth);
  }
  return parts.join('');
}

function digit(bits: number): string {
  return DIGITS.charAt(bits & 63);
}
