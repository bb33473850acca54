import assert from 'node:assert/strict';
import { toFileResult } from '../../../server/src/core/features/result';
import { checkAnswer, checkForTool, noSuchFramework } from '../../../server/src/core/features/toolCheck';
import type { References } from '../../../server/src/core/references/types';
import { analyse, analyzerFor, checkAnalysis } from '../../support/check';
import { RUBRICS } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';
import { libraryOf } from '../references/support';

const TEXT = lines('题目：路灯坏了，怎么办？', '', '我道歉。我查看灯杆。', '', '您急什么。', '');
const analysis = analyse(TEXT);
const findings = checkAnalysis(analysis);

suite('features/toolCheck', () => {
  test('the report names the file and links to its lines, whatever is in its path', () => {
    const { text } = checkAnswer(analysis, findings, '我的 稿/a.md', 'zh');
    assert.match(text, /^# .*我的 稿\/a\.md/);
    assert.match(text, /\(%E6%88%91%E7%9A%84%20%E7%A8%BF\/a\.md#L5\)/);
  });

  test('text that is in no file is called a draft', () => {
    assert.match(checkAnswer(analysis, findings, undefined, 'zh').text, /^# .*草稿/);
    assert.match(checkAnswer(analysis, findings, undefined, 'en').text, /^# .*Draft/);
    assert.equal((checkAnswer(analysis, findings, undefined, 'zh').result as { path: string }).path, '-');
  });

  test('the result is that of the command line, without what only editors need', () => {
    const full = toFileResult('a.md', analysis, findings, 'zh');
    const { result } = checkAnswer(analysis, findings, 'a.md', 'zh');
    const { sentences, sections, ...rest } = full;
    assert.ok(sentences.length > 0 && sections.some(({ ranges }) => ranges.length > 0));
    assert.deepEqual(JSON.parse(JSON.stringify(result)), {
      version: 1,
      ...JSON.parse(JSON.stringify(rest)),
      sections: sections.map(({ id, title, status, points }) => ({ id, title, status, points })),
    });
  });

  test('rules that failed are told after the report', () =>
    assert.match(
      checkAnswer(analysis, findings, 'a.md', 'zh', ['规则甲没有运行', '规则乙']).text,
      /\n规则甲没有运行\n规则乙$/,
    ));

  const OPTIONS = { locale: 'zh', speakingRate: 200, minutes: 0 } as const;

  test('a draft is checked as it is everywhere, by the framework that is asked for', () => {
    const { text, result } = checkForTool(analyzerFor(), TEXT, 'a.md', { ...OPTIONS, framework: 'lamp' });
    const lamp = analyse(TEXT, { framework: 'lamp' });
    assert.deepEqual({ text, result }, checkAnswer(lamp, checkAnalysis(lamp), 'a.md', 'zh'));
    const queue = checkForTool(analyzerFor(), TEXT, 'a.md', { ...OPTIONS, framework: 'queue' }).text;
    assert.match(queue, /排队疏导/);
    assert.doesNotMatch(text, /排队疏导/);
  });

  test('a rule that fails is told below the report, and the others go on', () => {
    const library = libraryOf({});
    const broken: References = {
      ...{ phrases: library.phrases, revision: 1, documents: new Map(), remove: () => false },
      ...{ add: () => undefined, paragraphAt: () => undefined, spanOf: () => undefined },
      copies: () => {
        throw new RangeError('torn');
      },
    };
    const { text } = checkForTool(analyzerFor(), TEXT, 'a.md', { ...OPTIONS, references: broken });
    assert.match(text, /\n规则 source\.copied 出错，其余规则照常：RangeError: torn$/);
    assert.match(text, /急什么/);
  });

  test('a framework there is not is named with those there are, in both languages', () => {
    assert.equal(noSuchFramework(RUBRICS.frameworks, undefined), undefined);
    assert.equal(noSuchFramework(RUBRICS.frameworks, 'lamp'), undefined);
    assert.equal(
      noSuchFramework(RUBRICS.frameworks, 'lamb'),
      '没有框架“lamb” / no such framework（lamp, queue）',
    );
  });
});
