/** Why bytes are not a text the analysis can read. */
export type UnreadableReason = 'binary' | 'not-utf8';

/**
 * Decodes a Markdown or YAML file. UTF-8 and UTF-16 with a byte order mark are read; anything else is refused
 * rather than guessed, because wrong characters would be checked as if the writer had written them.
 */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string } | { readonly reason: UnreadableReason } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { reason: 'binary' } : { text };
  } catch {
    return { reason: bytes.includes(0) ? 'binary' : 'not-utf8' };
  }
}
