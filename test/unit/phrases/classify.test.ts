import assert from 'node:assert/strict';
import { PhraseClassifier } from '../../../server/src/core/phrases/classify';
import { framework, LAMP, point, QUEUE, section } from '../../support/fixtureRubrics';

const FRAMEWORKS = [LAMP, QUEUE];

function slots(text: string, context?: string, classifier = new PhraseClassifier(FRAMEWORKS)): string[] {
  return classifier
    .slots(text, context === undefined ? {} : { context })
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
      id === 'lamp' ? [8, 0, 0, 0, 0, 0] : undefined,
    );
    assert.deepEqual(slots('把话说得诚恳一些', undefined, leaning), []);
    assert.deepEqual(slots('把话说得诚恳一些', '当面道歉赔不是,把话说得诚恳一些', leaning), [
      'lamp/attitude/apologise',
    ]);
    assert.deepEqual(slots('带着工具查看灯杆', '当面向住户道歉,带着工具查看灯杆'), ['lamp/verify/look']);
  });

  test('words of different weight count apart, and not what others should learn', () => {
    const cues = point('p', '反思', ['反思'], { phrases: ['举一反三'], weakCues: ['台账', '清单'] });
    const review = new PhraseClassifier([framework('f', '复盘', [section('s', '反思', [cues])])]);
    assert.deepEqual(slots('事后举一反三查一遍', undefined, review), ['f/s/p']);
    assert.deepEqual(slots('把台账和清单列出来', undefined, review), []);
    assert.deepEqual(slots('我来反思这件事', undefined, review), ['f/s/p']);
    assert.deepEqual(slots('引导群众反思这件事', undefined, review), []);
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

  suite('where it was taken from', () => {
    const classifier = new PhraseClassifier(FRAMEWORKS);
    const fitOf = (text: string, surroundings = {}): number =>
      classifier.slots(text, surroundings).find(({ section }) => section === 'attitude')?.fit ?? 0;

    test('a paragraph about the section speaks for it', () => {
      const paragraph = '我先当面道歉。再赔不是。也说一声谢谢提醒。接着再道歉一次。';
      assert.ok(fitOf('当面向住户道歉', { paragraph }) > fitOf('当面向住户道歉'));
    });
    test('a single sentence is no paragraph', () => {
      const paragraph = '我先当面道歉,再赔不是,也说一声谢谢提醒,接着再道歉一次。';
      assert.equal(fitOf('当面向住户道歉', { paragraph }), fitOf('当面向住户道歉'));
    });
    test('a paragraph about another section speaks against it', () => {
      const paragraph = '带着工具查看灯杆。查看灯杆下的线。再查看灯杆。量一量,查看灯杆。';
      assert.ok(fitOf('当面向住户道歉', { paragraph }) < fitOf('当面向住户道歉'));
    });
    test('an example fits less', () => {
      const paragraph = '我先当面道歉。再赔不是。也说一声谢谢提醒。接着再道歉一次。';
      const whole = fitOf('当面向住户道歉', { paragraph });
      const example = fitOf('当面向住户道歉', { paragraph, example: true });
      assert.ok(example > 0 && example < whole);
    });
    test('what points to words the draft may not have fits less', () => {
      const paragraph = '我先当面道歉。再赔不是。也说一声谢谢提醒。接着再道歉一次。';
      assert.ok(fitOf('当面向他们道歉', { paragraph }) < fitOf('当面向住户道歉', { paragraph }));
    });
    test('to refuse a thing is to do something', () => {
      assert.deepEqual(slots('当面拒绝道歉'), ['lamp/attitude/apologise']);
    });
  });

  test('no frameworks, no text', () => {
    assert.deepEqual(new PhraseClassifier([]).slots('当面道歉'), []);
    assert.deepEqual(slots(''), []);
  });
});
