import { isHan } from '../text/count';

/** Han characters as a class for patterns, without the brackets. */
export const HAN = '\\u3400-\\u9fff\\uf900-\\ufaff';

/** Whether a text has a Han character. */
export const HAS_HAN = new RegExp(`[${HAN}]`);

/** Number of Han characters: what the inventory counts, without digits and Latin. */
export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit) || (unit >= 0xd840 && unit <= 0xd88d)) count++;
  }
  return count;
}

/** Whether a text ends like a sentence, a closing quotation mark or bracket behind the stop allowed. */
export function endsSentence(text: string): boolean {
  return /[。！？!?…｡][”"’』」）)】]*\s*$/.test(text);
}

/** Whether a text ends like a clause: the author meant to go on, or left the stop out of a list. */
export function endsClause(text: string): boolean {
  return /[；;：:，,、][”"’』」）)]*\s*$/.test(text);
}
