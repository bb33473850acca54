import assert from 'node:assert/strict';
import { restates } from '../../../server/src/core/phrases/bare';
import { fold } from '../../../server/src/core/text/fold';

const bare = (title: string, text: string): boolean => restates(title, fold(text));

suite('phrases/bare', () => {
  test('the name of the section with light words says nothing', () => {
    assert.ok(bare('安抚致歉', '认真做好群众的安抚工作'));
    assert.ok(bare('廉洁自律', '始终做到廉洁自律'));
    assert.ok(bare('兼顾各方', '兼顾各方的利益'));
  });

  test('when, on what basis or besides what it is done adds nothing', () => {
    assert.ok(bare('安抚致歉', '如果居民很激动，就要安抚他们的情绪'));
    assert.ok(bare('关心生活', '除了办事，还要关心群众的生活'));
    assert.ok(bare('改进融入', '根据大家的反馈，不断改进自己的工作'));
  });

  test('with what, how or what else adds something', () => {
    assert.ok(!bare('安抚致歉', '端杯热茶安抚他的情绪'));
    assert.ok(!bare('改进融入', '根据大家的反馈，改成周末也开窗口'));
    assert.ok(!bare('热情接访', '态度热情，语气平和'));
  });

  test('without the name nothing is said of it', () => assert.ok(!bare('安抚致歉', '做好自己的工作')));
});
