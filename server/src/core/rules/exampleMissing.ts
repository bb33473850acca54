import { messages } from '../messages/messages';
import { wholeAnswerPlace } from './places';
import type { Rule } from './types';

/** Shorter answers need no example. */
const MIN_HANZI = 300;

/** A longer answer without a single example, number with a unit or spoken line. */
export const exampleMissing: Rule = {
  code: 'example.missing',
  severity: 'hint',
  check({ analysis, locale, report }) {
    if (analysis.length.hanzi < MIN_HANZI) return;
    const hasExample = analysis.answer.lines.some(
      ({ evidence: { concrete, sentence } }) =>
        concrete.example !== undefined || concrete.quantity !== undefined || /[“"]/.test(sentence.folded),
    );
    if (!hasExample) report({ range: wholeAnswerPlace(analysis), message: messages(locale).exampleMissing });
  },
};
