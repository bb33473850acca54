import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import { wholeAnswerPlace } from './places';
import { isUnanswered, sectionTitles } from './sectionMissing';
import type { Finding, RuleCode } from './types';

/** Of an answer with fewer 字 than two or three sentences have, nobody expects all sections. */
const BEGUN_HANZI = 60;

/** What an answer can only be told of once there is some of it. */
const TOO_EARLY: ReadonlySet<RuleCode> = new Set([
  'section.missing',
  'section.weak',
  'section.empty',
  'section.order',
  'question.off-topic',
  'length.under',
]);

/** @param was whether the answer was only begun before the last change */
export function isOnlyBegun(analysis: Analysis, was: boolean): boolean {
  return isUnanswered(analysis) || (was && analysis.length.hanzi < BEGUN_HANZI);
}

/**
 * What to say of an answer that is only begun: instead of all it does not have yet, once and calmly what belongs into
 * it. The same findings where nothing would be left out.
 */
export function asBegun(
  findings: readonly Finding[],
  analysis: Analysis,
  locale: Locale,
): readonly Finding[] {
  if (isUnanswered(analysis)) return findings;
  const early = findings.filter(({ code }) => TOO_EARLY.has(code));
  if (early.length === 0) return findings;
  const later = findings.filter(({ code }) => !TOO_EARLY.has(code));
  const code = (['section.missing', 'section.weak'] as const).find((one) =>
    early.some((finding) => finding.code === one),
  );
  if (!code) return later;
  const instead: Finding = {
    code,
    severity: early.every(({ severity }) => severity === 'hint') ? 'hint' : 'information',
    range: wholeAnswerPlace(analysis),
    message: messages(locale).begunAnswer(sectionTitles(analysis, locale)),
    related: [],
    remedy: { type: 'insert-section', section: '*' },
  };
  const place = later.findIndex(({ range }) => range.from > instead.range.from);
  return later.toSpliced(place < 0 ? later.length : place, 0, instead);
}
