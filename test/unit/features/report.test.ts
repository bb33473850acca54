import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../server/src/core/features/escapeMarkdown';
import { chosenBecause, firstToFix, reportMarkdown, verdict } from '../../../server/src/core/features/report';
import type { Locale } from '../../../server/src/core/messages/messages';
import { RULE_CODES, type Finding, type RuleCode } from '../../../server/src/core/rules/types';
import { analyse, check, checkAnalysis } from '../../support/check';
import { RUBRICS } from '../../support/fixtureRubrics';
import { crlf, lines } from '../../support/marked';

/** Two things judges score. */
const SCORED = [
  { id: 'care', title: { zh: '关怀', en: 'care' }, weight: 20, sections: ['attitude'] },
  { id: 'skill', title: { zh: '本领', en: 'skill' }, weight: 30, sections: ['verify', 'handle'] },
];

const TEXT = lines('题目：路灯坏了，怎么办？', '', '我道歉。👍我查看灯杆。', '', '您急什么。', '');

function report(text: string, locale: Locale = 'zh', name = '草稿.md'): string {
  const analysis = analyse(text);
  return reportMarkdown(analysis, checkAnalysis(analysis, { locale }), name, locale, (line) => `#L${line}`);
}

const finding = (code: RuleCode, from = 0, severity: Finding['severity'] = 'information'): Finding => ({
  code,
  severity,
  range: { from, to: from },
  message: code,
  related: [],
});

suite('features/report: with neither question nor answer', () => {
  test('says so, and how to begin', () => {
    assert.match(report('\n'), /^# .*\n\n\*\*还没有题目，也没有作答内容\*\*\n\n- .*0 字/);
    assert.match(report('\n'), /\n先写上题目：/);
    assert.doesNotMatch(report('\n'), /可以提交|框架：/);
    assert.equal(verdict(analyse('---\nquestion:\n---\n'), 'en'), 'There is no question and no answer yet');
  });

  test('one of the two is enough to be judged by', () => {
    assert.match(verdict(analyse('题目：路灯坏了，怎么办？'), 'zh'), /^4 个环节中 0 个完整/);
    assert.match(verdict(analyse('我道歉。'), 'zh'), /个环节中 1 个完整/);
  });
});

suite('features/report: what comes first', () => {
  test('what costs most, at most three', () => {
    const found = firstToFix([
      finding('text.repeat'),
      finding('section.weak'),
      finding('wording.taboo'),
      finding('draft.front-matter', 0, 'warning'),
    ]);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['draft.front-matter', 'wording.taboo', 'section.weak'],
    );
  });

  test('of one kind the first in the draft', () => {
    assert.deepEqual(
      firstToFix([finding('role.shirk', 9), finding('role.shirk', 3)]).map(({ range }) => range.from),
      [3, 9],
    );
  });

  test('hints do not count', () => assert.deepEqual(firstToFix([finding('example.missing', 0, 'hint')]), []));

  test('a section for extra marks waits', () => {
    const found = firstToFix([
      finding('section.missing'),
      finding('section.weak', 5),
      finding('section.missing', 9, 'warning'),
    ]);
    assert.deepEqual(
      found.map(({ range }) => range.from),
      [9, 5, 0],
    );
  });

  test('every rule has its place', () => {
    for (const code of RULE_CODES) {
      const [first] = firstToFix([finding(code), finding('draft.front-matter')]);
      assert.equal(first?.code, 'draft.front-matter');
    }
  });

  test('the list that is given stays as it is', () => {
    const given = [finding('text.repeat'), finding('draft.front-matter')];
    firstToFix(given);
    assert.equal(given[0]?.code, 'text.repeat');
  });
});

suite('features/report: in a line', () => {
  test('the verdict counts what is expected', () => {
    assert.equal(verdict(analyse(TEXT), 'zh'), '4 个环节中 1 个完整；缺：处理、长效；薄弱：核实');
    assert.equal(
      verdict(analyse(TEXT), 'en'),
      '1 of 4 sections are full; missing: handle, lasting; weak: verify',
    );
    assert.equal(
      verdict(analyse('我道歉。我查看灯杆，问清时间。我更换灯泡。每月巡灯。'), 'zh'),
      '4 个环节中 4 个完整',
    );
  });

  test('why the framework', () => {
    assert.equal(chosenBecause(analyse(TEXT), 'zh'), '路灯报修（根据题目判断；题目中有：路灯）');
    assert.equal(chosenBecause(analyse('---\nframework: lamp\n---\n'), 'zh'), '路灯报修（文首信息指定）');
    assert.equal(chosenBecause(analyse('我道歉。'), 'zh'), '路灯报修（根据内容判断）');
    assert.equal(chosenBecause(analyse(TEXT, { rubrics: { frameworks: [], wording: [] } }), 'zh'), '');
  });
});

