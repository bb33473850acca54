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
    const realised = analysis.sections.flatMap(({ section: { id, title }, status, first, last }) =>
      status === 'full' && first && last ? [{ id, title: title[locale], first, last }] : [],
    );
    for (const [index, earlier] of realised.entries()) {
      const later = realised.slice(index + 1).find(({ last }) => last.to <= earlier.first.from);
      if (!later) continue;
      const { first } = later;
      const { first: other } = earlier;
      report({
        range: firstLine(analysis.draft.text, { from: first.from, to: first.to }),
        message: text.order(later.title, earlier.title),
        section: later.id,
        related: [
          {
            range: firstLine(analysis.draft.text, { from: other.from, to: other.to }),
            message: text.orderRelated(earlier.title),
          },
        ],
      });
    }
  },
};
