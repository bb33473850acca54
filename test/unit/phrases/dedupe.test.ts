import assert from 'node:assert/strict';
import { dedupe, dedupeKey } from '../../../server/src/core/phrases/dedupe';
import { bigramsOf, keyOf, keyUnits } from '../../../server/src/core/phrases/units';
import { nearDuplicates, shingles } from '../../support/nearDuplicates';

const near = (a: string, b: string): boolean => nearDuplicates(shingles(a), shingles(b));

suite('phrases/units', () => {
  test('words are folded, all else is stepped over', () => {
    assert.equal(String.fromCharCode(...keyUnits('【某】說：“QQ群”，3 個！')), '某说qq群3个');
    for (const unit of '，。、；：“”【】（）《》 \n\t-—…·*#')
      assert.equal(keyOf(unit.charCodeAt(0)), 0, unit);
  });

  test('bigrams go over punctuation, each once', () => {
    assert.equal(bigramsOf('不回避、不推诿').length, 5);
    assert.equal(bigramsOf('谢谢谢谢').length, 1);
    assert.deepEqual(bigramsOf('好'), []);
    assert.deepEqual(bigramsOf(''), []);
  });

  test('a character beyond the basic plane is two units, and no fault', () => {
    assert.equal(bigramsOf('𠮷').length, 1);
    assert.equal(dedupeKey('\ud800'), '\ud800');
  });
});

suite('phrases/dedupe', () => {
  test('punctuation, width, case and script make no difference', () => {
    assert.equal(dedupeKey('不回避、不推諉。'), dedupeKey('不回避，不推诿'));
    assert.equal(dedupeKey('用ＱＱ群'), dedupeKey('用 qq群'));
    assert.notEqual(dedupeKey('不回避'), dedupeKey('回避'));
  });

  test('the first stays', () => {
    const items = ['认真倾听，', '认真记录', '认真倾听'].map((text) => ({ text }));
    assert.deepEqual(dedupe(items), items.slice(0, 2));
    assert.deepEqual(dedupe([]), []);
  });

  test('a word more or less is near, another meaning is not', () => {
    assert.ok(near('耐心倾听群众的意见和建议', '耐心倾听群众的意见与建议'));
    assert.ok(near('当天上门回访张大爷一家人', '当天上门回访张大爷一家'));
    assert.ok(near('多用大家的话', '会用大家的话'), 'a short phrase about the same');
    assert.ok(!near('耐心倾听群众的意见', '认真记录群众的诉求'));
    assert.ok(!near('今天能办的事不拖到明天', '今天办不了的事说清原因'));
  });

  test('a clause is near the sentence that holds it', () => {
    assert.ok(near('还原事件全貌', '通过走访当事人，还原事件全貌'));
  });

  test('nothing is near nothing only', () => {
    assert.ok(near('', '，'));
    assert.ok(!near('', '好的'));
    assert.ok(near('好', '好'));
    assert.ok(!near('好', '坏'));
  });
});
