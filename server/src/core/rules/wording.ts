import type { Guard } from '../analysis/guards';
import type { WordingRule } from '../framework/types';
import { messages } from '../messages/messages';
import type { Rule, RuleCode } from './types';

/** Words the candidate would say to people himself: rude or dismissive. */
export const wordingTaboo = wordingRule('wording.taboo', ['said', 'own-speech']);
/** Demeaning labels for people, in the candidate's own voice. */
export const wordingDignity = wordingRule('wording.dignity', ['said', 'own-speech']);
/** Promises, payments or punishments beyond the candidate's post. */
export const promiseBeyondAuthority = wordingRule('promise.beyond-authority', ['said', 'own-speech']);
/** "Not my business"; not when the same sentence goes on to help. */
export const roleShirk = wordingRule(
  'role.shirk',
  ['said', 'own-speech'],
  /我(?:来|去|先|马上|这就|立即|可以|会|再)?(?:帮|替|陪|给)(?:您|你|他|她)|帮(?:您|你|他|她)(?:联系|问|找|查|转)/,
);

/** A rule that reports every entry of its wording lists that is meant as the writer's own words. */
function wordingRule(code: WordingRule & RuleCode, guards: readonly Guard[], excuse?: RegExp): Rule {
  return {
    code,
    severity: 'information',
    check({ analysis, locale, report }) {
      for (const { evidence, blockFrom } of analysis.answer.lines) {
        for (const hit of evidence.wording) {
          if (hit.list.rule !== code || !guards.includes(hit.guard) || excuse?.test(evidence.sentence.folded))
            continue;
          const range = { from: blockFrom + hit.from, to: blockFrom + hit.to };
          const word = analysis.draft.text.slice(range.from, range.to);
          const { why, source, rewrites } = hit.entry;
          report({
            range,
            message: messages(locale).wording(word, why[locale]),
            related: source ? [{ message: messages(locale).source(source.document, source.lines) }] : [],
            remedy: { type: 'replace', rewrites },
          });
        }
      }
    },
  };
}
