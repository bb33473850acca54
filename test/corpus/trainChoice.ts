import type { Lexicon } from '../../server/src/core/analysis/lexicon';
import { layOut } from '../../server/src/core/analysis/layOut';
import type { ChoiceModelData } from '../../server/src/core/analysis/model';
import { BUCKETS, ngramBuckets } from '../../server/src/core/analysis/ngrams';
import { MAX_WEIGHT, pack } from '../../server/src/core/analysis/packed';
import { readBlock } from '../../server/src/core/analysis/passage';
import { parseDraft } from '../../server/src/core/draft/draft';
import { OTHER, QUESTION_SALT } from '../../server/src/core/framework/asked';
import { fold } from '../../server/src/core/text/fold';
import type { LabelledDraft } from './labelled';
import { seeded, shuffle } from './random';
import { DROPPED_OF_MODEL, KEPT_WHOLE, quantise, round } from './quantise';

const EPOCHS = 20;
const RATE = 0.5;
/** Log-odds a cue of the framework in the question adds; set by hand so that it also serves frameworks not trained on. */
const CUE = 0.8;
const WEAK_CUE = 0.25;

/** Trains the choice of a framework from the question and the answer (multinomial logistic regression). */
export function trainChoice(
  drafts: readonly LabelledDraft[],
  lexicon: Lexicon,
  others: readonly LabelledDraft[] = [],
): ChoiceModelData {
  const frameworks = lexicon.rubrics.frameworks.filter(({ id }) =>
    drafts.some((draft) => draft.framework === id),
  );
  const columns = frameworks.length + (others.length > 0 ? 1 : 0);
  const weights = new Float64Array(BUCKETS * columns);
  const squares = new Float64Array(BUCKETS * columns).fill(1e-3);
  const bias = new Float64Array(columns);
  const examples = [...drafts, ...others]
    .filter((draft) => !draft.faults.includes('question.off-topic'))
    .map((draft) => {
      const parsed = parseDraft(draft.text);
      const { lines } = layOut(parsed, (block) => readBlock(block, lexicon));
      const question = fold(parsed.question?.text ?? '');
      const values = new Map<number, number>();
      const add = (buckets: Uint16Array, share: number): void => {
        for (const bucket of buckets)
          values.set(bucket, (values.get(bucket) ?? 0) + share / Math.sqrt(buckets.length));
      };
      add(ngramBuckets(question, QUESTION_SALT), 1);
      for (const line of lines) add(ngramBuckets(line.evidence.sentence.folded), 1 / lines.length);
      const cues = frameworks.map(
        (framework) =>
          framework.cues.filter((word) => question.includes(fold(word))).length * CUE +
          framework.weakCues.filter((word) => question.includes(fold(word))).length * WEAK_CUE,
      );
      const own = frameworks.findIndex(({ id }) => id === draft.framework);
      return { values, cues, gold: own < 0 ? frameworks.length : own };
    });
  const random = seeded(3);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { values, cues, gold } of shuffle([...examples], random)) {
      const scores = Array.from({ length: columns }, (_, column) => {
        let score = (bias[column] ?? 0) + (cues[column] ?? 0);
        for (const [bucket, value] of values) score += value * (weights[bucket * columns + column] ?? 0);
        return Math.exp(score);
      });
      const total = scores.reduce((sum, score) => sum + score, 0);
      for (let column = 0; column < columns; column++) {
        const error = (column === gold ? 1 : 0) - (scores[column] ?? 0) / total;
        if (Math.abs(error) < 1e-3) continue;
        bias[column] = (bias[column] ?? 0) + 0.02 * error;
        for (const [bucket, value] of values) {
          const at = bucket * columns + column;
          const gradient = error * value;
          squares[at] = (squares[at] ?? 0) + gradient * gradient;
          weights[at] = (weights[at] ?? 0) + (RATE * gradient) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
  }
  const { table, scale } = quantise(weights, KEPT_WHOLE, MAX_WEIGHT, DROPPED_OF_MODEL);
  return {
    frameworks: [...frameworks.map(({ id }) => id), ...(others.length > 0 ? [OTHER] : [])],
    bias: round(bias),
    scale,
    ngrams: pack(table),
    cue: CUE,
    weakCue: WEAK_CUE,
  };
}
