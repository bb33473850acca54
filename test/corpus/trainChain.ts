import { decode } from '../../server/src/core/analysis/chain';
import {
  CONTEXTS,
  NONE_FEATURES,
  SECTION_FEATURES,
  transitionFeature,
  TRANSITIONS,
} from '../../server/src/core/analysis/features';
import type { FrameworkModelData, ModelData } from '../../server/src/core/analysis/model';
import { BUCKETS } from '../../server/src/core/analysis/ngrams';
import { MAX_WEIGHT, pack } from '../../server/src/core/analysis/packed';
import type { Rubrics } from '../../server/src/core/framework/types';
import type { AloneExample, Example, Features } from './examples';
import { quantise, round } from './quantise';
import { seeded, shuffle } from './random';
import { Weights } from './weights';

const GENERIC_EPOCHS = 25;
const NGRAM_EPOCHS = 20;
/** From this epoch on the weights are averaged. */
const SETTLED_EPOCHS = 4;
const RATE = 0.15;
const NGRAM_RATE = 0.7;
/** Pull towards zero per step, keeping weights that few drafts support small. */
const DECAY = 0.0005;
/** An n-gram counts from this many sentences on. */
const MIN_SENTENCES = 6;
/** None: the adaptive steps alone keep rare n-grams in bounds, and any pull costs accuracy on unseen authors. */
const NGRAM_DECAY = 0;
/**
 * Share of the n-grams of a sentence that are left out at each step, others each time: what a sentence says must be
 * known by many of its words, not by the one that gives it away in the text that was learned.
 */
const LEFT_OUT = 0.6;
/** Seeds of so many runs, of which the weights are averaged: which n-grams are left out when is chance. */
const RUNS = [77, 5, 9];

/** The chain's few large weights carry much: fewer are cut. */
const CHAIN_KEPT_WHOLE = 0.995;
/** Its tables are the largest: a fifth smaller without the weights below this many steps, and no worse for it. */
const CHAIN_DROPPED = 2.5;

interface Parameters {
  readonly section: Weights;
  readonly none: Weights;
  readonly transitions: Weights;
  readonly bias: readonly Weights[];
  /** `[framework]`, laid out `[bucket * (sections + 1) + label]`. */
  readonly ngrams: readonly Weights[];
}

/**
 * Trains the chain (a linear-chain conditional random field) in two passes: first the features every framework
 * shares, so that they carry what they can, also for frameworks a writer adds; then the n-grams on top.
 */
export function trainChain(
  examples: readonly Example[],
  rubrics: Rubrics,
  alone: readonly AloneExample[] = [],
): Pick<ModelData, 'section' | 'none' | 'transitions' | 'frameworks'> {
  const parameters: Parameters = {
    section: new Weights(SECTION_FEATURES.length, RATE, DECAY),
    none: new Weights(NONE_FEATURES.length, RATE, DECAY),
    transitions: new Weights(TRANSITIONS * CONTEXTS, RATE, DECAY),
    bias: rubrics.frameworks.map(({ sections }) => new Weights(sections.length + 1, RATE, DECAY * 4)),
    ngrams: rubrics.frameworks.map(
      ({ sections }) => new Weights(BUCKETS * (sections.length + 1), NGRAM_RATE, NGRAM_DECAY),
    ),
  };
  const common = frequentBuckets([
    ...examples.flatMap(({ buckets }) => buckets),
    ...alone.map(({ buckets }) => buckets),
  ]);
  const random = seeded(1);
  const order = [...examples];
  const known = new Set(examples.map(({ framework }) => framework));
  const both: (Example | AloneExample)[] = [
    ...examples,
    ...alone.filter(({ framework }) => known.has(framework)),
  ];
  for (let epoch = 0; epoch < GENERIC_EPOCHS; epoch++)
    for (const example of shuffle(order, random)) learn(example, parameters);
  const all = [
    parameters.section,
    parameters.none,
    parameters.transitions,
    ...parameters.bias,
    ...parameters.ngrams,
  ];
  const restore = all.map((weights) => weights.kept());
  for (const seed of RUNS) {
    for (const back of restore) back();
    const some = seeded(seed);
    const thin = (buckets: Uint16Array): Uint16Array => buckets.filter(() => some() >= LEFT_OUT);
    for (let epoch = 0; epoch < NGRAM_EPOCHS; epoch++) {
      for (const example of shuffle(both, random)) {
        if ('label' in example)
          learnAlone({ ...example, buckets: thin(example.buckets) }, parameters, common);
        else learn({ ...example, buckets: example.buckets.map(thin) }, parameters, common);
      }
      if (epoch >= SETTLED_EPOCHS) for (const weights of all) weights.remember();
    }
  }
  for (const weights of all) weights.settle();
  return {
    section: round(parameters.section.values),
    none: round(parameters.none.values),
    transitions: round(parameters.transitions.values),
    frameworks: Object.fromEntries(
      rubrics.frameworks
        .map((framework, index) => ({ framework, index }))
        .filter(({ index }) => examples.some((example) => example.framework === index))
        .map(({ framework, index }) => [
          framework.id,
          store(
            framework.sections.map(({ id }) => id),
            parameters,
            index,
          ),
        ]),
    ),
  };
}

