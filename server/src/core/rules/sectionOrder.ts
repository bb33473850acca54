import type { SectionCoverage } from '../analysis/coverage';
import { messages } from '../messages/messages';
import { firstLine } from './places';
import type { Rule } from './types';

/**
 * A section that stands wholly before one that should precede it. Only realised sections are compared, and
 * neighbours in the framework first: one sentence out of place is not a wrong order.
 */
export const sectionOrder: Rule = {
  code: 'section.order',
  severity: 'information',
  check({ analysis, locale, report }) {
    const text = messages(locale);
    const realised = analysis.sections.filter(({ status, totals }) => status === 'full' && totals.lines > 0);
    for (const [index, earlier] of realised.entries()) {
      const later = realised.slice(index + 1).find((candidate) => end(candidate) <= start(earlier));
      if (!later) continue;
      const { first } = later;
      const { first: other } = earlier;
      if (!first || !other) continue;
      report({
        range: firstLine(analysis.draft.text, { from: first.from, to: first.to }),
        message: text.order(later.section.title[locale], earlier.section.title[locale]),
        related: [
          {
            range: firstLine(analysis.draft.text, { from: other.from, to: other.to }),
            message: text.orderRelated(earlier.section.title[locale]),
          },
        ],
      });
    }
  },
};

function start(coverage: SectionCoverage): number {
  return coverage.first?.from ?? 0;
}

function end(coverage: SectionCoverage): number {
  return coverage.last?.to ?? 0;
}
