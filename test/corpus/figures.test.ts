import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
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

  test('missing sections F1 is at least 0.60', () => assert.ok(figures.missing.f1 >= 0.6, describe(figures)));
  test('status macro-F1 is at least 0.50', () => assert.ok(figures.macroF1 >= 0.5, describe(figures)));
  test('the framework is chosen right in at least 85 %', () => {
    assert.ok(figures.choice.right >= figures.choice.of * 0.85, describe(figures));
  });
  test('at most one complete draft in ten is said to miss a section', () => {
    assert.ok(figures.complete.falselyMissing <= figures.complete.of * 0.1, describe(figures));
  });
});
