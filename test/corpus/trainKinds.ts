import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pack } from '../../server/src/core/analysis/packed';
import {
  KIND_BUCKETS,
  kindBuckets,
  KindRecogniser,
  type KindWeights,
} from '../../server/src/core/framework/kinds';
import { mergeKinds } from '../../server/src/core/framework/kindsLoad';
import type { KindSet } from '../../server/src/core/framework/types';
import { ROOT, readRubrics } from '../support/rubrics';
import { seeded, shuffle } from './random';
import { quantise, round } from './quantise';

const EPOCHS = 30;
const RATE = 0.4;
const DECAY = 5e-4;
const FOLDS = 5;

/** A question with the kinds that are right for it. */
export interface LabelledQuestion {
  readonly text: string;
  readonly kinds: readonly string[];
}

/** The questions written for the project; the published ones are never trained on. */
export function readOwnQuestions(): LabelledQuestion[] {
  const source = readFileSync(join(ROOT, 'test/fixtures/kinds/own-questions.yaml'), 'utf8');
  const lists = parse(source) as Record<string, (string | LabelledQuestion)[]>;
  return Object.entries(lists).flatMap(([kind, list]) =>
    list.map((item) => (typeof item === 'string' ? { text: item, kinds: [kind] } : item)),
  );
}

/** Trains what n-grams add to the cues (multinomial logistic regression on top of the cues' scores). */
export function trainKinds(questions: readonly LabelledQuestion[], set: KindSet): KindWeights {
  const cues = new KindRecogniser(set, { kinds: [], bias: [], scale: 0, ngrams: '' });
  const kinds = set.kinds.map(({ id }) => id);
  const columns = kinds.length;
  const weights = new Float64Array(KIND_BUCKETS * columns);
  const squares = new Float64Array(KIND_BUCKETS * columns).fill(1e-3);
  const bias = new Float64Array(columns);
  const examples = questions.map((question) => ({
    buckets: kindBuckets(question.text),
    offset: cues.scores(question.text),
    gold: kinds.map((id) => (question.kinds.includes(id) ? 1 / question.kinds.length : 0)),
  }));
  const random = seeded(5);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { buckets, offset, gold } of shuffle([...examples], random)) {
      const factor = 1 / Math.sqrt(Math.max(1, buckets.length));
      const scores = kinds.map((_, column) => {
        let score = (bias[column] ?? 0) + (offset[column] ?? 0);
        for (const bucket of buckets) score += (weights[bucket * columns + column] ?? 0) * factor;
        return score;
      });
      const max = Math.max(...scores);
      const total = scores.reduce((sum, score) => sum + Math.exp(score - max), 0);
      for (let column = 0; column < columns; column++) {
        const error = (gold[column] ?? 0) - Math.exp((scores[column] ?? 0) - max) / total;
        bias[column] = (bias[column] ?? 0) + 0.02 * error;
        for (const bucket of buckets) {
          const at = bucket * columns + column;
          const gradient = error * factor - DECAY * (weights[at] ?? 0);
          squares[at] = (squares[at] ?? 0) + gradient * gradient;
          weights[at] = (weights[at] ?? 0) + (RATE * gradient) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
  }
  const { table, scale } = quantise(weights);
  return { kinds, bias: round(bias), scale, ngrams: pack(table) };
}

/** Share of questions whose most probable kind is right. */
export function shareRight(questions: readonly LabelledQuestion[], recogniser: KindRecogniser): number {
  const right = questions.filter(({ text, kinds }) =>
    kinds.includes(recogniser.recognise(text)?.kinds[0]?.kind.id ?? ''),
  );
  return right.length / questions.length;
}

/** `node out/test/corpus/trainKinds.js`: writes rubrics/model/kinds.json and says how well held-out questions do. */
function main(): void {
  const set = mergeKinds(readRubrics().kinds ?? []);
  const questions = readOwnQuestions();
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const train = questions.filter((_question, index) => index % FOLDS !== fold);
    const check = questions.filter((_question, index) => index % FOLDS === fold);
    return shareRight(check, new KindRecogniser(set, trainKinds(train, set)));
  });
  const weights = trainKinds(questions, set);
  const file = join(ROOT, 'rubrics/model/kinds.json');
  writeFileSync(file, `${JSON.stringify(weights)}\n`);
  console.log(
    `${questions.length} questions; held out in turn: ${(folds.reduce((sum, share) => sum + share, 0) / FOLDS).toFixed(3)}; ` +
      `trained on: ${shareRight(questions, new KindRecogniser(set, weights)).toFixed(3)}; ${JSON.stringify(weights).length} bytes`,
  );
}

if (require.main === module) main();
