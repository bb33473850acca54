import type { Framework } from '../framework/types';
import type { SentenceEvidence } from './evidence';
import { addNgramScores, type Model } from './model';
import { borrowed, borrowNgramBuckets } from './ngrams';

/** Scores sentences by their n-grams: by the words alone, whatever is known of cues. */
export class SentenceScorer {
  /** The choice is asked again for the same first sentences at every keystroke. */
  readonly #choice = new WeakMap<SentenceEvidence, Float64Array>();

  constructor(readonly model: Model) {}

  /** A score per framework of the choice model. */
  choice(evidence: SentenceEvidence): Float64Array {
    let scores = this.#choice.get(evidence);
    if (!scores) {
      const table = this.model.choiceTable();
      scores = new Float64Array(table.columns);
      const count = borrowNgramBuckets(evidence.sentence.folded);
      addNgramScores(table, borrowed, scores, 0, count);
      this.#choice.set(evidence, scores);
    }
    return scores;
  }

  /**
   * Adds the score of every section of a framework and of none to `labels`, from `at` on, where the model knows the
   * framework.
   * @returns the probability that the sentence is a slogan rather than something done
   */
  score(framework: Framework, { sentence }: SentenceEvidence, labels: Float64Array, at = 0): number {
    const count = borrowNgramBuckets(sentence.folded);
    const table = this.model.tableFor(framework);
    if (table) addNgramScores(table, borrowed, labels, at, count);
    slogan.fill(0);
    addNgramScores(this.model.sloganTable(), borrowed, slogan, 0, count);
    return 1 / (1 + Math.exp(-(slogan[0] ?? 0)));
  }
}

const slogan = new Float64Array(1);
