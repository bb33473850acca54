import type { Analysis } from '../analysis/analyse';
import type { LabelledLine } from '../analysis/label';
import { bigrams, overlap } from '../draft/question';
import { messages } from '../messages/messages';
import { reportsOnly } from './roleReportOnly';
import { perSentence } from './patterns/pattern';
import { wholeAnswerPlace } from './places';
import { topicPairs } from './questionPairs';
import type { Rule } from './types';
import { shirks } from './wording';

const MIN_HANZI = 120;
/** Of the question's own pairs of characters, the share up to which the answer passes its topic by. */
const TOPIC_SHARE = 0.14;
/** Share of the answer, in 字, that belongs to no section and is no slogan: from here on it speaks of something else. */
const ELSEWHERE = 0.42;
/** The same for an answer that hardly says what its writer does. */
const ELSEWHERE_IMPERSONAL = 0.33;
const IMPERSONAL = 0.45;
/** Nearly all of it. */
const EVERYTHING = 0.8;
/** Without a question, an answer is off any topic when fewer of its sentences than this belong to a section. */
const LABELLED_SHARE = 0.35;

const pairsOf = perSentence(({ sentence }) => bigrams(sentence.folded));

/**
 * The answer speaks at length of things that belong to no section, and hardly names what the question is about. An
 * answer that shirks or only reports upwards has those faults; it is not about something else.
 */
export const questionOffTopic: Rule = {
  code: 'question.off-topic',
  severity: 'information',
  check({ analysis, locale, report }) {
    const { draft, lines, length } = analysis;
    if (!analysis.choice || length.hanzi < MIN_HANZI) return;
    const text = messages(locale);
    const labelled = lines.filter(({ section }) => section >= 0).length / lines.length;
    if (!draft.question) {
      if (labelled < LABELLED_SHARE)
        report({ range: wholeAnswerPlace(analysis), message: text.offTopicNoQuestion });
      return;
    }
    const share = shareElsewhere(lines);
    // Hardly a section and nearly all elsewhere: naming the topic does not help.
    const elsewhere =
      (share >= EVERYTHING && labelled < LABELLED_SHARE / 2) ||
      (speaksElsewhere(share, lines) && passesTopicBy(draft.question.text, lines));
    if (elsewhere && !isOtherFault(analysis))
      report({ range: wholeAnswerPlace(analysis), message: text.offTopic });
  },
};

function spokenOf(lines: readonly LabelledLine[]): LabelledLine[] {
  return lines.filter(({ line }) => line.evidence.sentence.kind === 'sentence');
}

function shareElsewhere(lines: readonly LabelledLine[]): number {
  const spoken = spokenOf(lines);
  const hanzi = (of: readonly LabelledLine[]): number =>
    of.reduce((sum, { line }) => sum + line.evidence.sentence.hanzi, 0);
  return (
    hanzi(spoken.filter(({ section, slogan }) => section < 0 && slogan < 0.5)) / Math.max(1, hanzi(spoken))
  );
}

function speaksElsewhere(share: number, lines: readonly LabelledLine[]): boolean {
  if (share >= ELSEWHERE) return true;
  const spoken = spokenOf(lines);
  const personal = spoken.filter(({ line }) => /我|咱/.test(line.evidence.sentence.folded)).length;
  return share >= ELSEWHERE_IMPERSONAL && personal <= spoken.length * IMPERSONAL;
}

function passesTopicBy(question: string, lines: readonly LabelledLine[]): boolean {
  const topic = topicPairs(bigrams(question));
  const said = new Set<string>();
  for (const { line } of lines) for (const pair of pairsOf(line.evidence)) said.add(pair);
  return overlap(topic, said) <= TOPIC_SHARE;
}

function isOtherFault(analysis: Analysis): boolean {
  return reportsOnly(analysis) !== undefined || shirks(analysis);
}
