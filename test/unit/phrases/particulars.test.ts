import assert from 'node:assert/strict';
import { PhraseClassifier } from '../../../server/src/core/phrases/classify';
import { ownParticulars, particularsIn } from '../../../server/src/core/phrases/particulars';
import { FOR_ITS_MATTER } from '../../../server/src/core/phrases/rank';
import { fold } from '../../../server/src/core/text/fold';
import { framework, point, section } from '../../support/fixtureRubrics';
import { entry, indexOf, texts } from './support';

suite('phrases/particulars', () => {
  test('persons, things and occasions of one question', () => {
    assert.deepEqual(particularsIn(fold('帮老人核对低保材料')).sort(), ['低保', '老人'].sort());
    assert.deepEqual(particularsIn(fold('帮来人核对材料')), []);
    assert.deepEqual(particularsIn(fold('幫老人核對材料')), ['老人']);
  });

  suite('what a section is about itself', () => {
    const own = (more: Parameters<typeof framework>[3], cues: readonly string[], scaffold = '我去看。') => {
      const one = section('visit', '上门', [point('see', '看望', cues)], { scaffold });
      return [...ownParticulars(framework('f', '走访', [one], more), one)];
    };
    test('a word of its points', () => assert.deepEqual(own({}, ['老人']), ['老人']));
    test('not a word that only contains it', () => assert.deepEqual(own({}, ['陪老人聊']), []));
    test('what people think of us, where it asks', () => assert.deepEqual(own({}, ['意见簿']), ['意见']));
    test('a word of its questions', () => assert.deepEqual(own({ cues: ['电梯停运'] }, ['看望']), ['电梯']));
    test('a blank of its scaffold', () =>
      assert.deepEqual(own({}, ['看望'], '把【老人】扶好，问问【业主、商户】。'), ['老人']));
  });

  test('what people think of our work', () => {
    assert.deepEqual(particularsIn(fold('记下大家对我们服务的评价')), ['意见']);
    assert.deepEqual(particularsIn(fold('听听群众的意见')), []);
  });

  test('a clause about what the section is not is held back', () => {
    const classifier = new PhraseClassifier([
      framework('f', '走访', [section('visit', '上门', [point('see', '看望', ['登门', '聊一聊'])])]),
    ]);
    const [general] = classifier.slots('登门拜访，聊一聊近况');
    const [particular] = classifier.slots('登门拜访老人，聊一聊近况');
    assert.ok(general && general.fit > 0.5);
    assert.equal(particular?.fit, FOR_ITS_MATTER);
  });
});

suite('phrases/index: phrases about one person or thing', () => {
  const index = indexOf(
    entry('把情况问清楚记下来', ['f/s@0.9']),
    entry('解决老人的实际困难', [`f/s@${FOR_ITS_MATTER}`]),
    entry('请老人看看垃圾分类的牌子', [`f/s@${FOR_ITS_MATTER}`]),
  );
  const query = { framework: 'f', section: 's', limit: 10 };

  test('are not offered by themselves', () => {
    assert.deepEqual(texts(index.query(query)), ['把情况问清楚记下来']);
    assert.deepEqual(texts(index.query({ ...query, question: '有居民来投诉，你怎么办？' })), [
      '把情况问清楚记下来',
    ]);
  });

  test('are, when the question is about all they name', () => {
    const ask = (question: string): string[] => texts(index.query({ ...query, question })).sort();
    assert.deepEqual(ask('一位老人来办事，你怎么办？'), ['把情况问清楚记下来', '解决老人的实际困难'].sort());
    assert.equal(ask('老人不会做垃圾分类，你怎么办？').length, 3);
  });

  test('are found when typed, searched for, or looked for in no section', () => {
    assert.ok(texts(index.query({ ...query, before: '解决老人' })).includes('解决老人的实际困难'));
    assert.ok(texts(index.query({ ...query, words: '老人' })).includes('解决老人的实际困难'));
    assert.equal(index.query({ limit: 10 }).length, 3);
  });
});
