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

suite('analysis/scorer', () => {
  test('a slogan is told from a deed', () => {
    const scorer = new SentenceScorer(fixtureModel());
    assert.ok(scorer.shared(evidenceOf('我们一定高度重视。')).slogan > 0.5);
    assert.ok(scorer.shared(evidenceOf('当天我去查看灯杆。')).slogan < 0.5);
  });

  test('also in traditional script and with emphasis', () => {
    const scorer = new SentenceScorer(fixtureModel());
    assert.ok(scorer.shared(evidenceOf('我們一定**高度重視**。')).slogan > 0.5);
  });

  test('a framework the model knows has a score per section and one for none', () => {
    const scorer = new SentenceScorer(lampModel('天气很好。'));
    const { labels } = scorer.in(LAMP, evidenceOf('天气很好。'));
    assert.equal(labels?.length, LAMP.sections.length + 1);
    assert.equal(labels.indexOf(Math.max(...labels)), 1);
  });

  test('one it does not know has none, but is told the rest', () => {
    const scorer = new SentenceScorer(lampModel('天气很好。'));
    const evidence = evidenceOf('天气很好。');
    assert.equal(scorer.in(QUEUE, evidence).labels, undefined);
    assert.equal(scorer.in(QUEUE, evidence).slogan, scorer.shared(evidence).slogan);
  });

  test('a sentence is scored once', () => {
    const scorer = new SentenceScorer(lampModel('天气很好。'));
    const evidence = evidenceOf('天气很好。');
    assert.equal(scorer.shared(evidence), scorer.shared(evidence));
    assert.equal(scorer.in(LAMP, evidence), scorer.in(LAMP, evidence));
    assert.notEqual(scorer.in(LAMP, evidence), scorer.in(QUEUE, evidence));
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
    const [lamp, queue] = scorer.shared(evidenceOf('排队。')).choice;
    assert.equal(lamp, 1);
    assert.ok(queue !== undefined && queue > 1);
  });
});