suite('features/report: whole', () => {
  test('in Chinese', () => {
    const text = report(TEXT);
    assert.deepEqual(
      [...text.matchAll(/^#+ .+$/gm)].map(([heading]) => heading),
      ['# 章法 · 检查报告 · 草稿.md', '## 先改这几处', '## 全文一览', '## 环节', '## 全部提示'],
    );
    assert.ok(text.includes('**4 个环节中 1 个完整；缺：处理、长效；薄弱：核实**'));
    assert.ok(text.includes('1. [1:1](#L1) 缺少“处理”环节。要有处理。 `section.missing`'));
    assert.ok(text.includes('2. [5:2](#L5) “急什么”：hurry：换个说法。 `wording.taboo`'));
    assert.ok(text.includes('| 态度 | ✓ 完整 | 道歉 |  |'));
    assert.ok(text.includes('| 核实 | ◐ 薄弱 | 看现场 | 问清楚 |'));
  });

  test('the whole answer as a strip: two percent a sign, weak sections said, text in no section too', () => {
    const answer = lines('题目：路灯坏了，怎么办？', '', '我道歉。我查看灯杆。今天天气晴朗。', '');
    const strip = /```text\n(.+)\n```\n\n(.+)\n/.exec(report(answer));
    assert.ok(strip);
    const [, cells = '', legend] = strip;
    assert.equal(cells.length, 50);
    assert.match(cells, /^1+2+·+$/);
    assert.equal(legend, '1 态度、2 核实（薄弱）、· 未归入环节。从左到右是整篇答案，一格是百分之二。');
    assert.doesNotMatch(report('题目：路灯坏了，怎么办？\n'), /全文一览/);
  });

  test('what is scored, with the weights of the writer; nothing where the framework names nothing', () => {
    const framework = { ...RUBRICS.frameworks[0]!, elements: SCORED };
    const analysis = analyse(TEXT, { rubrics: { ...RUBRICS, frameworks: [framework] } });
    const markdown = reportMarkdown(analysis, [], 'a.md', 'zh', () => '#', { skill: 35 });
    assert.match(
      markdown,
      /^## 测评要素\n\n\| 测评要素 \| 权重 \| 完整程度 \| 环节 \|\n\| --- .*\n\| 关怀 \| 20 \| 100% \| 态度 \|\n\| 本领 \| 35 \| 25% \| 核实、处理 \|\n\n按各环节/m,
    );
    assert.doesNotMatch(report(TEXT), /测评要素/);
  });

  test('each finding once', () => {
    const text = report(TEXT);
    for (const { message } of check(TEXT)) assert.equal(text.split(message).length, 2, message);
  });

  test('in English, without Chinese punctuation', () => {
    const text = report(TEXT, 'en');
    assert.ok(text.startsWith('# Zhangfa · report · 草稿.md\n'));
    assert.equal(
      /[：（）；]/.test(text),
      false,
      text
        .split('\n')
        .filter((line) => /[：（）；]/.test(line))
        .join('\n'),
    );
  });

  test('columns count UTF-16 units, lines any line end', () => {
    const text = crlf(lines('题目：路灯？', '', '我道歉。', '👍您急什么。'));
    assert.ok(report(text).includes('[4:4](#L4)'));
  });

  test('nothing to change', () => {
    const text = report('我道歉。我查看灯杆，问清时间。我更换灯泡。每月巡灯。');
    assert.ok(text.includes('没有要改的，可以提交。'));
    assert.equal(text.includes('全部提示'), false);
  });

  test('a file name is only a name', () => {
    assert.equal(escapeMarkdown('[a](b)|*c*\n`d`<e>'), '\\[a\\](b)\\|\\*c\\* \\`d\\`\\<e\\>');
    assert.ok(report(TEXT, 'zh', '稿[1](x).md').startsWith('# 章法 · 检查报告 · 稿\\[1\\](x).md\n'));
  });

  test('titles of a rubric are only titles: no cell, line, code or page of their own', () => {
    const odd = '甲|乙\n`丙`\r\n<b>丁</b>';
    const title = { zh: odd, en: odd };
    const [framework] = RUBRICS.frameworks;
    assert.ok(framework);
    const sections = framework.sections.map((section) => ({
      ...section,
      title,
      points: section.points.map((point) => ({ ...point, title })),
    }));
    const elements = SCORED.map((element) => ({ ...element, title }));
    const rubrics = { ...RUBRICS, frameworks: [{ ...framework, sections, elements }] };
    const markdown = reportMarkdown(analyse(TEXT, { rubrics }), [], 'a.md', 'zh', () => '#');
    const said = '甲\\|乙 \\`丙\\` \\<b\\>丁\\</b\\>';
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    assert.deepEqual(rows.slice(2, 4), [
      `| ${said} | ✓ 完整 | ${said} |  |`,
      `| ${said} | ◐ 薄弱 | ${said} | ${said} |`,
    ]);
    assert.deepEqual(rows.slice(-2), [
      `| ${said} | 20 | 100% | ${said} |`,
      `| ${said} | 30 | 25% | ${said}、${said} |`,
    ]);
    assert.ok(!markdown.includes(odd));
  });

  test('nor do words of the draft that a finding quotes, or titles it names, act as Markdown', () => {
    const quoting = { ...finding('wording.taboo'), message: '“<img src=x>”：\n# 换个说法*' };
    const markdown = reportMarkdown(analyse(TEXT), [quoting], 'a.md', 'zh', () => '#');
    assert.ok(
      markdown.includes('\n1. [1:1](#) “\\<img src=x\\>”： \\# 换个说法\\* `wording.taboo`\n'),
      markdown,
    );
  });

  test('the tables have as many cells in every row, whatever the draft says', () => {
    for (const row of report(`${TEXT}\n您急什么|好。`)
      .split('\n')
      .filter((line) => line.startsWith('|'))) {
      assert.equal(row.split('|').length, 6, row);
    }
  });
});
