import type { Analysis } from '../analysis/analyse';
import type { SentenceEvidence, WordingHit } from '../analysis/evidence';
import type { Localized, Source, WordingRule } from '../framework/types';
import { messages } from '../messages/messages';
import type { Range } from '../text/range';
import { LABELS } from './patterns/labels';
import { isMeant } from './patterns/meant';
import { PatternSet, perSentence } from './patterns/pattern';
import { POWERS } from './patterns/powers';
import { PROMISES } from './patterns/promises';
import { RUDENESS } from './patterns/rudeness';
import { SHIRKING, TAKES_ON } from './patterns/shirking';
import type { Rule, RuleCode } from './types';

const PATTERNS = new PatternSet({
  'wording.taboo': RUDENESS,
  'wording.dignity': LABELS,
  'promise.beyond-authority': [...PROMISES, ...POWERS],
  'role.shirk': SHIRKING,
});
const patternsIn = perSentence((evidence) => PATTERNS.find(evidence));

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
/** 这一项不归社区管。但我…: the next sentence takes it back. */
const BUT = /^\s*(?:但|不过|可是?|然而|即便如此|话虽如此|尽管如此|虽说)/;

interface Flagged extends Range {
  readonly why: Localized;
  readonly rewrites: readonly string[];
  readonly source?: Source | undefined;
}

/** Whether the writer passes the buck somewhere. */
export function shirks({ answer }: Analysis): boolean {
  return answer.lines.some(
    ({ evidence }) =>
      evidence.wording.some((hit) => hit.list.rule === 'role.shirk' && isOwn(hit, evidence)) ||
      patternsIn(evidence).some(({ rule }) => rule === 'role.shirk'),
  );
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
      const { lines } = analysis.answer;
      for (const [index, { evidence, blockFrom }] of lines.entries()) {
        const found = flaggedIn(evidence, code);
        if (found.length === 0 || excuse?.(evidence, lines[index + 1]?.evidence)) continue;
        for (const { from, to, why, source, rewrites } of found) {
          const range = { from: blockFrom + from, to: blockFrom + to };
          report({
            range,
            message: text.wording(analysis.draft.text.slice(range.from, range.to), why[locale]),
            related: source ? [{ message: text.source(source.document, source.lines) }] : [],
            remedy: { type: 'replace', rewrites },
          });
        }
      }
    },
  };
}

function flaggedIn(evidence: SentenceEvidence, code: WordingRule): Flagged[] {
  const found: Flagged[] = evidence.wording
    .filter(
      (hit) =>
        hit.list.rule === code &&
        isOwn(hit, evidence) &&
        !(code === 'role.shirk' && TAKES_ON.test(evidence.sentence.folded)),
    )
    .map(({ from, to, entry: { why, rewrites, source } }) => ({ from, to, why, rewrites, source }));
  for (const { from, to, pattern, rule } of patternsIn(evidence)) {
    const covered = found.some((other) => other.from < to && from < other.to);
    if (rule === code && !covered) found.push({ from, to, why: pattern.why, rewrites: pattern.rewrites });
  }
  return found;
}
