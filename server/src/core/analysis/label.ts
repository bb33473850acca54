import type { Framework } from '../framework/types';
import { type Chain, decode } from './chain';
import {
  countSignals,
  noneFeatures,
  type SectionSignals,
  sectionFeatures,
  transitionFeature,
} from './features';
import type { Answer, Line } from './lines';
import type { SentenceScorer } from './scorer';

/** A line with the sections it realises. */
export interface LabelledLine {
  readonly line: Line;
  readonly signals: SectionSignals;
  /** Index of the most probable section, -1 for none. */
  readonly section: number;
  /** Probability of every section, in framework order. */
  readonly probabilities: readonly number[];
  /** All sections the line is taken to realise, most probable first. */
  readonly sections: readonly number[];
  /** Probability that it is a slogan. */
  readonly slogan: number;
}

/** A second section is given to a sentence when it is at least this probable. */
const SECOND_SECTION = 0.35;

/**
 * In a framework the model was not trained on, a sentence without a cue is no sign that it belongs nowhere: nothing
 * but cues could have spoken for it. It rather goes where its place and its neighbours put it.
 */
const UNTRAINED_NONE = 1;

/**
 * Labels every line of an answer with the section of `framework` it realises, weighing what it says, where it
 * stands, what heading it stands under and how its neighbours are labelled.
 */
export function labelLines(
  answer: Answer,
  framework: Framework,
  frameworkIndex: number,
  scorer: SentenceScorer,
): LabelledLine[] {
  const { model } = scorer;
  const { lines } = answer;
  const sections = framework.sections.length;
  const labels = sections + 1;
  const emissions = new Float64Array(lines.length * labels);
  const signals = lines.map((line) => countSignals(line, frameworkIndex, sections));
  for (const [index, line] of lines.entries()) {
    const place = { index, count: lines.length, answer };
    const own = signals[index];
    if (!own) continue;
    for (let section = 0; section < sections; section++) {
      let score = 0;
      sectionFeatures(line, own, place, framework, frameworkIndex, section, (feature, value) => {
        score += (model.data.section[feature] ?? 0) * value;
      });
      emissions[index * labels + section] = score;
    }
    let none = 0;
    noneFeatures(line, own, place, (feature, value) => {
      none += (model.data.none[feature] ?? 0) * value;
    });
    emissions[index * labels + sections] = none;
    const ngrams = scorer.in(framework, line.evidence).labels;
    if (!ngrams) emissions[index * labels + sections] = none - UNTRAINED_NONE;
    for (let label = 0; ngrams && label < labels; label++) {
      emissions[index * labels + label] = (emissions[index * labels + label] ?? 0) + (ngrams[label] ?? 0);
    }
  }
  const chain: Chain = {
    length: lines.length,
    labels,
    emissions,
    transition: (position, previous, label) => {
      const line = lines[position];
      const start = previous === labels ? sections + 1 : previous;
      return line ? (model.data.transitions[transitionFeature(line, start, label, sections)] ?? 0) : 0;
    },
  };
  const { best, marginals } = decode(chain);
  return lines.map((line, index) => {
    const probabilities = Array.from(marginals.subarray(index * labels, index * labels + sections));
    const section = (best[index] ?? sections) === sections ? -1 : (best[index] ?? -1);
    const own = signals[index] ?? countSignals(line, frameworkIndex, sections);
    return {
      line,
      signals: own,
      section,
      probabilities,
      sections: chooseSections(section, probabilities),
      slogan: scorer.shared(line.evidence).slogan,
    };
  });
}

function chooseSections(best: number, probabilities: readonly number[]): number[] {
  if (best < 0) return [];
  const seconds = probabilities
    .map((probability, section) => ({ probability, section }))
    .filter(({ probability, section }) => section !== best && probability >= SECOND_SECTION)
    .map(({ section }) => section);
  return [best, ...seconds];
}
