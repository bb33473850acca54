import assert from 'node:assert/strict';
import { type WorkspaceRow, workspaceRow } from '../../../server/src/core/features/reportWorkspace';
import type { Locale } from '../../../server/src/core/messages/messages';
import type { Rubrics } from '../../../server/src/core/framework/types';
import { analyse, checkAnalysis } from '../../support/check';
import { RUBRICS } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';

const TEXT = lines('题目：路灯坏了，怎么办？', '', '我道歉。👍我查看灯杆。', '', '您急什么。', '');

function row(text: string, locale: Locale = 'zh', rubrics: Rubrics = RUBRICS): WorkspaceRow {
  const analysis = analyse(text, { rubrics });
  return workspaceRow('file:///w/a.md', 'a_1.md', analysis, checkAnalysis(analysis, { locale }), locale);
}

suite('features/reportWorkspace', () => {
  test('a draft in numbers: the sections the question asks for, findings, seconds', () => {
    const { framework, sections, findings, seconds, verdict } = row(TEXT);
    assert.equal(framework, '路灯报修');
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
    const { framework, sections } = row(TEXT, 'zh', { frameworks: [], wording: [] });
    assert.deepEqual([framework, sections], ['', []]);
  });

  test('in English', () => {
    const { framework, sections, verdict } = row(TEXT, 'en');
    assert.deepEqual(
      [framework, ...sections.map(({ title }) => title)],
      ['framework lamp', 'attitude', 'verify', 'handle', 'lasting'],
    );
    assert.match(verdict, /^1 of 4 sections are full;/);
  });
});
