import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Analyzer } from '../../server/src/core/analysis/analyse';
import { readModel, readRubrics, ROOT } from '../support/rubrics';
import { describe, evaluate, type Figures } from './evaluate';
import { readLabelled } from './labelled';

/** Labelled drafts kept outside the repository, which nothing here was trained on. */
const UNSEEN = join(ROOT, '../shared/corpus/dev');

suite('accuracy on drafts not trained on', () => {
  let figures: Figures;

  suiteSetup(function () {
    this.timeout(60_000);
    if (!existsSync(UNSEEN)) this.skip();
    figures = evaluate(readLabelled(UNSEEN), new Analyzer(readRubrics(), readModel()));
  });

  test('missing sections: precision at least 0.80, recall at least 0.80', () => {
    assert.ok(figures.missing.precision >= 0.8, describe(figures));
    assert.ok(figures.missing.recall >= 0.8, describe(figures));
  });
  test('status macro-F1 is at least 0.85', () => assert.ok(figures.macroF1 >= 0.85, describe(figures)));
  test('sentences to sections F1 is at least 0.85', () =>
    assert.ok(figures.sentences.f1 >= 0.85, describe(figures)));
  test('faults F1 is at least 0.70', () => assert.ok(figures.faults.f1 >= 0.7, describe(figures)));
  test('the framework is chosen right in at least 90 %', () => {
    assert.ok(figures.choice.right >= figures.choice.of * 0.9, describe(figures));
  });
  test('at most 8 % of the complete drafts are said to miss a section', () => {
    assert.ok(figures.complete.falselyMissing <= figures.complete.of * 0.08, describe(figures));
  });
  test('a section cut out is noticed in at least 90 %, with at most 5 % false alarms', () => {
    const { noticed, of, falseAlarms, others } = figures.deletion;
    assert.ok(noticed >= of * 0.9 && falseAlarms <= others * 0.05, describe(figures));
  });
});

suite('the model that ships', () => {
  test('is at most 300 000 bytes', () => {
    const { size } = statSync(join(ROOT, 'rubrics/model/model.json'));
    assert.ok(size <= 300_000, `${size} bytes`);
  });
});
