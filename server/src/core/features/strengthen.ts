import { matched } from '../text/matched';
import type { Analysis } from '../analysis/analyse';
import type { SectionCoverage } from '../analysis/coverage';
import { isOwnVoice } from '../analysis/guards';
import type { LabelledLine } from '../analysis/label';
import { type Locale, messages } from '../messages/messages';
import type { Suggestion } from '../phrases/types';
import { deedWords, SURE_SLOGAN } from '../rules/slogans';
import type { Finding } from '../rules/types';
import { type Range, touches } from '../text/range';
import type { CodeAction } from './codeActions';
import { cursorSection } from './cursorSection';
import { type Edit, insertParagraphs } from './edits';
import { sentenceEnd } from './joinPhrase';
import { lackingPoints } from './lackingPoints';
import { wordKey } from './overlap';
import { type PhraseSources, shortSource } from './phraseSource';
import { phraseText, shorten } from './phraseText';

/** How many phrases are offered for one section or sentence. */
const OFFERED = 3;
/** The same for a sentence, where a section may be offered some as well: menus are read from the top. */
const OFFERED_INSTEAD = 2;
/** How much of a phrase a title shows, UTF-16 units. */
const TITLE_UNITS = 22;

/**
 * Phrases to do something about a thin place: for every weak section that a finding in the range is about, phrases
 * for the points it lacks, put at its end; for a sentence in the range that only has slogans, phrases to say instead.
 * Each is one plain edit, so one undo takes it back.
 * @param findings all of the draft, as for `codeActions`
 */
export function phraseActions(
  analysis: Analysis,
  findings: readonly Finding[],
  range: Range,
  sources: PhraseSources,
  locale: Locale,
): CodeAction[] {
  if (!analysis.choice || !sources.references || sources.references.phrases.size === 0) return [];
  const weak = findings.filter((finding) => finding.code === 'section.weak' && touches(finding.range, range));
  return [
    ...analysis.sections.flatMap((coverage) => {
      const finding = weak.find(({ section }) => section === coverage.section.id);
      return finding ? strengthenSection(analysis, coverage, finding, sources, locale) : [];
    }),
    ...sayBetter(analysis, range, sources, locale),
  ];
}

/** Phrases for the points a section lacks, at the end of its last paragraph. */
function strengthenSection(
  analysis: Analysis,
  coverage: SectionCoverage,
  finding: Finding,
  sources: PhraseSources,
  locale: Locale,
): CodeAction[] {
  const text = messages(locale);
  const { section } = coverage;
  const offered: { readonly title: string; readonly suggestion: Suggestion }[] = [];
  const take = (title: string, found: readonly Suggestion[], most: number): void => {
    for (const suggestion of found.slice(0, most))
      if (offered.length < OFFERED && !offered.some((known) => known.suggestion.text === suggestion.text))
        offered.push({ title, suggestion });
  };
  const lacking = lackingPoints(coverage).slice(0, OFFERED);
  const perPoint = lacking.map((point) => ({
    title: point.title[locale],
    found: phrasesFor(analysis, section.id, point.id, sources).filter(({ slots }) =>
      slots.some((slot) => slot.section === section.id && slot.point === point.id),
    ),
  }));
  // One for each point first, so that what lacks most is not all that is offered.
  for (const { title, found } of perPoint) take(title, found, 1);
  for (const { title, found } of perPoint) take(title, found, OFFERED);
  if (offered.length === 0)
    take(section.title[locale], phrasesFor(analysis, section.id, undefined, sources), OFFERED);
  return offered.map(({ title, suggestion }) => ({
    title: text.strengthen(
      title,
      shorten(phraseText(suggestion.text), TITLE_UNITS),
      shortSource(suggestion.places, sources, locale),
    ),
    finding,
    kind: 'quickfix',
    edits: [appendTo(analysis, coverage, suggestion.text)],
  }));
}

