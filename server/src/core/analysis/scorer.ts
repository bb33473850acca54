import type { Framework } from '../framework/types';
import type { SentenceEvidence } from './evidence';
import { addNgramScores, type Model, type NgramTable } from './model';
import { ngramBuckets } from './ngrams';

/** What the n-grams of one sentence say; they depend on its text alone. */
export interface SentenceScores {
  /** A score per section of the framework and one for none; undefined when the model does not know the framework. */
  readonly labels?: Float64Array;
  /** A score per framework of the choice model. */
  readonly choice: Float64Array;
  /** Probability that the sentence is a slogan rather than something done. */
  readonly slogan: number;
}

/** Scores sentences by their n-grams, each once per framework as long as its block is unchanged. */
export class SentenceScorer {
  readonly #shared = new WeakMap<SentenceEvidence, SentenceScores>();
  readonly #byFramework = new Map<string, WeakMap<SentenceEvidence, SentenceScores>>();

  constructor(readonly model: Model) {}

  /** The scores of a sentence without regard to a framework: choice and slogan only. */
  shared(evidence: SentenceEvidence): SentenceScores {
    let scores = this.#shared.get(evidence);
    if (!scores) {
      const buckets = ngramBuckets(evidence.sentence.folded);
      const choice = scoresOf(this.model.choiceTable(), buckets);
      const slogan = 1 / (1 + Math.exp(-(scoresOf(this.model.sloganTable(), buckets)[0] ?? 0)));
      this.#shared.set(evidence, (scores = { choice, slogan }));
    }
    return scores;
  }

  /** The scores of a sentence in a framework. */
  in(framework: Framework, evidence: SentenceEvidence): SentenceScores {
    let cache = this.#byFramework.get(framework.id);
    if (!cache) this.#byFramework.set(framework.id, (cache = new WeakMap()));
    let scores = cache.get(evidence);
    if (!scores) {
      const table = this.model.tableFor(framework);
      const shared = this.shared(evidence);
      scores = table
        ? { ...shared, labels: scoresOf(table, ngramBuckets(evidence.sentence.folded)) }
        : shared;
      cache.set(evidence, scores);
    }
    return scores;
  }
}

function scoresOf(table: NgramTable, buckets: Uint16Array): Float64Array {
  const scores = new Float64Array(table.columns);
  addNgramScores(table, buckets, scores);
  return scores;
}
