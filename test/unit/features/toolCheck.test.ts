import assert from 'node:assert/strict';
import { toFileResult } from '../../../server/src/core/features/result';
import { checkAnswer } from '../../../server/src/core/features/toolCheck';
import { analyse, checkAnalysis } from '../../support/check';
import { lines } from '../../support/marked';

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
});
