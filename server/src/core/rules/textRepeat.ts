import { SILENT } from '../draft/sentences';
import type { Line } from '../analysis/lines';
import { messages } from '../messages/messages';
import type { Rule } from './types';

/** Shorter sentences (就这么办。) may recur. */
const MIN_HANZI = 12;
/** Length in characters of the pieces that are compared. */
const PIECE = 6;
/** Share of a sentence's pieces that stand in one earlier sentence. */
const ALIKE = 0.6;

/** A sentence repeated almost word for word; linear in the length of the answer. */
export const textRepeat: Rule = {
  code: 'text.repeat',
  severity: 'information',
  check({ analysis, locale, report }) {
    const text = messages(locale);
    const { lines } = analysis.answer;
    const seen = new Map<string, number>();
    for (const [index, line] of lines.entries()) {
      const said = letters(line);
      if (said.length < MIN_HANZI) continue;
      const votes = new Map<number, number>();
      let pieces = 0;
      for (let i = 0; i + PIECE <= said.length; i++) {
        const piece = said.slice(i, i + PIECE);
        pieces++;
        const earlier = seen.get(piece);
        if (earlier === undefined) seen.set(piece, index);
        else if (earlier !== index) votes.set(earlier, (votes.get(earlier) ?? 0) + 1);
      }
      for (const [earlier, count] of votes) {
        const other = lines[earlier];
        if (!other || count < pieces * ALIKE) continue;
        report({
          range: { from: line.from, to: line.to },
          message: text.repeat,
          related: [{ range: { from: other.from, to: other.to }, message: text.repeatRelated }],
          remedy: { type: 'delete' },
        });
        break;
      }
    }
  },
};

function letters({ evidence: { sentence } }: Line): string {
  const from = sentence.marker?.length ?? 0;
  return sentence.folded
    .slice(from)
    .replaceAll(SILENT, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