/** Buckets that few sentences have teach nothing about new text: they are left out, which also keeps the model small. */
function frequentBuckets(sentences: readonly Uint16Array[]): Uint8Array {
  const counts = new Uint32Array(BUCKETS);
  for (const line of sentences) for (const bucket of line) counts[bucket] = (counts[bucket] ?? 0) + 1;
  return Uint8Array.from(counts, (count) => (count >= MIN_SENTENCES ? 1 : 0));
}

/** One step of a sentence that stands alone: it has no place and no neighbours, so only its words are learned. */
function learnAlone(
  { framework, label, buckets }: AloneExample,
  parameters: Parameters,
  common: Uint8Array,
): void {
  const bias = parameters.bias[framework];
  const ngrams = parameters.ngrams[framework];
  if (!bias || !ngrams) return;
  const labels = bias.values.length;
  const raised = Array.from({ length: labels }, (_, own) =>
    Math.exp(bias.get(own) + ngramScore(ngrams, buckets, labels, own)),
  );
  const total = raised.reduce((sum, value) => sum + value, 0);
  for (let own = 0; own < labels; own++) {
    const error = (own === label ? 1 : 0) - (raised[own] ?? 0) / total;
    if (Math.abs(error) < 1e-4) continue;
    bias.step(own, error);
    const factor = error / Math.sqrt(Math.max(1, buckets.length));
    ngrams.stepEach(buckets, common, labels, own, factor);
  }
}

/** One step; without `common` only the shared features are used and learned. */
function learn(example: Example, parameters: Parameters, common?: Uint8Array): void {
  const { none, gold, features, buckets, framework, lines } = example;
  const labels = none + 1;
  const bias = parameters.bias[framework];
  const ngrams = parameters.ngrams[framework];
  if (!bias || !ngrams || lines.length === 0) return;
  const emissions = new Float64Array(lines.length * labels);
  for (let i = 0; i < lines.length; i++) {
    for (let label = 0; label < labels; label++) {
      const shared = label === none ? parameters.none : parameters.section;
      let score = dot(shared, features[i]?.[label]);
      if (common) score += bias.get(label) + ngramScore(ngrams, buckets[i], labels, label);
      emissions[i * labels + label] = score;
    }
  }
  const feature = (position: number, previous: number, label: number): number => {
    const line = lines[position];
    return line ? transitionFeature(line, previous === labels ? none + 1 : previous, label, none) : 0;
  };
  const pairs = new Float64Array(TRANSITIONS * CONTEXTS);
  const { marginals } = decode(
    {
      length: lines.length,
      labels,
      emissions,
      transition: (position, previous, label) =>
        parameters.transitions.get(feature(position, previous, label)),
    },
    (position, previous, label, probability) => {
      const at = feature(position, previous, label);
      pairs[at] = (pairs[at] ?? 0) - probability;
    },
  );
  for (let i = 0; i < lines.length; i++) {
    const at = feature(i, i === 0 ? labels : (gold[i - 1] ?? none), gold[i] ?? none);
    pairs[at] = (pairs[at] ?? 0) + 1;
  }
  for (const [index, gradient] of pairs.entries())
    if (gradient !== 0) parameters.transitions.step(index, gradient);
  for (let i = 0; i < lines.length; i++) {
    for (let label = 0; label < labels; label++) {
      const error = (gold[i] === label ? 1 : 0) - (marginals[i * labels + label] ?? 0);
      if (Math.abs(error) < 1e-4) continue;
      const { ids = [], values = [] } = features[i]?.[label] ?? {};
      const shared = label === none ? parameters.none : parameters.section;
      for (const [k, id] of ids.entries()) shared.step(id, error * (values[k] ?? 0));
      if (!common) continue;
      bias.step(label, error);
      const own = buckets[i] ?? new Uint16Array();
      const factor = error / Math.sqrt(Math.max(1, own.length));
      ngrams.stepEach(own, common, labels, label, factor);
    }
  }
}

function dot(weights: Weights, features: Features | undefined): number {
  let sum = 0;
  for (const [k, id] of (features?.ids ?? []).entries()) sum += weights.get(id) * (features?.values[k] ?? 0);
  return sum;
}

function ngramScore(
  weights: Weights,
  buckets: Uint16Array | undefined,
  labels: number,
  label: number,
): number {
  if (!buckets) return 0;
  let sum = 0;
  const { values } = weights;
  for (let k = 0; k < buckets.length; k++) sum += values[(buckets[k] as number) * labels + label] as number;
  return sum / Math.sqrt(Math.max(1, buckets.length));
}

function store(sections: readonly string[], parameters: Parameters, framework: number): FrameworkModelData {
  const { values } = parameters.ngrams[framework] ?? { values: new Float64Array() };
  const { table, scale } = quantise(values, CHAIN_KEPT_WHOLE, MAX_WEIGHT, CHAIN_DROPPED);
  return {
    sections,
    bias: round(parameters.bias[framework]?.values ?? new Float64Array()),
    scale,
    ngrams: pack(table),
  };
}
