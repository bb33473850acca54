import assert from 'node:assert/strict';
import { type BlockReading, readBlock } from '../../../server/src/core/analysis/passage';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import { RecentSentences } from '../../../server/src/core/analysis/recentSentences';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { readRubrics } from '../../support/rubrics';

const lexicon = new Lexicon(readRubrics());

function read(text: string, recent?: RecentSentences): BlockReading {
  const [placed] = parseDraft(text).blocks;
  if (!placed) throw new Error('no block');
  return readBlock(placed.block, lexicon, recent);
}

const BEFORE = '我先核实情况。不归我管。当天给答复，登记清楚，三天内回访。';
const AFTER = '我马上先核实情况。不归我管。当天给答复，登记清楚，三天内回访。';

suite('analysis/recentSentences', () => {
  test('sentences that moved say the same as if they were read again', () => {
    const recent = new RecentSentences();
    recent.begin();
    const before = read(BEFORE, recent);
    recent.begin();
    const after = read(AFTER, recent);
    assert.deepEqual(after.sentences, read(AFTER).sentences);
    const [, refusal] = after.sentences;
    assert.deepEqual(
      refusal?.wording.map(({ from, to }) => AFTER.slice(from, to)),
      ['不归我管'],
    );
    assert.deepEqual(
      after.sentences.map(({ kept }, at) => kept === before.sentences[at]?.kept),
      [false, true, true],
    );
  });

  test('what was found out about a sentence is kept for as long as every version has it', () => {
    const recent = new RecentSentences();
    recent.begin();
    read(BEFORE, recent);
    recent.begin();
    read('别的一句。', recent);
    recent.begin();
    assert.equal(recent.find('不归我管。'), undefined);
    assert.ok(recent.find('别的一句。'));
  });

  test('a version of which nothing had to be read forgets nothing', () => {
    const recent = new RecentSentences();
    recent.begin();
    read(BEFORE, recent);
    recent.begin();
    recent.begin();
    assert.ok(recent.find('不归我管。'));
  });

  test('no more sentences are held than an edit touches', () => {
    const recent = new RecentSentences();
    recent.begin();
    read(Array.from({ length: 300 }, (_, at) => `第${at}户当天答复。`).join(''), recent);
    recent.begin();
    assert.ok(recent.find('第255户当天答复。'));
    assert.equal(recent.find('第256户当天答复。'), undefined);
  });
});
