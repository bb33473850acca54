import type { Analysis } from '../analysis/analyse';
import type { SentenceEvidence } from '../analysis/evidence';
import { membersThat } from '../analysis/chapter';
import type { Answer } from '../analysis/lines';
import type { Passage } from '../analysis/passage';
import type { WordingRule } from '../framework/types';
import { messages } from '../messages/messages';
import type { Messages } from '../messages/zh';
import type { Range } from '../text/range';
import { type Duty, readDuty } from './duty';
import { type Flagged, flaggedIn, type FlaggedSentence, helpsAfterAll } from './flagged';
import { LONGEST_SENTENCE } from './patterns/meant';
import { reportsOnly } from './reporting/reportsOnly';
import type { Rule, RuleCode } from './types';

/** Whether what a sentence is flagged for is no fault after all. */
type Excuse = (said: string, sentence: FlaggedSentence, next: () => SentenceEvidence | undefined) => boolean;

/** What one rule of wording does beside looking for its words. */
interface Special {
  /** Prepares what holds for the whole draft; only asked where something is flagged. */
  readonly excuse?: (analysis: Analysis, duty: Duty) => Excuse;
  /** Whether a single place in the whole answer is too little to report; asked only where there is one. */
  readonly isPassing?: (analysis: Analysis, place: Place) => boolean;
  /** What the question says of it, put after the reason. */
  readonly asked?: (text: Messages, duty: Duty, said: string) => string;
}

/** Words the candidate would say to people himself: rude or dismissive. */
export const wordingTaboo = wordingRule('wording.taboo');

/** Demeaning labels for people, in the candidate's own voice; flung at somebody they are rude, and that is said once. */
export const wordingDignity = wordingRule('wording.dignity', {
  excuse:
    () =>
    (said, { evidence, found }) =>
      /[你您]/.test(evidence.sentence.folded) &&
      !/民|户/.test(said) &&
      found.some(({ code }) => code === 'wording.taboo'),
});

/** What an officer of the law may do by his post. */
const ENFORCING = /罚款|罚单|没收|扣押|查封|停工|停产|停业|取缔|责令|关停|拆除/;
/** What is decided or punished, and not by everybody. */
const DECIDED =
  /罚|没收|扣|查封|停|取缔|处分|记过|开除|辞退|免|撤|拘|抓|立案|吊销|拍板|做主|说了算|裁定|判|批|特批|破例|口子/;

/** Promises, payments or punishments beyond the candidate's post. */
export const promiseBeyondAuthority = wordingRule('promise.beyond-authority', {
  excuse:
    (_, { enforces }) =>
    (said) =>
      enforces && ENFORCING.test(said),
  asked: (text, { post }, said) => (post !== undefined && DECIDED.test(said) ? text.askedPost(post) : ''),
});

/** Waiting is part of reporting only, which is a fault of its own. */
const WAITING = /通知|消息|办法|管不|无能为力|做不了主|表态|不便|不好/;

/** Sends somebody away or leaves it alone; anything else only says whose it is or what one cannot do. */
const SENDS_AWAY =
  /(?:让|叫|请|劝)(?:他|她|您|你|群众|大家|老人|居民|村民)们?[^,。;]{0,6}(?:自己|改天|过几天|再|等|去|找|直接)|(?:您|你)[^,。;]{0,2}找|等[^,。;]{1,8}(?:回来|上班|通知)|不(?:接|管|揽|碰|表态)(?:件|手|了|这|$|(?=[,。;!]))/;

/**
 * Where the section a sentence belongs to is worked out in full, the matter is taken on there, whatever one clause
 * says; and what is flung at somebody is rude, which is said once.
 */
function isPassingShirk({ labelling, sections }: Analysis, { index, sentence, flagged }: Place): boolean {
  if (sentence.found.some(({ code }) => code === 'wording.taboo')) return true;
  if (flagged.outright) return false;
  const labelled = labelling?.passages[index];
  if (!labelled || SENDS_AWAY.test(sentence.evidence.sentence.folded.slice(0, LONGEST_SENTENCE)))
    return false;
  const line = labelled.passage.lines.indexOf(sentence.evidence);
  return line >= 0 && labelled.sectionsOf(line).some((section) => sections[section]?.status === 'full');
}

/** "Not my business"; not when the writer goes on to help. */
export const roleShirk = wordingRule('role.shirk', {
  excuse: (analysis) => {
    const waits = reportsOnly(analysis) !== undefined;
    return (said, { evidence }, next) => (waits && WAITING.test(said)) || helpsAfterAll(evidence, next());
  },
  isPassing: isPassingShirk,
  asked: (text, { colleague, inCharge }) =>
    colleague ? text.askedColleague : inCharge ? text.askedInCharge : '',
});

/** A place to report. */
interface Place {
  /** Number of the passage. */
  readonly index: number;
  readonly sentence: FlaggedSentence;
  readonly flagged: Flagged;
  readonly range: Range;
  readonly said: string;
}

/** A rule that reports what is meant as the writer's own words. */
function wordingRule(code: WordingRule & RuleCode, { excuse, isPassing, asked }: Special = {}): Rule {
  const flaggedPassages = membersThat(({ reading }: Passage) => {
    for (const { found } of flaggedIn(reading))
      for (const flagged of found) if (flagged.code === code) return true;
    return false;
  });
  return {
    code,
    severity: 'information',
    check({ analysis, locale, report }) {
      const text = messages(locale);
      const { answer, draft } = analysis;
      let duty: Duty | undefined;
      let isExcused: Excuse | undefined;
      const places: Place[] = [];
      for (const index of flaggedPassages(answer.chapters)) {
        const reading = answer.passages[index]?.reading;
        for (const sentence of reading ? flaggedIn(reading) : []) {
          for (const flagged of sentence.found) {
            if (flagged.code !== code) continue;
            duty ??= readDuty(draft.question?.text);
            isExcused ??= excuse?.(analysis, duty);
            if (flagged.inCharge && !duty.inCharge) continue;
            const blockFrom = answer.fromOf(index);
            const range = { from: blockFrom + flagged.from, to: blockFrom + flagged.to };
            const said = draft.text.slice(range.from, range.to);
            if (isExcused?.(said, sentence, () => sentenceAfter(answer, index, sentence.at))) continue;
            places.push({ index, sentence, flagged, range, said });
          }
        }
      }
      const [only] = places;
      if (only && places.length === 1 && isPassing?.(analysis, only)) return;
      for (const { flagged, range, said } of places) {
        const { why, source, rewrites } = flagged;
        report({
          range,
          message: text.wording(said, why[locale]) + (duty ? (asked?.(text, duty, said) ?? '') : ''),
          related: source ? [{ message: text.source(source.document, source.lines) }] : [],
          remedy: { type: 'replace', rewrites },
        });
      }
    },
  };
}

/** The next sentence of the answer that is no heading. */
function sentenceAfter({ passages }: Answer, index: number, at: number): SentenceEvidence | undefined {
  const sentences = passages[index]?.reading.sentences ?? [];
  for (let next = at + 1; next < sentences.length; next++) {
    const beside = sentences[next];
    if (beside && beside.sentence.kind !== 'heading') return beside;
  }
  for (let next = index + 1; next < passages.length; next++) {
    const first = passages[next]?.lines[0];
    if (first) return first;
  }
  return undefined;
}
