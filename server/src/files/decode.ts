/** Why bytes are not a text the analysis can read. */
export type UnreadableReason = 'binary' | 'not-utf8';

/** Why a file is not: there are no bytes, or too many of them. */
export type UnreadableFile = UnreadableReason | 'gone' | 'too-large';

/** Size of a file that is read, in bytes: of one that is larger, nothing is looked at. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** The text of a file as it was read. */
export function textOfFile(
  bytes: Uint8Array | 'too-large' | null,
): { readonly text: string } | { readonly reason: UnreadableFile } {
  if (bytes === null) return { reason: 'gone' };
  return bytes === 'too-large' ? { reason: bytes } : decodeText(bytes);
}

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
