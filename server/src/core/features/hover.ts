import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import type { Finding } from '../rules/types';
import type { Range } from '../text/range';
import { coverageLine } from './codeLens';
import { explainText } from './explainText';
import { describeKinds } from './questionKind';
import { sectionCard } from './sectionCard';

export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

/**
 * Explains a heading or lead (its section), a flagged range (the sections its findings are about) or the question
 * (the chosen framework and why). Plain sentences have no hover: reading one's own text is not interrupted.
 */
export function hover(
  analysis: Analysis,
  findings: readonly Finding[],
  offset: number,
  locale: Locale,
): Hover | undefined {
  const { choice, answer } = analysis;
  if (!choice) return undefined;
  const holds = ({ from, to }: Range): boolean => from <= offset && offset <= to;
  const question = analysis.draft.question?.ranges.find(holds);
  if (question) return { range: question, markdown: describeChoice(analysis, locale) };
  const heading = answer.headings.find(holds);
  const lead = analysis.lines.find(({ line }) => line.evidence.sentence.kind === 'lead' && holds(line));
  const sectionIndex =
    heading?.cues.find(({ cue }) => cue.framework === choice.index)?.cue.section ?? lead?.section;
  const place = heading ?? lead?.line;
  if (sectionIndex !== undefined && analysis.sections[sectionIndex] && place)
    return { range: { from: place.from, to: place.to }, markdown: explained(analysis, sectionIndex, locale) };
  const finding = findings.find(
    ({ code, range }) => (code === 'section.weak' || code === 'section.order') && holds(range),
  );
  const flagged = finding
    ? analysis.sections.findIndex(({ lines }) => lines.some(({ line }) => line.from === finding.range.from))
    : -1;
  if (finding && flagged >= 0)
    return { range: finding.range, markdown: explained(analysis, flagged, locale) };
  return undefined;
}

/** What is asked of a section, and the evidence for how it was judged. */
function explained(analysis: Analysis, index: number, locale: Locale): string {
  const coverage = analysis.sections[index];
  if (!coverage) return '';
  return [sectionCard(coverage, locale), explainText(analysis, index, locale)].join('\n\n');
}

function describeChoice(analysis: Analysis, locale: Locale): string {
  const text = messages(locale);
  const { choice, length } = analysis;
  if (!choice) return '';
  const because =
    choice.because.length > 0 ? text.aside(text.because(choice.because.join(text.listSeparator))) : '';
  const sure = choice.confidence < 1 ? ` · ${text.confidence(Math.round(choice.confidence * 100))}` : '';
  const kinds = describeKinds(analysis, locale);
  return [
    ...(kinds === undefined ? [] : [`${text.reportKind}${text.colon}${kinds}`]),
    `**${choice.framework.title[locale]}** — ${text.chosenBy[choice.chosenBy]}${because}${sure}`,
    coverageLine(analysis, locale),
    text.spoken(length.hanzi, text.duration(length.spokenSeconds)),
  ].join('\n\n');
}
