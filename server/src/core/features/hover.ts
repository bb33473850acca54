import type { Analysis } from '../analysis/analyse';
import type { AnswerHeading } from '../analysis/lines';
import { type Locale, messages } from '../messages/messages';
import type { Finding } from '../rules/types';
import type { Range } from '../text/range';
import { coverageLine } from './codeLens';
import { explainText, percent } from './explainText';
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
  const sectionIndex = (heading && headingSection(analysis, heading)) ?? lead?.section;
  const place = heading ?? lead?.line;
  if (sectionIndex !== undefined && analysis.sections[sectionIndex] && place)
    return {
      range: { from: place.from, to: place.to },
      markdown: explained(analysis, sectionIndex, findings.filter(isAt(place)), locale),
    };
  const about = findings.filter(
    ({ code, range }) => (code === 'section.weak' || code === 'section.order') && holds(range),
  );
  // Where one ends and another begins, the one that begins.
  const finding = about.find(({ range }) => offset < range.to) ?? about[0];
  if (!finding) return undefined;
  const flagged = analysis.sections.findIndex(({ section: { id } }) => id === finding.section);
  return { range: finding.range, markdown: explained(analysis, flagged, [finding], locale) };
}

/**
 * Which section a heading stands for that names one: of those its sentences belong to, the one it names, else the one
 * with the most sentences; where it has none, the one it names with the longest words. The name alone would not do:
 * the words for one section (`主动`) stand in the headings of another.
 */
function headingSection({ choice, lines }: Analysis, heading: AnswerHeading): number | undefined {
  const named = heading.cues
    .filter(({ cue }) => cue.framework === choice?.index)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .map(({ cue }) => cue.section);
  if (named.length === 0) return undefined;
  const counts = new Map<number, number>();
  for (const { line, section } of lines) {
    if (section >= 0 && line.heading?.from === heading.from)
      counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const fullest = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  return named.find((section) => counts.has(section)) ?? fullest ?? named[0];
}

const isAt =
  ({ from }: Range) =>
  ({ range }: Finding): boolean =>
    range.from === from;

/**
 * What is asked of a section, and the evidence for how it was judged. Editors show what was found at the place as well,
 * with its source: once is enough.
 */
function explained(analysis: Analysis, index: number, found: readonly Finding[], locale: Locale): string {
  const coverage = analysis.sections[index];
  if (!coverage) return '';
  const isSourceTold = found.some(({ code, related }) => code === 'section.weak' && related.length > 0);
  return [sectionCard(coverage, locale, isSourceTold), explainText(analysis, index, locale)].join('\n\n');
}

function describeChoice(analysis: Analysis, locale: Locale): string {
  const text = messages(locale);
  const { choice, length } = analysis;
  if (!choice) return '';
  const because =
    choice.because.length > 0 ? text.aside(text.because(choice.because.join(text.listSeparator))) : '';
  const sure = choice.confidence < 1 ? ` · ${text.confidence(percent(choice.confidence))}` : '';
  const kinds = describeKinds(analysis, locale);
  return [
    ...(kinds === undefined ? [] : [`${text.reportKind}${text.colon}${kinds}`]),
    `**${choice.framework.title[locale]}** — ${text.chosenBy[choice.chosenBy]}${because}${sure}`,
    coverageLine(analysis, locale),
    text.spoken(length.hanzi, text.duration(length.spokenSeconds)),
  ].join('\n\n');
}
