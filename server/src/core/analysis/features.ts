import { LAST } from '../draft/markers';
import type { Framework } from '../framework/types';
import type { Answer, Line } from './lines';

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

/** What one sentence shows of each section of a framework, before position and headings. */
export interface SectionSignals {
  readonly cues: Uint8Array;
  readonly phrases: Uint8Array;
  readonly weak: Uint8Array;
  readonly negated: Uint8Array;
  readonly points: Uint8Array;
  readonly headings: Uint8Array;
  readonly strong: number;
}

/** Counts the cues of framework number `framework` in a sentence, by section. */
export function countSignals(line: Line, framework: number, sections: number): SectionSignals {
  const count = (): Uint8Array => new Uint8Array(sections);
  const signals = {
    cues: count(),
    phrases: count(),
    weak: count(),
    negated: count(),
    points: count(),
    headings: count(),
  };
  const points = new Set<number>();
  let strong = 0;
  for (const { cue, guard } of line.evidence.cues) {
    if (cue.framework !== framework) continue;
    const { section, point, strength } = cue;
    const bump = (counter: Uint8Array): void => void (counter[section] = (counter[section] ?? 0) + 1);
    if (strength === 'heading') bump(signals.headings);
    else if (guard === 'negated' || guard === 'reported') bump(signals.negated);
    else if (strength === 'weak') bump(signals.weak);
    else {
      bump(strength === 'phrase' ? signals.phrases : signals.cues);
      strong++;
      const key = section * 256 + point;
      if (!points.has(key)) {
        points.add(key);
        bump(signals.points);
      }
    }
  }
  return { ...signals, strong };
}

/** Where a line stands in its answer. */
export interface Place {
  readonly index: number;
  readonly count: number;
  readonly answer: Answer;
}

/** The features of `line` for section number `section` of `framework`. */
export function sectionFeatures(
  line: Line,
  signals: SectionSignals,
  place: Place,
  framework: Framework,
  frameworkIndex: number,
  section: number,
  sink: Sink,
): void {
  const sections = framework.sections.length;
  const cues = (signals.cues[section] ?? 0) + (signals.phrases[section] ?? 0);
  if (cues >= 1) sink(S['cues>=1'], 1);
  if (cues >= 2) sink(S['cues>=2'], 1);
  if (cues >= 3) sink(S['cues>=3'], 1);
  if ((signals.phrases[section] ?? 0) > 0) sink(S.phrase, 1);
  const weak = signals.weak[section] ?? 0;
  if (weak >= 1) sink(S['weak>=1'], 1);
  if (weak >= 2) sink(S['weak>=2'], 1);
  if ((signals.points[section] ?? 0) >= 2) sink(S['points>=2'], 1);
  if (signals.strong > 0) sink(S.share, cues / signals.strong);
  if ((signals.negated[section] ?? 0) > 0) sink(S.negated, 1);
  if (line.evidence.sentence.kind === 'lead' && (signals.headings[section] ?? 0) > 0)
    sink(S['own-heading'], 1);
  headingFeatures(line, place, frameworkIndex, section, sections, sink);
  const { marker } = line.evidence.sentence;
  if (marker?.style === 'number' && marker.order === section + 1) sink(S['marker-order'], 1);
  if (marker?.order === LAST && section === sections - 1) sink(S['marker-last'], 1);
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

function headingFeatures(
  line: Line,
  place: Place,
  frameworkIndex: number,
  section: number,
  sections: number,
  sink: Sink,
): void {
  const { heading } = line;
  if (!heading) return;
  let own = 0;
  let other = 0;
  for (const { cue } of heading.cues) {
    if (cue.framework !== frameworkIndex || cue.strength === 'weak') continue;
    const weight = cue.strength === 'heading' ? 2 : 1;
    if (cue.section === section) own += weight;
    else other += weight;
  }
  if (own + other > 0) {
    sink(S.heading, own / (own + other));
    sink(S['other-heading'], other / (own + other));
  }
  if (place.answer.headings.length === sections && heading.index === section) sink(S['heading-order'], 1);
}

/** The features of `line` for belonging to no section. */
export function noneFeatures(line: Line, signals: SectionSignals, place: Place, sink: Sink): void {
  const { sentence, wording, concrete } = line.evidence;
  sink(N.bias, 1);
  if (signals.strong === 0) sink(N['no-cue'], 1);
  if (place.index === 0) sink(N.first, 1);
  if (place.index === place.count - 1) sink(N.last, 1);
  if (sentence.hanzi < 10) sink(N['hanzi<10'], 1);
  if (sentence.hanzi < 18) sink(N['hanzi<18'], 1);
  if (line.restates > 0.4) sink(N.restates, line.restates);
  if (wording.some((hit) => hit.list.rule === 'cliche')) sink(N.slogan, 1);
  if (Object.keys(concrete).length === 0) sink(N.abstract, 1);
  if (/[?:]$/.test(sentence.folded)) sink(N['ends-open'], 1);
  if (sentence.kind === 'lead') sink(N.lead, 1);
  if (wording.some((hit) => hit.list.rule !== 'cliche' && hit.guard !== 'negated')) sink(N.wording, 1);
}

/**
 * Number of the transition feature between two labels at a line. Labels count sections from 0; `none` is the number
 * of sections, the start of the answer is `none + 1`.
 */
export function transitionFeature(line: Line, previous: number, label: number, none: number): number {
  const context = line.opensHeading || line.evidence.sentence.marker ? 2 : line.startsParagraph ? 1 : 0;
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
