import assert from 'node:assert/strict';
import {
  workspaceMarkdown,
  workspaceRow,
  type WorkspaceModel,
} from '../../../server/src/core/features/reportWorkspace';
import type { Locale } from '../../../server/src/core/messages/messages';
import type { Rubrics } from '../../../server/src/core/framework/types';
import { analyse, checkAnalysis } from '../../support/check';
import { RUBRICS } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';

const TEXT = lines('题目：路灯坏了，怎么办？', '', '我道歉。👍我查看灯杆。', '', '您急什么。', '');

function row(
  text: string,
  locale: Locale = 'zh',
  rubrics: Rubrics = RUBRICS,
): WorkspaceModel['rows'][number] {
  const analysis = analyse(text, { rubrics });
  return workspaceRow('file:///w/a.md', 'a_1.md', analysis, checkAnalysis(analysis, { locale }), locale);
}

const model = (more: Partial<WorkspaceModel>): WorkspaceModel => ({
  locale: 'zh',
  files: 3,
  cancelled: false,
  rows: [],
  unreadable: [],
  ...more,
});

suite('features/reportWorkspace', () => {
  test('a draft in numbers: full sections of those the question asks for, findings, seconds', () => {
    const { framework, full, expected, sections, findings, seconds, verdict } = row(TEXT);
    assert.deepEqual([framework, full, expected], ['路灯报修', 1, 4]);
    assert.equal(verdict, '4 个环节中 1 个完整；缺：处理、长效；薄弱：核实');
    assert.deepEqual(sections, [
      { title: '态度', status: 'full' },
      { title: '核实', status: 'weak' },
      { title: '处理', status: 'absent' },
      { title: '长效', status: 'absent' },
    ]);
    assert.equal(findings, checkAnalysis(analyse(TEXT)).length);
    assert.equal(seconds, analyse(TEXT).length.spokenSeconds);
  });

  test('without a framework a draft has no sections', () => {
    const { framework, full, expected, sections } = row(TEXT, 'zh', { frameworks: [], wording: [] });
    assert.deepEqual([framework, full, expected, sections], ['', 0, 0, []]);
  });

  test('a table with a link to each draft; names that look like Markdown stay names', () =>
    assert.deepEqual(
      workspaceMarkdown(model({ rows: [row(TEXT)] }))
        .split('\n')
        .slice(2),
      [
        '3 个 Markdown 文件中有 1 篇草稿。',
        '',
        '| 草稿 | 框架 | 环节 | 结论 | 提示 | 时长 |',
        '| --- | --- | --- | --- | ---: | ---: |',
        '| [a\\_1.md](file:///w/a.md) | 路灯报修 | 态度 ✓ 核实 ◐ 处理 ✗ 长效 ✗ | 4 个环节中 1 个完整；缺：处理、长效；薄弱：核实 | 4 | 4 秒 |',
        '',
      ],
    ));

  test('files that could not be read are listed with the reason', () =>
    assert.deepEqual(
      workspaceMarkdown(model({ unreadable: [{ name: 'b*.md', reason: '太大' }] })).split('\n'),
      [
        '# 章法 · 工作区检查',
        '',
        '3 个 Markdown 文件中有 0 篇草稿。',
        '',
        '## 没有读取的文件',
        '',
        '- b\\*.md：太大',
        '',
      ],
    ));

  test('a check that was stopped says so', () => {
    assert.match(workspaceMarkdown(model({ cancelled: true })), /检查已取消，以下只是已完成的部分。/);
    assert.doesNotMatch(workspaceMarkdown(model({})), /取消/);
  });

  test('in English', () => {
    const text = workspaceMarkdown(model({ locale: 'en', rows: [row(TEXT, 'en')] }));
    assert.match(text, /^# Zhangfa · workspace check\n/);
    assert.match(
      text,
      /\| framework lamp \| attitude ✓ verify ◐ handle ✗ lasting ✗ \| 1 of 4 sections are full;/,
    );
  });
});
