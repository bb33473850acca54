import { messages } from '../messages/messages';
import { MAX_HANZI } from '../phrases/extract';
import { copiesIn } from '../references/draftCopies';
import type { Rule } from './types';

/**
 * A long run of the answer that stands word for word in a reference document. No phrase that is offered is that
 * long, so what was accepted from the list is never reported.
 */
export const sourceCopied: Rule = {
  code: 'source.copied',
  severity: 'information',
  check({ analysis, locale, references, own, report }) {
    if (!references) return;
    const text = messages(locale);
    for (const { from, to, hanzi, place } of copiesIn(analysis.draft, references, own)) {
      const span = references.spanOf(place);
      const document = references.documents.get(place.document);
      if (hanzi <= MAX_HANZI || !span || !document) continue;
      report({
        range: { from, to },
        message: text.copied(document.name, span.start.line + 1, hanzi),
        related: [{ span, message: text.copiedRelated }],
      });
    }
  },
};
