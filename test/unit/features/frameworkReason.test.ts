import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { frameworkReason } from '../../../server/src/core/features/frameworkReason';
import { questionOnly } from '../../../server/src/core/features/newDraft';
import type { Locale } from '../../../server/src/core/messages/messages';
import { analyse } from '../../support/check';
import { readModel, readRubrics } from '../../support/rubrics';

const options = { rubrics: readRubrics(), model: readModel() };

/** What speaks for a framework, for the question alone. */
function reason(id: string, question: string, locale: Locale = 'zh'): unknown {
  const framework = options.rubrics.frameworks.find((one) => one.id === id);
  assert.ok(framework, id);
  assert.equal(parseDraft(questionOnly(question)).question?.text, question);
  return frameworkReason(framework, analyse(questionOnly(question), options), locale);
}

suite('features/frameworkReason', () => {
  const EMERGENCY = '暴雨夜里山体滑坡，几户村民不愿撤离，你怎么办？';

  test('the kind of question it is for, and the words that tell', () => {
    assert.deepEqual(reason('emergency', EMERGENCY), {
      kind: '应急应变',
      because: ['暴雨', '不愿撤离', '滑坡'],
    });
  });

  test('in English the title of the kind is English', () =>
    assert.deepEqual(Object.entries(reason('emergency', EMERGENCY, 'en') as object)[0], [
      'kind',
      'Emergency',
    ]));

  test('the sort of the kind, where it has several', () => {
    const question = '领导让你开展一次用水情况的调研，你怎么组织？';
    const kindOf = (id: string): unknown => Object.entries(reason(id, question) as object)[0];
    assert.deepEqual(kindOf('planning-research'), ['kind', '计划组织·调研']);
    assert.deepEqual(kindOf('planning-activity'), ['kind', '计划组织']);
  });

  test('nothing for a framework that is for something else', () =>
    assert.deepEqual(reason('analysis-cartoon', EMERGENCY), { because: [] }));
});
