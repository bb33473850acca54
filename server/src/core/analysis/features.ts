import { LAST } from '../draft/markers';
import { NOTHING_CONCRETE } from './concrete';
import type { CueHit, SentenceEvidence } from './evidence';
import { countOf, type SectionSignals, showsNothing } from './signals';

/** A sentence with what surrounds it, as far as features look at it. */
export interface ObservedLine {
  readonly evidence: SentenceEvidence;
  readonly startsParagraph: boolean;
  readonly opensHeading: boolean;
  readonly restates: number;
  readonly heading?: { readonly cues: readonly CueHit[]; readonly index: number } | undefined;
}

/** Receives one feature of a sentence: its number and its value. */
export type Sink = (feature: number, value: number) => void;

/** Names of the features by which a sentence speaks for a section; the same for every section of every framework. */
export const SECTION_FEATURES = [
  'cues>=1',
  'cues>=2',
  'cues>=3',
  'phrase',
  'weak>=1',
  'weak>=2',
  'points>=2',
  'share',
  'negated',
  'own-heading',
  'heading',
  'other-heading',
  'heading-order',
  'marker-order',
  'marker-last',
  'position--',
  'position-',
  'position0',
  'position+',
  'position++',
  'first-is-first',
  'last-is-last',
] as const;

/** Names of the features by which a sentence belongs to no section. */
export const NONE_FEATURES = [
  'bias',
  'no-cue',
  'first',
  'last',
  'hanzi<10',
  'hanzi<18',
  'restates',
  'slogan',
  'abstract',
  'ends-open',
  'lead',
  'wording',
] as const;

const S = Object.fromEntries(SECTION_FEATURES.map((name, index) => [name, index])) as Record<
  (typeof SECTION_FEATURES)[number],
  number
>;
const N = Object.fromEntries(NONE_FEATURES.map((name, index) => [name, index])) as Record<
  (typeof NONE_FEATURES)[number],
  number
>;

/** How a pair of neighbouring labels relates in the order of the framework. */
export const TRANSITIONS = 11;
/** Within a paragraph, at a paragraph's start, after a heading or with an ordinal. */
export const CONTEXTS = 3;

/** Where a line stands in its answer. */
export interface Place {
  readonly index: number;
  /** Number of lines there are. */
  readonly count: number;
}

/** What is asked of a line: whether it speaks for this section. */
export interface Asked {
  /** Number of the framework. */
  readonly framework: number;
  readonly section: number;
  /** How many sections the framework has. */
  readonly sections: number;
  /** How many headings the answer has. */
  readonly headings: number;
}

/** The features of `line` for a section, but for those of its place. */
export function sectionFeatures(line: ObservedLine, signals: SectionSignals, asked: Asked, sink: Sink): void {
  if (!showsNothing(signals, asked.sections)) cueFeatures(line, signals, asked.section, sink);
  if (line.heading) headingFeatures(line.heading, asked, sink);
  const { marker } = line.evidence.sentence;
  if (!marker) return;
  const { section, sections } = asked;
  if (marker.style === 'number' && marker.order === section + 1) sink(S['marker-order'], 1);
  if (marker.order === LAST && section === sections - 1) sink(S['marker-last'], 1);
}

function cueFeatures(line: ObservedLine, signals: SectionSignals, section: number, sink: Sink): void {
  const cues = countOf(signals.cues, section) + countOf(signals.phrases, section);
  if (cues >= 1) sink(S['cues>=1'], 1);
  if (cues >= 2) sink(S['cues>=2'], 1);
  if (cues >= 3) sink(S['cues>=3'], 1);
  if (countOf(signals.phrases, section) > 0) sink(S.phrase, 1);
  const weak = countOf(signals.weak, section);
  if (weak >= 1) sink(S['weak>=1'], 1);
  if (weak >= 2) sink(S['weak>=2'], 1);
  if (countOf(signals.points, section) >= 2) sink(S['points>=2'], 1);
  if (signals.strong > 0) sink(S.share, cues / signals.strong);
  if (countOf(signals.negated, section) > 0) sink(S.negated, 1);
  if (line.evidence.sentence.kind === 'lead' && countOf(signals.headings, section) > 0)
    sink(S['own-heading'], 1);
}

