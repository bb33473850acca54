import type { Analysis } from '../analysis/analyse';
import type { Labelling } from '../analysis/label';
import { BlockReading } from '../analysis/passage';
import { bigrams, overlap } from '../draft/question';
import { messages } from '../messages/messages';
import { fold } from '../text/fold';
import { keptWithLast } from '../text/kept';
import { staysInside } from './innerCircle';
import { wholeAnswerPlace } from './places';
import { topicPairs } from './questionPairs';
import { reportsOnly } from './reporting/reportsOnly';
import { RESUME } from './resume';
import { addUpTopics, countMeeting, type Topics } from './topics';
import type { Rule } from './types';
import { shirks } from './flagged';

const MIN_HANZI = 50;
/** Below this an answer is off its topic only when it meets nobody and names nothing of the question. */
const SHORT_HANZI = 120;
/** Of a short answer, share of sentences that deal with people, from which on it may be an answer after all. */
const MEETS_PEOPLE = 0.4;
const SHORT_ELSEWHERE = 0.65;
const SHORT_TOPIC_SHARE = 0.05;
/** Share of the answer, in 字, in which the writer tells of himself: what he studied, likes, applies for. */
const RESUME_SHARE = 0.35;
/** Share of the answer, in 字, that passes the buck or reports: beyond it, that is its fault. */
const OTHER_FAULT_SHARE = 0.25;
/** Of the question's own pairs of characters, the share up to which the answer passes its topic by. */
const TOPIC_SHARE = 0.14;
/** The same where much of it speaks of something else and hardly says what its writer does. */
const TOPIC_SHARE_IMPERSONAL = 0.3;
/** Share of the sentences that deal with people, from which on it is an answer, whatever else is wrong with it. */
const MEETS_MOSTLY = 0.5;
/** Share of the answer, in 字, that belongs to no section and is no slogan: from here on it speaks of something else. */
const ELSEWHERE = 0.42;
/** The same for an answer that hardly says what its writer does. */
const ELSEWHERE_IMPERSONAL = 0.33;
const IMPERSONAL = 0.45;
/** Nearly all of it. */
const EVERYTHING = 0.8;
/** Without a question, an answer is off any topic when fewer of its sentences than this belong to a section. */
const LABELLED_SHARE = 0.35;

/**
 * The answer speaks at length of things that belong to no section, and hardly names what the question is about. An
 * answer that shirks or only reports upwards has those faults; it is not about something else. Asked for the people one
 * serves, an answer about superiors and colleagues is.
 */
export const questionOffTopic: Rule = {
  code: 'question.off-topic',
  severity: 'information',
  check({ analysis, locale, report }) {
    const { draft, labelling, length } = analysis;
    if (!labelling || length.hanzi < MIN_HANZI) return;
    const text = messages(locale);
    const topics = addUpTopics(labelling);
    const labelled = topics.labelled / labelling.answer.count;
    if (!draft.question) {
      if (length.hanzi >= SHORT_HANZI && labelled < LABELLED_SHARE)
        report({ range: wholeAnswerPlace(analysis), message: text.offTopicNoQuestion });
      return;
    }
    const question = draft.question.text;
    const share = shareElsewhere(topics);
    if (length.hanzi < SHORT_HANZI) {
      const short = share >= SHORT_ELSEWHERE && labelled < LABELLED_SHARE && meetsNobody(topics, labelling);
      if (short && passesTopicBy(question, labelling, SHORT_TOPIC_SHARE) && !isOtherFault(analysis, topics))
        report({ range: wholeAnswerPlace(analysis), message: text.offTopic, severity: 'hint' });
      return;
    }
    // Hardly a section and nearly all elsewhere: naming the topic does not help.
    const elsewhere =
      (share >= EVERYTHING && labelled < LABELLED_SHARE / 2 && !meetsMostly(topics, labelling)) ||
      (speaksElsewhere(topics) &&
        !meetsMostly(topics, labelling) &&
        passesTopicBy(question, labelling, mostTopic(topics))) ||
      (!RESUME().test(question) && tellsOfHimself(topics));
    if ((elsewhere && !isOtherFault(analysis, topics)) || staysInside(fold(question), labelling))
      report({ range: wholeAnswerPlace(analysis), message: text.offTopic });
  },
};

function shareElsewhere({ elsewhere, hanzi }: Topics): number {
  return elsewhere / Math.max(1, hanzi);
}

function speaksElsewhere(topics: Topics): boolean {
  return shareElsewhere(topics) >= (isImpersonal(topics) ? ELSEWHERE_IMPERSONAL : ELSEWHERE);
}

function isImpersonal({ personal, spoken }: Topics): boolean {
  return personal <= spoken * IMPERSONAL;
}

/** How much of its question an answer may name and still be about something else. */
function mostTopic(topics: Topics): number {
  return isImpersonal(topics) && shareElsewhere(topics) >= ELSEWHERE ? TOPIC_SHARE_IMPERSONAL : TOPIC_SHARE;
}

function meetsMostly({ spoken }: Topics, labelling: Labelling): boolean {
  return countMeeting(labelling) >= spoken * MEETS_MOSTLY;
}

/** A short answer that deals with people may be one after all. */
function meetsNobody({ spoken }: Topics, labelling: Labelling): boolean {
  return countMeeting(labelling) < spoken * MEETS_PEOPLE;
}

function tellsOfHimself({ resume, resumeHanzi, hanzi }: Topics): boolean {
  return resume >= 3 && resumeHanzi >= hanzi * RESUME_SHARE;
}

function passesTopicBy(question: string, { passages }: Labelling, most: number): boolean {
  const topic = topicPairs(bigrams(question));
  const said = new Set<string>();
  for (const { passage } of passages)
    for (const pair of pairsIn(passage.reading, topic, question)) said.add(pair);
  return overlap(topic, said) <= most;
}

/** Which pairs of a question a block says. Few answers come so far that this is asked. */
const pairsKept = keptWithLast<BlockReading, readonly string[]>(BlockReading);

function pairsIn(reading: BlockReading, topic: ReadonlySet<string>, question: string): readonly string[] {
  return pairsKept(reading, question, () => {
    const said = reading.sentences
      .filter(({ sentence }) => sentence.kind !== 'heading')
      .flatMap(({ sentence }) => [...bigrams(sentence.folded)]);
    return [...new Set(said)].filter((pair) => topic.has(pair));
  });
}

/** Passing the buck or reporting is much of what it says, or not nearly all of it is elsewhere. */
function isOtherFault(analysis: Analysis, topics: Topics): boolean {
  if (!reportsOnly(analysis) && !shirks(analysis)) return false;
  return topics.otherFault >= topics.hanzi * OTHER_FAULT_SHARE || shareElsewhere(topics) < EVERYTHING;
}
