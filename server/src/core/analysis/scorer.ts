import type { Framework } from '../framework/types';
import { SentenceEvidence } from './evidence';
import { addNgramScores, type Model } from './model';
import { borrowed, borrowNgramBuckets } from './ngrams';

/** Where a sentence keeps its scores for the choice, and whose they are. */
const CHOICE = SentenceEvidence.shelf.add();

interface KeptChoice {
  readonly by: SentenceScorer;
  readonly scores: Float64Array;
}

/** Scores sentences by their n-grams: by the words alone, whatever is known of cues. */
export class SentenceScorer {
  constructor(readonly model: Model) {}

  /** A score per framework of the choice model; kept, as it is asked for the first sentences at every keystroke. */
  choice({ sentence, kept }: SentenceEvidence): Float64Array {
    const known = kept[CHOICE] as KeptChoice | undefined;
    if (known?.by === this) return known.scores;
    const table = this.model.choiceTable();
    const scores = new Float64Array(table.columns);
    const count = borrowNgramBuckets(sentence.folded);
    addNgramScores(table, borrowed, scores, 0, count);
    kept[CHOICE] = { by: this, scores };
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
