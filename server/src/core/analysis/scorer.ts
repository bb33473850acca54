import type { Framework } from '../framework/types';
import { SentenceEvidence } from './evidence';
import { addNgramScores, type Model } from './model';
import { borrowed, borrowNgramBuckets } from './ngrams';
import { keptWithLast } from '../text/kept';

const choiceScores = keptWithLast<SentenceEvidence, Float64Array>(SentenceEvidence);

/** Scores sentences by their n-grams: by the words alone, whatever is known of cues. */
export class SentenceScorer {
  constructor(readonly model: Model) {}

  /** A score per framework of the choice model; kept, as it is asked for the first sentences at every keystroke. */
  choice(evidence: SentenceEvidence): Float64Array {
    return choiceScores(evidence, this, () => {
      const table = this.model.choiceTable();
      const scores = new Float64Array(table.columns);
      const count = borrowNgramBuckets(evidence.sentence.folded);
      addNgramScores(table, borrowed, scores, 0, count);
      return scores;
    });
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
