import { layOut } from '../../server/src/core/analysis/layOut';
import type { Lexicon } from '../../server/src/core/analysis/lexicon';
import type { SloganModelData } from '../../server/src/core/analysis/model';
import { BUCKETS, ngramBuckets } from '../../server/src/core/analysis/ngrams';
import { MAX_WEIGHT, pack } from '../../server/src/core/analysis/packed';
import { readBlock } from '../../server/src/core/analysis/passage';
import { parseDraft } from '../../server/src/core/draft/draft';
import { sectionAt } from './examples';
import type { LabelledDraft } from './labelled';
import { seeded, shuffle } from './random';
import { DROPPED_OF_MODEL, KEPT_WHOLE, quantise } from './quantise';

const EPOCHS = 12;
const RATE = 0.6;

/**
 * Trains what tells a slogan from a deed (logistic regression on n-grams): the sentences of drafts graded as
 * template talk against the sentences that realise a section graded full.
 */
export function trainSlogan(drafts: readonly LabelledDraft[], lexicon: Lexicon): SloganModelData {
  const samples = drafts.flatMap((draft) => {
    const { lines } = layOut(parseDraft(draft.text), (block) => readBlock(block, lexicon));
    const slogans = draft.faults.includes('cliche');
    return lines.flatMap((line) => {
      const full = sectionAt(draft, line).some((section) => draft.sections[section] === 'full');
      if (slogans === full) return [];
      return [{ buckets: ngramBuckets(line.evidence.sentence.folded), slogan: slogans ? 1 : 0 }];
    });
  });
  const positives = samples.filter(({ slogan }) => slogan === 1).length;
  // Slogans are rare in the corpus; weighing them up makes one half the even point.
  const weight = positives === 0 ? 1 : Math.min(4, (samples.length - positives) / positives / 2);
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1e-2);
  let bias = -1;
  const random = seeded(11);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { buckets, slogan } of shuffle(samples, random)) {
      const factor = 1 / Math.sqrt(Math.max(1, buckets.length));
      let score = bias;
      for (const bucket of buckets) score += (weights[bucket] ?? 0) * factor;
      const error = (slogan - 1 / (1 + Math.exp(-score))) * (slogan === 1 ? weight : 1);
      bias += 0.01 * error;
      for (const bucket of buckets) {
        const gradient = error * factor;
        squares[bucket] = (squares[bucket] ?? 0) + gradient * gradient;
        weights[bucket] = (weights[bucket] ?? 0) + (RATE * gradient) / Math.sqrt(squares[bucket] ?? 1);
      }
    }
  }
  const { table, scale } = quantise(weights, KEPT_WHOLE, MAX_WEIGHT, DROPPED_OF_MODEL);
  return { bias: Number(bias.toFixed(3)), scale, ngrams: pack(table) };
}