/** The edit that puts a phrase as a sentence behind the last one of a section, or below its heading. */
function appendTo({ draft }: Analysis, { lines, heading }: SectionCoverage, suggested: string): Edit {
  const phrase = phraseText(suggested);
  const sentence = phrase + sentenceEnd(phrase);
  const last = lines.at(-1)?.line;
  if (!last) return insertParagraphs(draft.text, heading?.to ?? draft.text.trimEnd().length, sentence);
  let at = last.to;
  while (/[*_~]/.test(draft.text.charAt(at))) at++;
  const end = draft.text.slice(last.from, last.to);
  // A clause left open is ended: 我先登记， and a sentence after it would be one with it.
  const open = at === last.to && /[，,；;、]$/.test(end) ? 1 : 0;
  const lead = open === 0 && /[。！？!?…：:][”"』」）)]*$/.test(end) ? '' : '。';
  return { from: at - open, to: at, text: `${lead}${sentence}` };
}

/** Phrases to put in the place of the first sentence in a range that says nothing one could do. */
function sayBetter(analysis: Analysis, range: Range, sources: PhraseSources, locale: Locale): CodeAction[] {
  const labelled = analysis.lines.find(
    (line) =>
      touches(line.line, range) &&
      line.line.evidence.sentence.kind === 'sentence' &&
      isHollow(line, analysis),
  );
  const place = labelled && placeOf(labelled, analysis);
  const target = labelled && replaceable(labelled, analysis);
  if (!place || !target) return [];
  const said = wordKey(analysis.draft.text.slice(target.from, target.to));
  return phrasesFor(analysis, place.section, place.point, sources)
    .filter(({ text }) => !said.includes(wordKey(text)))
    .slice(0, OFFERED_INSTEAD)
    .map(({ text, places }) => {
      const phrase = phraseText(text);
      const title = messages(locale).sayBetter(
        shorten(phrase, TITLE_UNITS),
        shortSource(places, sources, locale),
      );
      const end = /[。！？…”」』]$/.test(phrase) ? '' : target.end;
      return {
        title,
        kind: 'refactor.rewrite',
        edits: [{ from: target.from, to: target.to, text: phrase + end }],
      };
    });
}

/** A slogan, a cliché of the writer's own, or a sentence of a weak section without anything concrete. */
function isHollow({ line, slogan, section }: LabelledLine, { sections }: Analysis): boolean {
  const { wording } = line.evidence;
  if (slogan > SURE_SLOGAN) return true;
  if (wording.some(({ list, guard }) => list.rule === 'cliche' && isOwnVoice(guard))) return true;
  return sections[section]?.status === 'weak' && deedWords(line.evidence) === 0;
}

/** Section and point of a sentence: its own, else what is wanted where it stands. */
function placeOf(
  { section, line }: LabelledLine,
  analysis: Analysis,
): { readonly section: string; readonly point: string | undefined } | undefined {
  const coverage = analysis.sections[section];
  if (!coverage) {
    const at = cursorSection(analysis, line.from);
    return at?.section === undefined ? undefined : { section: at.section, point: at.point };
  }
  const cue = line.evidence.cues.find(
    (hit) =>
      hit.cue.framework === analysis.choice?.index && hit.cue.section === section && hit.cue.point >= 0,
  )?.cue;
  const point = cue ? coverage.section.points[cue.point] : undefined;
  return { section: coverage.section.id, point: (point ?? lackingPoints(coverage)[0])?.id };
}

/**
 * What of a sentence gives way: all but its ordinal (首先，) and the mark it ends with.
 * @returns undefined when that would tear emphasis apart or take a comment along
 */
function replaceable(
  { line }: LabelledLine,
  { draft }: Analysis,
): (Range & { readonly end: string }) | undefined {
  const from = line.from + (line.evidence.sentence.marker?.length ?? 0);
  const balanced = (end: number): boolean => {
    const source = draft.text.slice(from, end);
    return (
      ['**', '__', '~~'].every((mark) => source.split(mark).length % 2 === 1) &&
      /^[^*_]*(?:[*_][^*_]*[*_][^*_]*)*$/.test(source.replace(/\*\*|__/g, ''))
    );
  };
  let to = line.to;
  while (!balanced(to) && /[*_~]/.test(draft.text.charAt(to))) to++;
  const source = draft.text.slice(from, to);
  if (!balanced(to) || source.includes('<!--') || source.trim() === '') return undefined;
  const end = matched(/[。！？；!?;…]*(?=[”"』」）)]*$)/, draft.text.slice(from, line.to));
  return { from, to, end };
}

function phrasesFor(
  { choice, draft }: Analysis,
  section: string,
  point: string | undefined,
  { references }: PhraseSources,
): Suggestion[] {
  const found = references?.phrases.query({
    framework: choice?.framework.id,
    section,
    point,
    question: draft.question?.text,
    draft: draft.text,
    limit: OFFERED * 3,
  });
  // What the draft says already does not make it stronger.
  const said = wordKey(draft.text);
  return (found ?? []).filter(({ text }) => !said.includes(wordKey(text)));
}
