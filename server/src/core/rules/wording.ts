import type { Analysis } from '../analysis/analyse';
import type { SentenceEvidence, WordingHit } from '../analysis/evidence';
import type { Answer } from '../analysis/lines';
import type { BlockReading } from '../analysis/passage';
import type { Localized, Source, WordingRule } from '../framework/types';
import { messages } from '../messages/messages';
import { keptWith } from '../text/kept';
import type { Range } from '../text/range';
import { LABELS } from './patterns/labels';
import { isMeant } from './patterns/meant';
import { PatternSet } from './patterns/pattern';
import { POWERS } from './patterns/powers';
import { PROMISES } from './patterns/promises';
import { RUDENESS } from './patterns/rudeness';
import { SHIRKING, TAKES_ON } from './patterns/shirking';
import { reportsOnly } from './reporting/reportsOnly';
import type { Rule, RuleCode } from './types';

const PATTERNS = new PatternSet({
  'wording.taboo': RUDENESS,
  'wording.dignity': LABELS,
  'promise.beyond-authority': [...PROMISES, ...POWERS],
  'role.shirk': SHIRKING,
});

/** Words the candidate would say to people himself: rude or dismissive. */
export const wordingTaboo = wordingRule('wording.taboo');
/** Demeaning labels for people, in the candidate's own voice. */
export const wordingDignity = wordingRule('wording.dignity');
/** Promises, payments or punishments beyond the candidate's post. */
export const promiseBeyondAuthority = wordingRule('promise.beyond-authority');
/** "Not my business"; not when the same sentence goes on to help. */
export const roleShirk = wordingRule(
  'role.shirk',
  ({ sentence }, next) =>
    HELPS.test(sentence.folded) ||
    (next !== undefined && BUT.test(next.sentence.folded) && TAKES_ON.test(next.sentence.folded)),
);

/** What makes the findings of a sentence none, from the sentence itself or the one that follows. */
type Excuse = (evidence: SentenceEvidence, next: SentenceEvidence | undefined) => boolean;

const HELPS =
  /我(?:来|去|先|马上|这就|立即|可以|会|再)?(?:帮|替|陪|给)(?:您|你|他|她)|帮(?:您|你|他|她)(?:联系|问|找|查|转)/;
/** Part of reporting only, which is a fault of its own. */
const WAITING = /通知|消息|办法|管不|无能为力|做不了主|表态|不便|不好/;
/** 这一项不归社区管。但我…: the next sentence takes it back. */
const BUT = /^\s*(?:但|不过|可是?|然而|即便如此|话虽如此|尽管如此|虽说)/;

interface Flagged extends Range {
  readonly why: Localized;
  readonly rewrites: readonly string[];
  readonly source?: Source | undefined;
}

/** A sentence in which something is flagged. */
interface FlaggedSentence {
  /** Its number in the block. */
  readonly at: number;
  readonly evidence: SentenceEvidence;
  readonly found: readonly (Flagged & { readonly code: WordingRule })[];
}

/** What is flagged in the sentences of a block; most have nothing. */
const flaggedIn = keptWith(({ sentences }: BlockReading): readonly FlaggedSentence[] =>
  sentences.flatMap((evidence, at) => {
    if (evidence.sentence.kind === 'heading') return [];
    const found = flags(evidence);
    return found.length === 0 ? [] : [{ at, evidence, found }];
  }),
);

/** The sentences of a block that pass the buck. */
export const shirkingIn = keptWith((reading: BlockReading): readonly SentenceEvidence[] =>
  flaggedIn(reading).flatMap(({ evidence, found }) =>
    found.some(({ code }) => code === 'role.shirk') ? [evidence] : [],
  ),
);

/** Whether the writer passes the buck somewhere. */
export function shirks({ answer }: Analysis): boolean {
  return answer.passages.some(({ reading }) => shirkingIn(reading).length > 0);
}

/** Meant as the writer's own: neither what others say nor what is to be avoided. */
function isOwn({ from, to, guard }: WordingHit, { sentence }: SentenceEvidence): boolean {
  return isMeant({ text: sentence.folded, from: from - sentence.from, to: to - sentence.from, guard });
}

/**
 * A rule that reports what is meant as the writer's own words: the entries of its wording lists, and where they say
 * nothing, its general forms.
 */
function wordingRule(code: WordingRule & RuleCode, excuse?: Excuse): Rule {
  return {
    code,
    severity: 'information',
    check({ analysis, locale, report }) {
      const text = messages(locale);
      const { answer, draft } = analysis;
      const waits = code === 'role.shirk' && reportsOnly(analysis) !== undefined;
      for (const [index, { reading }] of answer.passages.entries()) {
        for (const { at, evidence, found } of flaggedIn(reading)) {
          const own = found.filter((flag) => flag.code === code);
          if (own.length === 0 || excuse?.(evidence, sentenceAfter(answer, index, at))) continue;
          for (const { from, to, why, source, rewrites } of own) {
            const blockFrom = answer.froms[index] ?? 0;
            const range = { from: blockFrom + from, to: blockFrom + to };
            const said = draft.text.slice(range.from, range.to);
            if (waits && WAITING.test(said)) continue;
            report({
              range,
              message: text.wording(said, why[locale]),
              related: source ? [{ message: text.source(source.document, source.lines) }] : [],
              remedy: { type: 'replace', rewrites },
            });
          }
        }
      }
    },
  };
}

/** The next sentence of the answer that is no heading. */
function sentenceAfter({ passages }: Answer, index: number, at: number): SentenceEvidence | undefined {
  const isLine = ({ sentence }: SentenceEvidence): boolean => sentence.kind !== 'heading';
  const beside = passages[index]?.reading.sentences.slice(at + 1).find(isLine);
  if (beside) return beside;
  for (let next = index + 1; next < passages.length; next++) {
    const first = passages[next]?.lines[0];
    if (first) return first.evidence;
  }
  return undefined;
}

/** What is flagged in a sentence, by whatever rule. */
function flags(evidence: SentenceEvidence): FlaggedSentence['found'] {
  const { folded } = evidence.sentence;
  const found = evidence.wording
    .filter((hit) => isOwn(hit, evidence) && !(hit.list.rule === 'role.shirk' && TAKES_ON.test(folded)))
    .map(({ from, to, list: { rule: code }, entry: { why, rewrites, source } }) => ({
      code,
      from,
      to,
      why,
      rewrites,
      source,
    }));
  for (const { from, to, pattern, rule } of PATTERNS.find(evidence)) {
    const covered = found.some((other) => other.code === rule && other.from < to && from < other.to);
    if (!covered)
      found.push({ code: rule, from, to, why: pattern.why, rewrites: pattern.rewrites, source: undefined });
  }
  return found;
}
