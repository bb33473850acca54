import { bigrams, overlap } from '../draft/question';
import { messages } from '../messages/messages';
import { wholeAnswerPlace } from './places';
import type { Rule } from './types';

const MIN_HANZI = 120;
/** Share of the answer's sentences that belong to some section, below which it answers something else. */
const LABELLED_SHARE = 0.35;
/** Share of the question's bigrams that occur in the answer, below which it passes the question by. */
const SHARED_BIGRAMS = 0.12;

/** The answer realises hardly any section and hardly mentions what was asked. */
export const questionOffTopic: Rule = {
  code: 'question.off-topic',
  severity: 'information',
  check({ analysis, locale, report }) {
    const { draft, lines, length } = analysis;
    if (!analysis.choice || length.hanzi < MIN_HANZI) return;
    const labelled = lines.filter(({ section }) => section >= 0).length / lines.length;
    if (labelled >= LABELLED_SHARE) return;
    const question = draft.question;
    if (!question) {
      report({ range: wholeAnswerPlace(analysis), message: messages(locale).offTopicNoQuestion });
      return;
    }
    const said = bigrams(lines.map(({ line }) => line.evidence.sentence.folded).join(' '));
    if (overlap(bigrams(question.text), said) < SHARED_BIGRAMS || labelled < LABELLED_SHARE / 2) {
      report({ range: wholeAnswerPlace(analysis), message: messages(locale).offTopic });
    }
  },
};
