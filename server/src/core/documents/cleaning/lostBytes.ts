import type { Range } from '../../text/range';
import { splitSentences } from '../../draft/sentences';
import { HAN } from '../han';
import { cutEach, textOf } from '../lines';
import type { Step } from '../types';

/** What a decoder writes for bytes it cannot read. */
const REPLACED = '\ufffd';
/** What a converter writes for characters its target does not have: 常??问题. */
const QUESTION_MARKS = new RegExp(`(?<=[${HAN}])\\?{2,}(?=[\\x21-\\x7e]?[${HAN}])`, 'g');
/** From so many lines with such places on they are lost characters and not the author's surprise. */
const THROUGHOUT = 3;

/**
 * Drops sentences with characters that were lost before the document came here: nobody can tell what they said.
 * Source: domain.md C2 (lost bytes).
 */
export const lostBytes: Step = (lines) => {
  const marked = lines.filter((line) => textOf(line).search(QUESTION_MARKS) >= 0).length >= THROUGHOUT;
  // Question marks that stand for lost characters end no sentence.
  const bare = (text: string): string =>
    marked ? text.replace(QUESTION_MARKS, (marks) => REPLACED.repeat(marks.length)) : text;
  return cutEach(lines, (text) => lostSentences(bare(text)), 'lost-bytes');
};

function lostSentences(text: string): Range[] {
  if (!text.includes(REPLACED)) return [];
  return splitSentences(text, { from: 0, to: text.length }, [], false).filter(({ from, to }) =>
    text.slice(from, to).includes(REPLACED),
  );
}
