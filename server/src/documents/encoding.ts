import { legibility } from '../core/documents/legible';
import { Unreadable } from './problems';

/** Encodings that are recognised; `utf-8-bom` is UTF-8 with a byte order mark. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** A text with the encoding it was in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Bytes looked at to tell encodings apart. */
const SAMPLE = 64 * 1024;
/** Han characters needed to tell. */
const ENOUGH_HAN = 4;
/** A text has at least this share of common characters among its Han characters. */
const COMMON_SHARE = 0.2;
/** At most this share of a text's characters may be lost; more, and the encoding is another one. */
const LOST_SHARE = 0.05;

/**
 * Decodes the bytes of a document, which may be in any encoding of Chinese: here, other than with a draft (`decodeText`
 * of files/), guessing is better than refusing. A byte order mark decides, then validity as UTF-8, then which encoding
 * gives the most common Han characters with the fewest lost. Works wherever `TextDecoder` does: Node (full ICU) and
 * browsers.
 * @throws Unreadable binary, encoding or mojibake
 */
export function decodeDocument(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  if (legibility(decoded.text).mojibake) throw new Unreadable('mojibake');
  return decoded;
}

function decode(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(label(marked)).decode(bytes), encoding: marked };
  const sample = bytes.subarray(0, SAMPLE);
  const wide = sample.includes(0);
  if (!wide && isValid('utf-8', bytes)) return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' };
  const candidates: readonly Encoding[] = wide
    ? ['utf-16le', 'utf-16be']
    : ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];
  const [best] = candidates
    .map((encoding) => ({ encoding, score: scoreOf(encoding, sample) }))
    .toSorted((a, b) => b.score - a.score);
  if (!best || best.score <= 0) throw new Unreadable(wide ? 'binary' : 'encoding');
  return { text: new TextDecoder(best.encoding).decode(bytes), encoding: best.encoding };
}

function byteOrderMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8-bom';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Name of an encoding as `TextDecoder` knows it. */
function label(encoding: Encoding): string {
  return encoding === 'utf-8-bom' ? 'utf-8' : encoding;
}

function isValid(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How much a sample looks like Chinese when read in an encoding; 0 when it does not. */
function scoreOf(encoding: Encoding, sample: Uint8Array): number {
  // A character cut at the end of the sample is no fault of the encoding.
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const { han, common, lost } = legibility(text);
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (han < ENOUGH_HAN || common < COMMON_SHARE) return 0;
  if (lost > text.length * LOST_SHARE || controls > text.length * LOST_SHARE) return 0;
  // Of two readings with common characters the one with more Han among all characters is right.
  return common * (han / text.length) * (1 - (10 * lost) / text.length);
}
