import type { Draft } from '../draft/draft';
import { type Locale, messages } from '../messages/messages';
import { copyAt } from '../references/draftCopies';
import { excerptAt } from '../references/excerpt';
import type { References } from '../references/types';
import type { Hover } from './hover';
import { escapeMarkdown } from './escapeMarkdown';

/**
 * Names the reference document that text of the answer comes from, and shows the place in it.
 * @param own id of the document that is the draft itself, when it lies among them
 */
export function documentHover(
  draft: Draft,
  references: References,
  offset: number,
  locale: Locale,
  own?: string,
): Hover | undefined {
  const copy = copyAt(draft, references, offset, own);
  const document = copy && references.documents.get(copy.place.document);
  const span = copy && references.spanOf(copy.place);
  if (!document || !span) return undefined;
  const source = messages(locale).copiedHover(escapeMarkdown(document.name), span.start.line + 1, copy.hanzi);
  const excerpt = excerptAt(document, copy.place);
  if (!excerpt) return { range: { from: copy.from, to: copy.to }, markdown: source };
  const { before, text, after, heading } = excerpt;
  return {
    range: { from: copy.from, to: copy.to },
    markdown: [
      heading === undefined ? source : `${source} · ${escapeMarkdown(heading)}`,
      `> ${escapeMarkdown(before)}**${escapeMarkdown(text)}**${escapeMarkdown(after)}`,
    ].join('\n\n'),
  };
}
