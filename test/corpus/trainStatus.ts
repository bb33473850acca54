import { curveFeatures, judgedSections, type Status } from '../../server/src/core/analysis/coverage';
import { STATUS_FEATURES } from '../../server/src/core/analysis/statusFeatures';
import { Labeller } from '../../server/src/core/analysis/label';
import type { Lexicon } from '../../server/src/core/analysis/lexicon';
import { layOut } from '../../server/src/core/analysis/layOut';
import { Model, type ModelData, type StatusModelData } from '../../server/src/core/analysis/model';
import { SectionWords } from '../../server/src/core/analysis/sectionWords';
import { SentenceScorer } from '../../server/src/core/analysis/scorer';
import { readBlock } from '../../server/src/core/analysis/passage';
import { parseDraft } from '../../server/src/core/draft/draft';
import { forgetful, missed, touched, trainingSet } from './augment';
import { toAloneExamples, toExample } from './examples';
import type { LabelledDraft } from './labelled';
import { readLines } from './lines';
import { seeded, shuffle } from './random';
import { round } from './quantise';
import { trainChain } from './trainChain';
import { fitCurves, type StatusSample } from './trainCurves';
import { trainSlogan } from './trainSlogan';

const FOLDS = 5;
const EPOCHS = 400;
const RATE = 0.1;
const DECAY = 0.01;
/** Altered copies show gaps and bare touches, but more of them than what people write: they weigh less. */
const ALTERED_WEIGHT = 0.3;

const NO_STATUS: Pick<ModelData, 'version' | 'status' | 'choice'> = {
  version: 1,
  status: { full: [], weak: [] },
  choice: { frameworks: [], bias: [], scale: 1, ngrams: '', cue: 0, weakCue: 0 },
};

/**
 * Trains the judgement full / weak / absent. Its inputs are the labels the chain gives, and those must be as
 * imperfect as on new text: each fifth of the authors is labelled by a chain trained on the other four.
 */
export function trainStatus(drafts: readonly LabelledDraft[], lexicon: Lexicon): StatusModelData {
  const authors = [...new Set(drafts.map(({ author }) => author))].sort();
  const samples: StatusSample[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(authors.filter((_, index) => index % FOLDS === fold));
    const rest = drafts.filter(({ author }) => !held.has(author));
    const chain = trainChain(
      trainingSet(rest).map((draft) => toExample(draft, lexicon)),
      lexicon.rubrics,
      toAloneExamples(readLines(), lexicon.rubrics),
    );
    const model = new Model({ ...NO_STATUS, ...chain, slogan: trainSlogan(rest, lexicon) });
    const own = drafts.filter(({ author }) => held.has(author));
    for (const draft of own) samples.push(...sample(draft, lexicon, model, 1));
    for (const draft of forgetful(own)) samples.push(...sample(draft, lexicon, model, ALTERED_WEIGHT));
    // Only the section that was altered: the rest of the draft has been learned from already.
    for (const { draft, section } of [...touched(own), ...missed(own)])
      samples.push(
        ...sample(draft, lexicon, model, ALTERED_WEIGHT).filter((judged) => judged.section === section),
      );
  }
  const plain = samples.map(({ features, status }) => ({
    features: features.slice(0, STATUS_FEATURES.length),
    status,
  }));
  return { ...fit(plain), curves: fitCurves(samples) };
}

/** A sample, and the section it is of. */
interface SectionSample extends StatusSample {
  readonly section: string;
}

function sample(draft: LabelledDraft, lexicon: Lexicon, model: Model, weight: number): SectionSample[] {
  const index = lexicon.rubrics.frameworks.findIndex(({ id }) => id === draft.framework);
  const framework = lexicon.rubrics.frameworks[index];
  if (!framework) return [];
  const answer = layOut(parseDraft(draft.text), (block) => readBlock(block, lexicon));
  const labelling = new Labeller(framework, index, new SentenceScorer(model)).label(answer);
  return judgedSections(labelling).map((judged) => ({
    features: curveFeatures(judged, judged.words ?? new SectionWords()),
    status: draft.sections[judged.section.id] ?? 'absent',
    weight,
    section: judged.section.id,
  }));
}

function fit(samples: { features: number[]; status: Status }[]): StatusModelData {
  const size = STATUS_FEATURES.length;
  const weights = { full: new Float64Array(size), weak: new Float64Array(size) };
  const squares = { full: new Float64Array(size).fill(0.01), weak: new Float64Array(size).fill(0.01) };
  const random = seeded(5);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, status } of shuffle(samples, random)) {
      const score = (kind: 'full' | 'weak'): number =>
        Math.exp(features.reduce((sum, value, i) => sum + value * (weights[kind][i] ?? 0), 0));
      const full = score('full');
      const weak = score('weak');
      const total = full + weak + 1;
      for (const [kind, probability] of [
        ['full', full / total],
        ['weak', weak / total],
      ] as const) {
        const error = (status === kind ? 1 : 0) - probability;
        for (const [i, value] of features.entries()) {
          const gradient = error * value - (DECAY * (weights[kind][i] ?? 0)) / 10;
          squares[kind][i] = (squares[kind][i] ?? 0) + gradient * gradient;
          weights[kind][i] = (weights[kind][i] ?? 0) + (RATE * gradient) / Math.sqrt(squares[kind][i] ?? 1);
        }
      }
    }
  }
  return { full: round(weights.full), weak: round(weights.weak) };
}
