import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lexicon } from '../../server/src/core/analysis/lexicon';
import type { ModelData } from '../../server/src/core/analysis/model';
import { readRubrics, ROOT } from '../support/rubrics';
import { trainingSet } from './augment';
import { toAloneExamples, toExample } from './examples';
import { type LabelledDraft, readLabelled } from './labelled';
import { readLines } from './lines';
import { isCheckAuthor } from './split';
import { trainChain } from './trainChain';
import { trainChoice } from './trainChoice';
import { trainSlogan } from './trainSlogan';
import { trainStatus } from './trainStatus';

/**
 * Trains a model on labelled drafts. Deterministic: the same drafts and rubrics give the same model.
 * @param others drafts of frameworks there is too little text of to learn their sentences: they teach the choice alone
 */
export function trainModel(
  drafts: readonly LabelledDraft[],
  lexicon: Lexicon,
  others: readonly LabelledDraft[] = [],
): ModelData {
  const examples = trainingSet(drafts).map((draft) => toExample(draft, lexicon));
  const chain = trainChain(examples, lexicon.rubrics, toAloneExamples(readLines(), lexicon.rubrics));
  const status = trainStatus(drafts, lexicon);
  const choice = trainChoice(drafts, lexicon, others);
  return { version: 1, ...chain, status, choice, slogan: trainSlogan(drafts, lexicon) };
}

/**
 * Trains the model that ships with the extension and writes rubrics/model/model.json. `--all` also uses the authors
 * kept for checking (for the release; the figures in the model card come from a run without it).
 */
function main(): void {
  const all = process.argv.includes('--all');
  const lexicon = new Lexicon(readRubrics());
  const read = (name: string): LabelledDraft[] =>
    readLabelled(join(ROOT, 'test/corpus', name)).filter((draft) => all || !isCheckAuthor(draft.author));
  const drafts = read('drafts');
  const folder = join(ROOT, 'rubrics/model');
  mkdirSync(folder, { recursive: true });
  const json = JSON.stringify(trainModel(drafts, lexicon, read('others')), null, 1) + '\n';
  writeFileSync(join(folder, 'model.json'), json);
  const sentences = drafts.reduce((sum, draft) => sum + draft.sentences.length, 0);
  console.log(
    `${drafts.length} drafts, ${sentences} sentences -> model.json, ${Math.round(json.length / 1024)} KB`,
  );
}

if (require.main === module) main();
