import type { SectionCoverage } from '../analysis/coverage';
import { fullBecause } from './lackingPoints';
import { type Locale, messages } from '../messages/messages';
import { STATUS_MARK } from './statusMark';

/**
 * What the writer should know of one section, as Markdown: what is asked, found, lacking, and where it comes from.
 * @param isSourceTold whether the source stands beside it anyway
 */
export function sectionCard(coverage: SectionCoverage, locale: Locale, isSourceTold = false): string {
  const text = messages(locale);
  const { section, status, points, lines } = coverage;
  const need =
    section.need === 'optional'
      ? ` · ${text.optional}`
      : section.need === 'conditional'
        ? ` · ${text.conditional}`
        : '';
  const found = section.points.filter(({ id }) => points.some((point) => point.id === id && point.covered));
  const lacking = section.points.filter((point) => !found.includes(point));
  const list = (items: typeof lacking): string =>
    items.map(({ title }) => title[locale]).join(text.semicolon);
  const parts = [
    `**${section.title[locale]}** ${STATUS_MARK[status]} ${text.status[status]}${need}`,
    `${text.hoverAsks}${text.colon}${section.why[locale]}`,
    lines.length === 0 ? text.hoverNone : text.hoverWhere(lines.length),
  ];
  if (found.length > 0) parts.push(`✓ ${text.hoverFound}${text.colon}${list(found)}`);
  const because = fullBecause(coverage, locale);
  if (because !== undefined) parts.push(because);
  if (lacking.length > 0 && status !== 'full')
    parts.push(`✗ ${text.hoverLacking}${text.colon}${list(lacking)}`);
  if (section.source && !isSourceTold) {
    const { document, lines: at, url } = section.source;
    parts.push(`_${text.source(url === undefined ? document : `[${document}](${url})`, at)}_`);
  }
  return parts.join('\n\n');
}
