import type { Range } from '../../text/range';
import { splitSentences } from '../../draft/sentences';
import { HAN } from '../han';
import { cutEach, textOf } from '../lines';
import type { Step } from '../types';

/** What a decoder writes for bytes it cannot read. */
const REPLACED = '\ufffd';
/** What a converter writes for characters its target does not have: 常??问题. */
const QUESTION_MARKS = new RegExp(`[${HAN}]\\?{2,}[\\x21-\\x7e]?[${HAN}]`);
/** From so many such places on they are lost characters and not the author's surprise. */
const THROUGHOUT = 3;

/**
 * Drops sentences with characters that were lost before the document came here: nobody can tell what they said.
 * Source: domain.md C2 (lost bytes).
 */
export const lostBytes: Step = (lines) => {
  const marked = lines.filter((line) => QUESTION_MARKS.test(textOf(line))).length >= THROUGHOUT;
  const isLost = (text: string): boolean => text.includes(REPLACED) || (marked && QUESTION_MARKS.test(text));
  return cutEach(lines, (text) => (isLost(text) ? sentences(text, isLost) : []), 'lost-bytes');
};

function sentences(text: string, isLost: (text: string) => boolean): Range[] {
  return splitSentences(text, { from: 0, to: text.length }, [], false).filter(({ from, to }) =>
    isLost(text.slice(from, to)),
  );
}
