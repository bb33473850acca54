import assert from 'node:assert/strict';
import { hover } from '../../../server/src/core/features/hover';
import { sectionCard } from '../../../server/src/core/features/sectionCard';
import type { Locale } from '../../../server/src/core/messages/messages';
import type { Finding } from '../../../server/src/core/rules/types';
import { analyse, checkAnalysis, checkRule, type TestOptions } from '../../support/check';
import { crlf, lines, slice } from '../../support/marked';
import { readModel, readRubrics } from '../../support/rubrics';

const TEXT = lines(
  '题目：路灯坏了要报修，怎么办？',
  '',
  '## 核实',
  '',
  '我查看灯杆。',
  '',
  '天气很好。',
  '',
  '## 闲话',
  '',
  '一、态度要好。我道歉。',
  '',
);

/** What is shown at some words, with the words it is about. */
function at(
  text: string,
  words: string,
  locale: Locale = 'zh',
  options: TestOptions = {},
): { about: string; markdown: string } | undefined {
  const analysis = analyse(text, options);
  const shown = hover(analysis, checkAnalysis(analysis, { locale }), text.indexOf(words) + 1, locale);
  return shown && { about: slice(text, shown.range), markdown: shown.markdown };
}

suite('features/hover', () => {
  test('the question shows the framework, why it was chosen and how the answer stands', () => {
    const shown = at(TEXT, '路灯');
    assert.equal(shown?.about, '题目：路灯坏了要报修，怎么办？');
    const [framework, coverage, length] = shown.markdown.split('\n\n');
    assert.match(framework ?? '', /^\*\*路灯报修\*\* — 根据题目判断（题目中有：路灯） · 把握 \d+%$/);
    assert.equal(coverage, '态度 ✓  核实 ◐  处理 ✗  长效 ✗');
    assert.match(length ?? '', /^\d+ 字 · 约 \d+ 秒$/);
  });

  test('what the writer named is sure', () => {
    const text = '---\nquestion: 路灯坏了\nframework: lamp\n---\n\n好。';
    assert.match(at(text, '路灯')?.markdown ?? '', /^\*\*路灯报修\*\* — 文首信息指定（题目中有：路灯）\n/);
    assert.match(at('题目：灯？\n\n好。', '灯', 'zh', { framework: 'lamp' })?.markdown ?? '', /— 设置指定\n/);
  });

  test('a heading shows its section', () => {
    const shown = at(TEXT, '核实');
    assert.equal(shown?.about, '核实');
    assert.equal(
      shown.markdown,
      lines(
        '**核实** ◐ 薄弱',
        '',
        '考官看什么：要有核实。',
        '',
        '由 2 句构成',
        '',
        '✓ 已写到：看现场',
        '',
        '✗ 还缺：问清楚',
        '',
        '判断依据：薄弱',
        '',
        '- “我查看灯杆。” 看现场；线索：查看灯杆',
        '- “天气很好。” 没有线索词，按说法和位置判断（93%）；没有时间、地点、动作或数字',
      ),
    );
  });

  test('a heading that names two sections shows the one that stands under it', () => {
    const text = '题目：路灯坏了要报修，怎么办？\n\n## 处理之前先核实\n\n我查看灯杆。\n';
    assert.match(at(text, '处理之前')?.markdown ?? '', /^\*\*核实\*\*/);
  });

  test('a heading that names one section while another stands under it shows what stands there', () => {
    const text = '题目：路灯坏了要报修，怎么办？\n\n## 处理\n\n我查看灯杆，问了邻居。\n';
    assert.match(at(text, '处理')?.markdown ?? '', /^\*\*核实\*\*/);
  });

  test('a heading with nothing under it shows the section it names', () => {
    const text = '题目：路灯坏了要报修，怎么办？\n\n## 处理\n\n## 核实\n\n我查看灯杆。\n';
    assert.match(at(text, '处理')?.markdown ?? '', /^\*\*处理\*\*/);
  });

  test('a lead shows its section', () =>
    assert.match(at(TEXT, '一、态度')?.markdown ?? '', /^\*\*态度\*\* ✓ 完整/));
  test('a flagged sentence shows the section it is about', () =>
    assert.match(at(TEXT, '我查看')?.markdown ?? '', /^\*\*核实\*\*/));

  test('where one flagged sentence ends and the next begins, the one that begins', () => {
    const text = '## 甲\n\n我查看灯杆。【谁】先道歉。\n';
    const analysis = analyse(text, { framework: 'lamp' });
    const shown = hover(analysis, checkAnalysis(analysis), text.indexOf('【谁】'), 'zh');
    assert.match(shown?.markdown ?? '', /^\*\*态度\*\*/);
  });

  test('the source is told once: with what was found, or by the section', () => {
    const source = '题目：路灯坏了，怎么办？\n\n## 态度\n\n到那边走了一趟。又回来。\n';
    const [finding] = checkRule('section.weak', source, { framework: 'lamp' });
    assert.ok(finding);
    assert.deepEqual(finding.related, [{ message: '依据：参考文档 900 第 3-4 行' }]);
    const analysis = analyse(source, { framework: 'lamp' });
    const shown = (findings: readonly Finding[]): string =>
      hover(analysis, findings, finding.range.from + 1, 'zh')?.markdown ?? '';
    assert.match(shown([finding]), /^\*\*态度\*\* ◐ 薄弱/);
    assert.equal(shown([finding]).includes('_依据'), false);
    const heading = hover(analysis, [], source.indexOf('态度'), 'zh')?.markdown ?? '';
    assert.ok(heading.includes('_依据：参考文档 900 第 3-4 行_'));
  });

  test('no framework is sure by a hundred per cent unless it is named', () => {
    const options = { rubrics: readRubrics(), model: readModel() };
    const source = '题目：村民质疑整治是面子工程，网上热议，怎么办？\n\n我道歉。';
    const analysis = analyse(source, options);
    assert.ok((analysis.choice?.confidence ?? 0) > 0.995, String(analysis.choice?.confidence));
    assert.match(hover(analysis, [], 3, 'zh')?.markdown ?? '', /把握 99%/);
  });

  test('a blank to fill in shows the section it is in', () => {
    const source = '题目：路灯坏了，怎么办？\n\n我去查看灯杆，向【谁】问清时间。\n';
    assert.equal(at(source, '【谁】')?.about, '【谁】');
    assert.match(at(source, '【谁】')?.markdown ?? '', /^\*\*核实\*\* ◐ 薄弱/);
    assert.equal(at(source, '我去查看'), undefined);
  });

  test('a plain sentence shows nothing', () => {
    assert.equal(at(TEXT, '天气'), undefined);
    assert.equal(at(TEXT, '我道歉'), undefined);
  });

  test('a heading of no section shows nothing', () => assert.equal(at(TEXT, '闲话'), undefined));

  test('in English, and with Windows line ends', () => {
    assert.match(
      at(crlf(TEXT), '核实', 'en')?.markdown ?? '',
      /^\*\*verify\*\* ◐ weak\n\nWhat the judge looks for.+An answer needs verify\.\n\n2 sentences count/s,
    );
    assert.match(at(TEXT, '路灯', 'en')?.markdown ?? '', /judged by the question/);
  });

  test('no Chinese punctuation in English', () => {
    for (const words of ['核实', '路灯'])
      assert.equal(
        /[：（）；]/.test((at(TEXT, words, 'en')?.markdown ?? '：').replaceAll('路灯', '')),
        false,
      );
  });

  test('nothing without a framework', () =>
    assert.equal(at(TEXT, '路灯', 'zh', { rubrics: { frameworks: [], wording: [] } }), undefined));

  test('at both ends of what it is about', () => {
    const analysis = analyse(TEXT);
    const from = TEXT.indexOf('核实');
    const shown = [from - 1, from, from + 2, from + 3].map(
      (offset) => hover(analysis, [], offset, 'zh') !== undefined,
    );
    assert.deepEqual(shown, [false, true, true, false]);
  });

  test('nothing throws anywhere', () => {
    const analysis = analyse(TEXT);
    const findings = checkAnalysis(analysis);
    for (let offset = -1; offset <= TEXT.length + 1; offset++) {
      const shown = hover(analysis, findings, offset, 'zh');
      if (shown) assert.ok(shown.range.from <= offset && offset <= shown.range.to);
    }
  });
});

