import { isHan } from '../text/count';
import { SILENT } from '../draft/sentences';

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/**
 * A stretch of a document as it is inserted into a draft: punctuation full-width beside Chinese, straight quotation
 * marks turned, spaces beside Chinese and markup gone.
 * @param raw text as it stands
 * @param folded the same, folded, with `SILENT` for what is not said
 */
export function toInsertion(raw: string, folded: string): string {
  let out = '';
  let open = false;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charAt(i);
    if (folded.charAt(i) === SILENT || unit === '\r' || unit === '\n') continue;
    if (/\s/.test(unit)) {
      if (isLatin(raw.charAt(i - 1)) && isLatin(raw.charAt(i + 1))) out += ' ';
      continue;
    }
    if (unit === '"') {
      open = !open;
      out += open ? '“' : '”';
      continue;
    }
    const full = FULL[unit];
    out += full !== undefined && besideHan(raw, i) ? full : unit;
  }
  return out;
}

function isLatin(unit: string): boolean {
  return /[a-z0-9]/i.test(unit);
}

/** Whether the nearest written units on both sides are not both Latin letters or digits (1,320 stays as it is). */
function besideHan(raw: string, at: number): boolean {
  return !(isLatin(raw.charAt(at - 1)) && isLatin(raw.charAt(at + 1))) || isHan(raw.charCodeAt(at + 1));
}
