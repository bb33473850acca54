import { isHan } from '../../text/count';
import { foldedUnit } from '../../text/fold';
import { retext, textOf } from '../lines';
import type { Line, Step } from '../types';

/** Share of traditional forms among the Han characters from which a document is a traditional one. */
const SHARE = 0.05;

/**
 * Writes a traditional document in simplified characters, one for one, so that its passages can be offered in a
 * simplified draft. Single old forms in a simplified document stay: they are the author's.
 */
export const traditional: Step = (lines) => ({
  lines: isTraditional(lines) ? lines.map((line) => retext(line, simplify(textOf(line)))) : lines,
  drops: [],
});

/** Whether the lines are in traditional characters. */
export function isTraditional(lines: readonly Line[]): boolean {
  let han = 0;
  let old = 0;
  for (const line of lines) {
    for (const { text } of line.pieces) {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (!isHan(unit)) continue;
        han++;
        if (foldedUnit(unit) !== unit) old++;
      }
    }
  }
  return old > han * SHARE;
}

function simplify(text: string): string {
  let simplified = '';
  for (const unit of text.split('')) {
    const code = unit.charCodeAt(0);
    const quote = '「“」”『“』”'.indexOf(unit);
    if (isHan(code)) simplified += String.fromCharCode(foldedUnit(code));
    else simplified += quote >= 0 && quote % 2 === 0 ? '「“」”『“』”'.charAt(quote + 1) : unit;
  }
  return simplified;
}
