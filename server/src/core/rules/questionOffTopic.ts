import type { Analysis } from '../analysis/analyse';
import type { Labelling } from '../analysis/label';
import type { LabelledPassage } from '../analysis/labelledPassage';
import type { BlockReading } from '../analysis/passage';
import { bigrams, overlap } from '../draft/question';
import { messages } from '../messages/messages';
import { keptWith } from '../text/kept';
import { reportsOnly } from './roleReportOnly';
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

/**
 * The answer speaks at length of things that belong to no section, and hardly names what the question is about. An
 * answer that shirks or only reports upwards has those faults; it is not about something else.
 */
export const questionOffTopic: Rule = {
  code: 'question.off-topic',
  severity: 'information',
  check({ analysis, locale, report }) {
    const { draft, labelling, length } = analysis;
    if (!labelling || length.hanzi < MIN_HANZI) return;
    const text = messages(locale);
    const topics = addUp(labelling);
    const labelled = topics.labelled / labelling.answer.count;
    if (!draft.question) {
      if (labelled < LABELLED_SHARE)
        report({ range: wholeAnswerPlace(analysis), message: text.offTopicNoQuestion });
      return;
    }
    const share = topics.elsewhere / Math.max(1, topics.hanzi);
    // Hardly a section and nearly all elsewhere: naming the topic does not help.
    const elsewhere =
      (share >= EVERYTHING && labelled < LABELLED_SHARE / 2) ||
      (speaksElsewhere(share, topics) && passesTopicBy(draft.question.text, labelling));
    if (elsewhere && !isOtherFault(analysis))
      report({ range: wholeAnswerPlace(analysis), message: text.offTopic });
  },
};

/** What lines add up to, those that say something unless said otherwise. */
interface Topics {
  /** Lines of any kind that belong to a section. */
  labelled: number;
  spoken: number;
  /** Those in which the writer speaks of himself. */
  personal: number;
  hanzi: number;
  /** 字 of those that belong to no section and are no slogans. */
  elsewhere: number;
}

const topicsIn = keptWith(({ passage: { lines }, best, slogans }: LabelledPassage): Topics => {
  const topics = { labelled: 0, spoken: 0, personal: 0, hanzi: 0, elsewhere: 0 };
  for (const [at, { evidence }] of lines.entries()) {
    const { kind, hanzi, folded } = evidence.sentence;
    const isLabelled = (best[at] ?? -1) >= 0;
    if (isLabelled) topics.labelled++;
    if (kind !== 'sentence') continue;
    topics.spoken++;
    topics.hanzi += hanzi;
    if (folded.includes('我') || folded.includes('咱')) topics.personal++;
    if (!isLabelled && (slogans[at] ?? 0) < 0.5) topics.elsewhere += hanzi;
  }
  return topics;
});

function addUp({ passages }: Labelling): Topics {
  const all = { labelled: 0, spoken: 0, personal: 0, hanzi: 0, elsewhere: 0 };
  for (const passage of passages) {
    const own = topicsIn(passage);
    all.labelled += own.labelled;
    all.spoken += own.spoken;
    all.personal += own.personal;
    all.hanzi += own.hanzi;
    all.elsewhere += own.elsewhere;
  }
  return all;
}

function speaksElsewhere(share: number, { personal, spoken }: Topics): boolean {
  return share >= ELSEWHERE || (share >= ELSEWHERE_IMPERSONAL && personal <= spoken * IMPERSONAL);
}

function passesTopicBy(question: string, { passages }: Labelling): boolean {
  const topic = topicPairs(bigrams(question));
  const said = new Set<string>();
  for (const { passage } of passages)
    for (const pair of pairsIn(passage.reading, topic, question)) said.add(pair);
  return overlap(topic, said) <= TOPIC_SHARE;
}

/** Which pairs of a question a block says. Few answers come so far that this is asked. */
const pairsKept = new WeakMap<
  BlockReading,
  { readonly question: string; readonly pairs: readonly string[] }
>();

function pairsIn(reading: BlockReading, topic: ReadonlySet<string>, question: string): readonly string[] {
  const known = pairsKept.get(reading);
  if (known?.question === question) return known.pairs;
  const said = reading.sentences
    .filter(({ sentence }) => sentence.kind !== 'heading')
    .flatMap(({ sentence }) => [...bigrams(sentence.folded)]);
  const pairs = [...new Set(said)].filter((pair) => topic.has(pair));
  pairsKept.set(reading, { question, pairs });
  return pairs;
}

function isOtherFault(analysis: Analysis): boolean {
  return reportsOnly(analysis) !== undefined || shirks(analysis);
}