/** The features of a place for a section. Places with the same `placeKey` have the same. */
export function sectionPlaceFeatures(place: Place, section: number, sections: number, sink: Sink): void {
  const distance = ((place.index + 0.5) / place.count) * sections - (section + 0.5);
  const slot =
    distance < -1.5
      ? S['position--']
      : distance < -0.5
        ? S['position-']
        : distance <= 0.5
          ? S.position0
          : distance <= 1.5
            ? S['position+']
            : S['position++'];
  sink(slot, 1);
  if (place.index === 0 && section === 0) sink(S['first-is-first'], 1);
  if (place.index === place.count - 1 && section === sections - 1) sink(S['last-is-last'], 1);
}

/**
 * What the features of a place depend on, as one number: how far through the answer it is in sections of equal
 * length, and whether it is the first or the last. An edit changes it for few lines.
 */
export function placeKey({ index, count }: Place, sections: number): number {
  const through = ((index + 0.5) / count) * sections;
  const whole = Math.floor(through);
  // The borders between the slots above are whole numbers; a place may lie right on one.
  const zone = through === whole ? whole * 2 : whole * 2 + 1;
  return zone * 4 + (index === 0 ? 1 : 0) + (index === count - 1 ? 2 : 0);
}

function headingFeatures(
  heading: NonNullable<ObservedLine['heading']>,
  { framework, section, sections, headings }: Asked,
  sink: Sink,
): void {
  let own = 0;
  let other = 0;
  for (const { cue } of heading.cues) {
    if (cue.framework !== framework || cue.strength === 'weak') continue;
    const weight = cue.strength === 'heading' ? 2 : 1;
    if (cue.section === section) own += weight;
    else other += weight;
  }
  if (own + other > 0) {
    sink(S.heading, own / (own + other));
    sink(S['other-heading'], other / (own + other));
  }
  if (headings === sections && heading.index === section) sink(S['heading-order'], 1);
}

/** The features of `line` for belonging to no section, but for those of its place. */
export function noneFeatures(line: ObservedLine, signals: SectionSignals, sink: Sink): void {
  const { sentence, wording, concrete } = line.evidence;
  sink(N.bias, 1);
  if (signals.strong === 0) sink(N['no-cue'], 1);
  if (sentence.hanzi < 10) sink(N['hanzi<10'], 1);
  if (sentence.hanzi < 18) sink(N['hanzi<18'], 1);
  if (line.restates > 0.4) sink(N.restates, line.restates);
  if (wording.some((hit) => hit.list.rule === 'cliche')) sink(N.slogan, 1);
  if (concrete === NOTHING_CONCRETE) sink(N.abstract, 1);
  if (endsOpen(sentence.folded)) sink(N['ends-open'], 1);
  if (sentence.kind === 'lead') sink(N.lead, 1);
  if (wording.some((hit) => hit.list.rule !== 'cliche' && hit.guard !== 'negated')) sink(N.wording, 1);
}

function endsOpen(folded: string): boolean {
  return folded.endsWith('?') || folded.endsWith(':');
}

/** The features of a place for belonging to no section. Places with the same `placeKey` have the same. */
export function nonePlaceFeatures(place: Place, sink: Sink): void {
  if (place.index === 0) sink(N.first, 1);
  if (place.index === place.count - 1) sink(N.last, 1);
}

/**
 * Number of the transition feature between two labels at a line. Labels count sections from 0; `none` is the number
 * of sections, the start of the answer is `none + 1`.
 */
export function transitionFeature(line: ObservedLine, previous: number, label: number, none: number): number {
  return contextTransition(transitionContext(line), previous, label, none);
}

/** How a line follows the one before it: the number of its context. */
export function transitionContext(line: ObservedLine): number {
  return line.opensHeading || line.evidence.sentence.marker ? 2 : line.startsParagraph ? 1 : 0;
}

/** As `transitionFeature`, by the number of the context. */
export function contextTransition(context: number, previous: number, label: number, none: number): number {
  return context * TRANSITIONS + relation(previous, label, none);
}

function relation(previous: number, label: number, none: number): number {
  if (previous > none) return label === 0 ? 8 : label === none ? 10 : 9;
  if (previous === none) return label === none ? 5 : 6;
  if (label === none) return 7;
  const step = label - previous;
  if (step === 0) return 0;
  if (step === 1) return 1;
  if (step > 1) return 2;
  return step === -1 ? 3 : 4;
}
