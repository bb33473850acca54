import { resolve } from 'node:path';
import { Analyzer } from '../../server/src/core/analysis/analyse';
import { Lexicon } from '../../server/src/core/analysis/lexicon';
import { Model } from '../../server/src/core/analysis/model';
import { readRubrics } from '../support/rubrics';
import { describe, evaluate, type Figures, merge } from './evaluate';
import { type LabelledDraft, readLabelled } from './labelled';
import { trainModel } from './train';

const FOLDS = 5;

/**
 * Measures every draft by a model that has not seen its author: the authors are dealt into five groups, and each
 * group is checked by a model trained on the other four. Steadier than one group of check authors, but the wording
 * lists and settings were made with all of them in view.
 */
export function crossValidate(
  drafts: readonly LabelledDraft[],
  others: readonly LabelledDraft[] = [],
): Figures {
  const rubrics = readRubrics();
  const lexicon = new Lexicon(rubrics);
  const authors = [...new Set(drafts.map(({ author }) => author))].sort();
  const parts: Figures[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(authors.filter((_, index) => index % FOLDS === fold));
    const model = new Model(
      trainModel(
        drafts.filter(({ author }) => !held.has(author)),
        lexicon,
        others,
      ),
    );
    parts.push(
      evaluate(
        drafts.filter(({ author }) => held.has(author)),
        new Analyzer(rubrics, model),
      ),
    );
  }
  return merge(parts);
}

if (require.main === module) {
  const folder = process.argv[2] ?? 'test/corpus/drafts';
  const figures = crossValidate(readLabelled(resolve(folder)), readLabelled(resolve('test/corpus/others')));
  console.log(
    `${describe(figures)}\n\nwhat differs:\n${figures.differences.map((line) => `  ${line}`).join('\n')}`,
  );
}
