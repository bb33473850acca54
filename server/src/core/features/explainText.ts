import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import { escapeMarkdown } from './escapeMarkdown';
import { type ExplainedLine, explainSection } from './explain';

/** At most this many sentences are listed; the rest are counted. */
const LISTED = 5;
/** A sentence is quoted up to this many characters. */
const QUOTED = 18;
const WORDS = 3;

/** In per cent; never all of them, for no model is that sure. */
export const percent = (probability: number): number => Math.min(99, Math.round(probability * 100));

/**
 * The evidence for a section's status in a few lines of Markdown, for the hover: each sentence that counts, what it
 * counts for and why. Empty when there is no such section.
 */
export function explainText(analysis: Analysis, index: number, locale: Locale): string {
  const text = messages(locale);
  const explanation = explainSection(analysis, index);
  if (!explanation) return '';
  const quote = ({ range }: ExplainedLine): string => {
    const said = Array.from(analysis.draft.text.slice(range.from, range.to).replace(/\s+/g, ' '));
    return `“${escapeMarkdown(said.slice(0, QUOTED).join(''))}${said.length > QUOTED ? '…' : ''}”`;
  };
  const because = (line: ExplainedLine): string => {
    const found = line.words.slice(0, WORDS).map((word) => escapeMarkdown(word));
    const parts = [
      line.points.map(({ title }) => title[locale]).join(text.listSeparator),
      found.length > 0
        ? text.explainWords(found.join(text.listSeparator))
        : text.explainModel(percent(line.probability)),
      line.slogan ? text.explainSlogan : line.concrete ? '' : text.explainVague,
    ];
    return parts.filter((part) => part !== '').join(text.semicolon);
  };
  const { lines, nearest, confidence, coverage } = explanation;
  const rows = lines.slice(0, LISTED).map((line) => `- ${quote(line)} ${because(line)}`);
  if (lines.length > LISTED) rows.push(`- ${text.explainMore(lines.length - LISTED)}`);
  if (nearest) rows.push(`- ${text.explainNearest(quote(nearest), percent(nearest.probability))}`);
  // A section that names half of its points is full whatever the model thinks: then there is nothing to be sure of.
  const status = text.status[coverage.status];
  const sure = confidence >= 0.5 ? text.explainSure(status, percent(confidence)) : status;
  return [`${text.explainTitle}${text.colon}${sure}`, ...(rows.length > 0 ? [rows.join('\n')] : [])].join(
    '\n\n',
  );
}
