import { messages } from '../messages/messages';
import { reportsOnly } from './reporting/reportsOnly';
import type { Rule } from './types';

/**
 * The handling consists of reporting to a superior and waiting: of a third of the answer and at least as many
 * sentences as do something; or of half of the sentences outside the full sections, or of a section that is not full.
 * Reporting beside deeds is proper.
 */
export const roleReportOnly: Rule = {
  code: 'role.report-only',
  severity: 'information',
  check({ analysis, locale, report }) {
    const first = reportsOnly(analysis);
    if (first) report({ range: { from: first.from, to: first.to }, message: messages(locale).reportOnly });
  },
};
