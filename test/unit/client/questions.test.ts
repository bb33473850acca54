import * as assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KindRecogniser } from '../../../server/src/core/framework/kinds';
import { mergeKinds } from '../../../server/src/core/framework/kindsLoad';
import { referenceTexts, THERE } from '../../support/referenceDocuments';
import { readRubrics } from '../../support/rubrics';

/** From out/test/unit/client. */
const ROOT = join(__dirname, '../../../..');
/** Han characters in a row that may be the same in a reference document. */
const MOST_SHARED = 12;

suite('Questions to practise on', () => {
  const bank = JSON.parse(readFileSync(join(ROOT, 'media/questions.json'), 'utf8')) as Record<
    string,
    string[]
  >;
  const kinds = mergeKinds(readRubrics().kinds ?? []);
  const all = Object.values(bank).flat();

  test('some of every kind, none of another, none twice', () => {
    assert.deepStrictEqual(Object.keys(bank).sort(), kinds.kinds.map(({ id }) => id).sort());
    for (const [kind, questions] of Object.entries(bank)) assert.ok(questions.length >= 3, kind);
    assert.ok(all.length >= 20);
    assert.strictEqual(new Set(all).size, all.length);
  });

  test('each is recognised as one of its kind, whose minutes it gets', () => {
    const recogniser = new KindRecogniser(kinds);
    const wrong = Object.entries(bank).flatMap(([kind, questions]) =>
      questions
        .map((question) => ({ question, is: recogniser.recognise(question)?.kinds[0]?.kind.id, kind }))
        .filter(({ is }) => is !== kind),
    );
    assert.deepStrictEqual(wrong, []);
  });

  test('each asks something in a breath or two', () => {
    for (const question of all) {
      assert.ok(question.length >= 20 && question.length <= 90, question);
      assert.match(question, /[？。]$/);
    }
  });

  test('they are our own words', function () {
    if (!THERE) this.skip();
    const han = (text: string): string => text.replace(/\P{Script=Han}/gu, '');
    const documents = [...referenceTexts().values()].map(han);
    assert.ok(documents.length > 0);
    for (const question of all) {
      const text = han(question);
      for (let at = 0; at + MOST_SHARED < text.length; at++) {
        const run = text.slice(at, at + MOST_SHARED + 1);
        assert.ok(!documents.some((document) => document.includes(run)), run);
      }
    }
  });
});
