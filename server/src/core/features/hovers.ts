import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import type { References } from '../references/types';
import type { Finding } from '../rules/types';
import { documentHover } from './documentHover';
import { factHover, sayingHover } from './factHover';
import { hover, type Hover } from './hover';

/** Between two explanations of the same place. */
const RULE = '\n\n---\n\n';

/**
 * All there is to say about a place of a draft: its section, the reference document it comes from, and wording of the
 * past or set expressions; in this order, in one hover. The range is that of the first.
 * @param offset UTF-16 units
 * @param own id of the document that is the draft itself, when it lies among the documents
 */
export function hoverAt(
  analysis: Analysis,
  findings: readonly Finding[],
  references: References,
  offset: number,
  locale: Locale,
  own?: string,
): Hover | undefined {
  const found = [
    hover(analysis, findings, offset, locale),
    documentHover(analysis.draft, references, offset, locale, own),
    factHover(analysis, offset, locale) ?? sayingHover(analysis, offset, locale),
  ].filter((one) => one !== undefined);
  const [first] = found;
  return first && { range: first.range, markdown: found.map(({ markdown }) => markdown).join(RULE) };
}