suite('features/sectionCard', () => {
  const card = (id: string, text: string, locale: Locale = 'zh'): string => {
    const analysis = analyse(text, { framework: 'lamp' });
    const coverage = analysis.sections.find(({ section }) => section.id === id);
    assert.ok(coverage);
    return sectionCard(coverage, locale);
  };

  test('a full section lacks nothing, and says its source', () => {
    assert.equal(
      card('attitude', '我道歉。'),
      lines(
        '**态度** ✓ 完整',
        '',
        '考官看什么：要有态度。',
        '',
        '由 1 句构成',
        '',
        '✓ 已写到：道歉',
        '',
        '_依据：参考文档 900 第 3-4 行_',
      ),
    );
  });

  test('a full one says why where few of its points are found', () => {
    const because = (text: string, locale?: Locale): string =>
      card('handle', text, locale).split('\n\n')[4] ?? '';
    assert.equal(because('我更换灯泡。'), '要点不必写全：这 1 句 5 字写明了做法，算完整。');
    assert.equal(
      because('我今天更换灯泡。', 'en'),
      'Full without every point: 1 sentence, 7 characters, naming times, deeds.',
    );
    assert.equal(because('我更换灯泡。确实坏了。'), '', 'half of them are not few');
  });

  test('a weak one in which every point is found lacks none', () => {
    assert.equal(card('attitude', '我道歉，谢谢提醒，对【谁】。').includes('还缺'), false);
  });

  test('a missing one has no sentence', () => {
    assert.equal(
      card('handle', ''),
      lines(
        '**处理** ✗ 缺失',
        '',
        '考官看什么：要有处理。',
        '',
        '没有句子属于这个环节。',
        '',
        '✗ 还缺：维修；确有其事；误会',
      ),
    );
  });

  test('what is not always asked for says so', () => {
    assert.match(card('lasting', ''), /^\*\*长效\*\* ✗ 缺失 · 加分项\n/);
    assert.match(card('soothe', ''), /^\*\*安抚\*\* ✗ 缺失 · 视题目而定\n/);
    assert.match(card('lasting', '', 'en'), /^\*\*lasting\*\* ✗ missing · earns extra marks\n/);
  });

  test('one sentence counts, two sentences count', () => {
    assert.match(card('attitude', '我道歉。', 'en'), /1 sentence counts/);
    assert.match(card('attitude', '我道歉。我再道歉。', 'en'), /2 sentences count/);
  });
});
