import type { Framework } from '../framework/types';
import { type Chapters, divide } from './chapter';
import {
  type Asked,
  CONTEXTS,
  contextTransition,
  nonePlaceFeatures,
  type Place,
  placeKey,
  sectionPlaceFeatures,
  type Sink,
} from './features';
import type { LabelledPassage } from './labelledPassage';
import type { Answer, Line } from './lines';
import { LabelTable, ScoreTable, TableSupply } from './lineTables';
import type { Message, Steps } from './messagePassing';
import type { Passage } from './passage';
import { PassageChain } from './passageChain';
import type { SentenceScorer } from './scorer';

/** A line with the sections it realises. */
export interface LabelledLine {
  readonly line: Line;
  /** Index of the most probable section, -1 for none. */
  readonly section: number;
  /** Probability of every section, in framework order. */
  readonly probabilities: readonly number[];
  /** All sections the line is taken to realise, most probable first. */
  readonly sections: readonly number[];
  /** Probability that it is a slogan. */
  readonly slogan: number;
}

/**
 * Labels the lines of answers with the sections of one framework, weighing what a line says, where it stands, what
 * heading it stands under and how its neighbours are labelled.
 */
export class Labeller {
  readonly steps: Steps;
  /** Whether the model was trained on the framework. */
  readonly isKnown: boolean;
  /** What is asked of every line, a section each; and where the answer has as many headings as there are sections. */
  readonly asked: readonly Asked[];
  readonly askedInOrder: readonly Asked[];
  /** Scores of a place by `placeKey`, a cell per label. */
  readonly #places = new Map<number, Float64Array>();

  constructor(
    readonly framework: Framework,
    /** Number of the framework. */
    readonly index: number,
    readonly scorer: SentenceScorer,
  ) {
    this.isKnown = scorer.model.tableFor(framework) !== undefined;
    const sections = framework.sections.length;
    this.asked = framework.sections.map((_, section) => ({
      framework: index,
      section,
      sections,
      headings: -1,
    }));
    this.askedInOrder = this.asked.map((asked) => ({ ...asked, headings: sections }));
    this.steps = readSteps(sections, scorer.model.data.transitions);
  }

  /** Labels an answer; of passages it has labelled before, only those are gone through whose surroundings changed. */
  label(answer: Answer): Labelling {
    const sections = this.framework.sections.length;
    const { passages, count } = answer;
    const ordered = answer.headingCount === sections;
    const chains = this.#chainsOf(passages, ordered);
    let message: Message | undefined;
    for (let i = 0; i < chains.length; i++)
      message = chains[i]?.forward(this, answer.startOf(i), count, message) ?? message;
    message = undefined;
    let lines = 0;
    for (let i = chains.length - 1; i >= 0; i--) {
      const chain = chains[i];
      message = chain?.backward(this.steps, message) ?? message;
      if (chain?.isLabelled === false) lines += chain.length;
    }
    const tables = new TableSupply(lines, (size) => new LabelTable(size, this.steps.labels));
    const labelled = chains.map((chain) => chain.labelled(this.steps, tables));
    return new Labelling(this.framework, this.index, answer, labelled);
  }

  /** What the place of a line adds to the score of each label. */
  placeScores(place: Place): Float64Array {
    const sections = this.framework.sections.length;
    const key = placeKey(place, sections);
    const known = this.#places.get(key);
    if (known) return known;
    const { section, none } = this.scorer.model.data;
    const scores = new Float64Array(sections + 1);
    for (let label = 0; label <= sections; label++) {
      const weights = label === sections ? none : section;
      const sink: Sink = (feature, value) => {
        scores[label] = (scores[label] ?? 0) + (weights[feature] ?? 0) * value;
      };
      if (label === sections) nonePlaceFeatures(place, sink);
      else sectionPlaceFeatures(place, label, sections, sink);
    }
    this.#places.set(key, scores);
    return scores;
  }

  #chainsOf(passages: readonly Passage[], ordered: boolean): PassageChain[] {
    let lines = 0;
    for (const passage of passages) if (!this.#knownOf(passage, ordered)) lines += passage.lines.length;
    const tables = new TableSupply(lines, (size) => new ScoreTable(size, this.steps.labels, this.isKnown));
    return passages.map((passage) => {
      const known = this.#knownOf(passage, ordered);
      if (known) return known;
      const chain = new PassageChain(passage, this, ordered, tables.tableFor(passage.lines.length));
      passage.scored = chain;
      return chain;
    });
  }

  #knownOf({ scored }: Passage, ordered: boolean): PassageChain | undefined {
    return scored instanceof PassageChain && scored.isFor(this, ordered) ? scored : undefined;
  }
}

function readSteps(sections: number, transitions: readonly number[]): Steps {
  const labels = sections + 1;
  const between = new Float64Array(CONTEXTS * labels * labels);
  const first = new Float64Array(CONTEXTS * labels);
  const weight = (context: number, previous: number, label: number): number =>
    Math.exp(transitions[contextTransition(context, previous, label, sections)] ?? 0);
  for (let context = 0; context < CONTEXTS; context++) {
    for (let label = 0; label < labels; label++) {
      first[context * labels + label] = weight(context, labels, label);
      for (let previous = 0; previous < labels; previous++)
        between[(context * labels + previous) * labels + label] = weight(context, previous, label);
    }
  }
  return { labels, between, first };
}

/** An answer labelled with the sections of a framework. */
export class Labelling {
  #chapters: Chapters<LabelledPassage> | undefined;
  #lines: readonly LabelledLine[] | undefined;

  constructor(
    readonly framework: Framework,
    /** Number of the framework. */
    readonly index: number,
    readonly answer: Answer,
    /** As the passages of the answer. */
    readonly passages: readonly LabelledPassage[],
  ) {}

  /** The passages in chapters. */
  get chapters(): Chapters<LabelledPassage> {
    return (this.#chapters ??= divide(this.passages));
  }

  /** Every line with its labels. Made when first asked for: what runs at every keystroke goes by passages. */
  get lines(): readonly LabelledLine[] {
    return (this.#lines ??= this.passages.flatMap((passage, index) =>
      passage.passage.lines.map((_, at) => {
        const line = this.answer.lines[this.answer.startOf(index) + at];
        if (!line) throw new RangeError(`no line ${at} in passage ${index}`);
        return {
          line,
          section: passage.sectionOf(at),
          probabilities: passage.probabilitiesOf(at),
          sections: passage.sectionsOf(at),
          slogan: passage.sloganOf(at),
        };
      }),
    ));
  }
}
