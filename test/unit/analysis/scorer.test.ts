import assert from 'node:assert/strict';
import type { SentenceEvidence } from '../../../server/src/core/analysis/evidence';
import type { Model } from '../../../server/src/core/analysis/model';
import { BUCKETS, ngramBuckets } from '../../../server/src/core/analysis/ngrams';
import { pack } from '../../../server/src/core/analysis/packed';
import { SentenceScorer } from '../../../server/src/core/analysis/scorer';
import { analyse } from '../../support/check';
import { fixtureModel } from '../../support/fixtureModel';
import { LAMP, QUEUE } from '../../support/fixtureRubrics';

function evidenceOf(text: string): SentenceEvidence {
  const line = analyse(text).answer.lines[0];
  assert.ok(line);
  return line.evidence;
}

/** A model that knows `lamp`, where the words of `text` speak for its second section. */
function lampModel(text: string): Model {
  const columns = LAMP.sections.length + 1;
  const table = new Int8Array(BUCKETS * columns);
  for (const bucket of ngramBuckets(text)) table[bucket * columns + 1] = 7;
  const sections = LAMP.sections.map(({ id }) => id);
  return fixtureModel({
    frameworks: {
      lamp: { sections, bias: new Array<number>(columns).fill(0), scale: 1, ngrams: pack(table) },
    },
  });
}

/** What the words of a sentence say for each label, and how much of a slogan it is. */
function scoresOf(
  model: Model,
  text: string,
  framework = LAMP,
): { readonly labels: Float64Array; readonly slogan: number } {
  const labels = new Float64Array(framework.sections.length + 1);
  const slogan = new SentenceScorer(model).score(framework, evidenceOf(text), labels);
  return { labels, slogan };
}

suite('analysis/scorer', () => {
  test('a slogan is told from a deed', () => {
    const slogan = scoresOf(fixtureModel(), '我们一定高度重视。').slogan;
    const deed = scoresOf(fixtureModel(), '当天我去查看灯杆。').slogan;
    assert.ok(slogan > 0.5 && slogan < 1, String(slogan));
    assert.ok(deed > 0 && deed < 0.5, String(deed));
  });

  test('also in traditional script and with emphasis', () =>
    assert.ok(scoresOf(fixtureModel(), '我們一定**高度重視**。').slogan > 0.5));

  test('a framework the model knows has a score per section and one for none', () => {
    const { labels } = scoresOf(lampModel('天气很好。'), '天气很好。');
    assert.equal(labels.indexOf(Math.max(...labels)), 1);
  });

  test('one it does not know has none, but is told the rest', () => {
    const { labels, slogan } = scoresOf(lampModel('天气很好。'), '天气很好。', QUEUE);
    assert.ok(labels.every((score) => score === 0));
    assert.equal(slogan, scoresOf(lampModel('天气很好。'), '天气很好。').slogan);
  });

  test('scores are added to what is there', () => {
    const scorer = new SentenceScorer(lampModel('天气很好。'));
    const labels = new Float64Array(LAMP.sections.length + 1).fill(100);
    scorer.score(LAMP, evidenceOf('天气很好。'), labels);
    assert.ok((labels[1] ?? 0) > 100);
    assert.equal(labels[0], 100);
  });

  test('a sentence votes for a framework once', () => {
    const scorer = new SentenceScorer(fixtureModel());
    const evidence = evidenceOf('天气很好。');
    assert.equal(scorer.choice(evidence), scorer.choice(evidence));
  });

  test('the choice of a framework has a score per framework of the model', () => {
    const table = new Int8Array(BUCKETS * 2);
    for (const bucket of ngramBuckets('排队')) table[bucket * 2 + 1] = 7;
    const scorer = new SentenceScorer(
      fixtureModel({
        choice: {
          frameworks: ['lamp', 'queue'],
          bias: [1, 0],
          scale: 1,
          ngrams: pack(table),
          cue: 0,
          weakCue: 0,
        },
      }),
    );
    const [lamp, queue] = scorer.choice(evidenceOf('排队。'));
    assert.equal(lamp, 1);
    assert.ok(queue !== undefined && queue > 1);
  });
});
