import type { Analysis } from '../analysis/analyse';
import type { Guard } from '../analysis/guards';
import type { Localized, Source, WordingRule } from '../framework/types';
import { messages } from '../messages/messages';
import type { Range } from '../text/range';
import { type FaultPattern, findPatterns, perSentence } from './patterns/pattern';
import { PROMISES } from './patterns/promises';
import { LABELS, RUDENESS } from './patterns/rudeness';
import { SHIRKING } from './patterns/shirking';
import type { Rule, RuleCode } from './types';

/** Words the candidate would say to people himself: rude or dismissive. */
export const wordingTaboo = wordingRule('wording.taboo', RUDENESS);
/** Demeaning labels for people, in the candidate's own voice. */
export const wordingDignity = wordingRule('wording.dignity', LABELS);
/** Promises, payments or punishments beyond the candidate's post. */
export const promiseBeyondAuthority = wordingRule('promise.beyond-authority', PROMISES);
/** "Not my business"; not when the same sentence goes on to help. */
export const roleShirk = wordingRule(
  'role.shirk',
  SHIRKING,
  /我(?:来|去|先|马上|这就|立即|可以|会|再)?(?:帮|替|陪|给)(?:您|你|他|她)|帮(?:您|你|他|她)(?:联系|问|找|查|转)/,
);

const shirkingIn = perSentence((evidence) => findPatterns(evidence, SHIRKING));

interface Flagged extends Range {
  readonly why: Localized;
  readonly rewrites: readonly string[];
  readonly source?: Source | undefined;
}

/** Whether the writer passes the buck somewhere. */
export function shirks({ answer }: Analysis): boolean {
  return answer.lines.some(
    ({ evidence }) =>
      evidence.wording.some(({ list, guard }) => list.rule === 'role.shirk' && isOwn(guard)) ||
      shirkingIn(evidence).some(({ guard }) => isOwn(guard)),
  );
}

/** Meant as the writer's own: neither what others say nor what is to be avoided. */
function isOwn(guard: Guard): boolean {
  return guard === 'said' || guard === 'own-speech';
}

/**
 * A rule that reports what is meant as the writer's own words: the entries of its wording lists, and where they say
 * nothing, its general forms.
 */
function wordingRule(code: WordingRule & RuleCode, patterns: readonly FaultPattern[], excuse?: RegExp): Rule {
  const patternsIn = perSentence((evidence) => findPatterns(evidence, patterns));
  return {
    code,
    severity: 'information',
    check({ analysis, locale, report }) {
      const text = messages(locale);
      for (const { evidence, blockFrom } of analysis.answer.lines) {
        if (excuse?.test(evidence.sentence.folded)) continue;
        const found: Flagged[] = evidence.wording
          .filter(({ list, guard }) => list.rule === code && isOwn(guard))
          .map(({ from, to, entry: { why, rewrites, source } }) => ({ from, to, why, rewrites, source }));
        for (const { from, to, pattern, guard } of patternsIn(evidence)) {
          const covered = found.some((other) => other.from < to && from < other.to);
          if (isOwn(guard) && !covered)
            found.push({ from, to, why: pattern.why, rewrites: pattern.rewrites });
        }
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
