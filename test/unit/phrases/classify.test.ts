import assert from 'node:assert/strict';
import { PhraseClassifier } from '../../../server/src/core/phrases/classify';
import { LAMP, QUEUE } from '../../support/fixtureRubrics';

const FRAMEWORKS = [LAMP, QUEUE];

function slots(text: string, context?: string, classifier = new PhraseClassifier(FRAMEWORKS)): string[] {
  return classifier
    .slots(text, context)
    .map(({ framework, section, point }) => `${framework}/${section}/${point ?? '-'}`);
}

suite('phrases/classify', () => {
  test('a cue names section and point', () => {
    assert.deepEqual(slots('当面向住户道歉'), ['lamp/attitude/apologise']);
    assert.deepEqual(slots('带着工具查看灯杆'), ['lamp/verify/look']);
  });

  test('width and script make no difference', () =>
    assert.deepEqual(slots('當面向住戶道歉'), ['lamp/attitude/apologise']));

  test('a phrase may serve several frameworks', () => {
    assert.deepEqual(slots('道歉后马上加开窗口'), ['lamp/attitude/apologise', 'queue/open/window']);
  });

  test('without a cue it serves none', () => assert.deepEqual(slots('今天的天气真不错'), []));

  test('a cue that is negated is none', () => assert.deepEqual(slots('绝不道歉了事'), []));

  test('the words beside a clause speak for it, less than its own', () => {
    const leaning = new PhraseClassifier(FRAMEWORKS, ({ id }) =>
      id === 'lamp' ? [2, 0, 0, 0, 0, 0] : undefined,
    );
    assert.deepEqual(slots('把话说得诚恳一些', undefined, leaning), []);
    assert.deepEqual(slots('把话说得诚恳一些', '当面道歉赔不是,把话说得诚恳一些', leaning), [
      'lamp/attitude/apologise',
    ]);
    assert.deepEqual(slots('带着工具查看灯杆', '当面向住户道歉,带着工具查看灯杆'), ['lamp/verify/look']);
  });

  test('the point with the most words is named', () => {
    assert.deepEqual(slots('道歉，赔不是，也说一声谢谢提醒'), ['lamp/attitude/apologise']);
  });

  test('the model counts', () => {
    const model = new PhraseClassifier(FRAMEWORKS, ({ id }) =>
      id === 'lamp' ? [-6, 6, -6, -6, -6, -6] : undefined,
    );
    assert.deepEqual(slots('当面向住户道歉', undefined, model), []);
    assert.deepEqual(slots('带着工具查看灯杆', undefined, model), ['lamp/verify/look']);
    assert.deepEqual(slots('请大家加开窗口', undefined, model), ['queue/open/window']);
  });

  test('the model alone, with no word of the section, is not enough', () => {
    const model = new PhraseClassifier(FRAMEWORKS, ({ sections }) => [...sections.map(() => 9), 0]);
    assert.deepEqual(slots('今天的天气真不错', undefined, model), []);
  });

  test('fit is a probability; at most two sections of a framework', () => {
    const found = new PhraseClassifier([LAMP]).slots('道歉、查看灯杆、更换灯泡、每月巡灯');
    assert.ok(found.length <= 2);
    for (const { fit } of found) assert.ok(fit > 0 && fit <= 1);
  });

  test('no frameworks, no text', () => {
    assert.deepEqual(new PhraseClassifier([]).slots('当面道歉'), []);
    assert.deepEqual(slots(''), []);
  });
});
