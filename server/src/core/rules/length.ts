import { messages } from '../messages/messages';
import { wholeAnswerPlace } from './places';
import type { Rule, RuleContext } from './types';

/** A tenth over the limit is still within what a speaker can catch up; sources advise 60 % as the least. */
const OVER = 1.1;
const UNDER = 0.6;

/** Takes longer to say than the time limit. */
export const lengthOver: Rule = {
  code: 'length.over',
  severity: 'information',
  check(context) {
    const limit = limitSeconds(context);
    const { hanzi, spokenSeconds } = context.analysis.length;
    if (limit === 0 || spokenSeconds <= limit * OVER) return;
    const text = messages(context.locale);
    const over = hanzi - Math.round((limit / 60) * context.settings.speakingRate);
    context.report({
      range: wholeAnswerPlace(context.analysis),
      message: text.lengthOver(text.duration(spokenSeconds), text.duration(limit), over),
    });
  },
};

/** Fills less than 60 % of the time limit. */
export const lengthUnder: Rule = {
  code: 'length.under',
  severity: 'hint',
  check(context) {
    const limit = limitSeconds(context);
    const { hanzi, spokenSeconds } = context.analysis.length;
    if (limit === 0 || hanzi === 0 || spokenSeconds >= limit * UNDER) return;
    const text = messages(context.locale);
    const under = Math.round((limit / 60) * context.settings.speakingRate * UNDER) - hanzi;
    context.report({
      range: wholeAnswerPlace(context.analysis),
      message: text.lengthUnder(text.duration(spokenSeconds), text.duration(limit), Math.max(under, 1)),
    });
  },
};

function limitSeconds({ analysis, settings }: RuleContext): number {
  return Math.round((analysis.draft.frontMatter.minutes?.value ?? settings.minutes) * 60);
}
