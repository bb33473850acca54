import assert from 'node:assert/strict';
import { reportBody } from '../../../client/src/report/view';
import { reportModel } from '../../../server/src/core/features/reportModel';
import { analyse } from '../../support/check';
import { bodyOf, HISTORY, moment, report, tags, TEXT } from './reportPages';

suite('Report page: structure', () => {
  const html = bodyOf(report());

  test('one first heading, none skipped, every section named by its heading', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `h${level} after h${before}`);
      return level;
    }, 0);
    const ids = tags(html).flatMap(({ attributes }) => attributes.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { name, attributes } of tags(html))
      if (name === 'section') assert.ok(ids.includes(attributes.get('aria-labelledby') ?? ''));
  });

  test('says what there is to say, in the order of its weight', () => {
    const headings = [...html.matchAll(/<h2 id="(\w+)-title">([^<]*)</g)].map(([, id]) => id);
    assert.deepEqual(headings, ['first', 'strip', 'sections', 'time', 'faults', 'history']);
    assert.ok(html.includes('4 个环节中 1 个完整；缺：处理、长效；薄弱：核实'));
  });

  test('the ring shows as full only what is full', () => {
    const arcs = tags(html)
      .filter(({ name, attributes }) => name === 'circle' && attributes.get('class')?.startsWith('fill'))
      .map(({ attributes }) => [attributes.get('class'), attributes.get('transform')]);
    // One of four is full, and the next is weak.
    assert.deepEqual(arcs, [
      ['fill', 'rotate(-90 32 32)'],
      ['fill thin', 'rotate(0 32 32)'],
    ]);
    assert.ok(html.includes('>1/4</text>'));
  });

  test('a section that is full with few of its points says why', () => {
    const analysis = analyse('题目：路灯坏了，怎么办？\n\n我更换灯泡。');
    const options = { name: '稿.md', locale: 'zh', minutes: 2, speakingRate: 200 } as const;
    const page = bodyOf(reportModel(analysis, [], options));
    assert.ok(page.includes('<p class="muted">要点不必写全：这 1 句 5 字写明了做法，算完整。</p>'));
  });

  test('a part of the strip is named where its name has room, Latin letters taking less of it', () => {
    const named = (title: string): string | undefined => {
      const model = report();
      const [first, ...others] = model.sections;
      assert(first);
      const page = bodyOf({ ...model, sections: [{ ...first, title }, ...others] });
      return /<text x="12.5%" y="38">([^<]*)</.exec(page)?.[1];
    };
    // A quarter of the narrowest strip takes six Han characters.
    assert.equal(named('态度诚恳'), '1 态度诚恳');
    assert.equal(named('态度要诚恳'), '1');
    assert.equal(named('Attitude'), '1 Attitude');
    assert.equal(named('Closing thought'), '1');
  });

  test('the strip is said in words', () => {
    const strip = tags(html).find(({ attributes }) => attributes.get('class') === 'strip');
    assert.equal(strip?.attributes.get('role'), 'img');
    assert.match(
      strip.attributes.get('aria-label') ?? '',
      /^态度 0%–25%; 核实 25%–67%; 未归入环节 67%–100%; 找到要点 2 处$/,
    );
  });

  test('the state of a section is in words, beside its mark', () => {
    const rows = html.slice(html.indexOf('<tbody')).split('<tr').slice(1, 5);
    for (const [index, words] of ['✓ 完整', '◐ 薄弱', '✗ 缺失', '✗ 缺失'].entries()) {
      const text = (rows[index] ?? '').replace(/<[^>]*>/g, '');
      assert.ok(text.includes(words), text);
    }
  });

  test('what is found can be jumped to, what is missing inserted; buttons have names', () => {
    const buttons = tags(html).filter(({ name }) => name === 'button');
    const acts = buttons.map(({ attributes }) => attributes.get('data-act'));
    assert.ok(buttons.every(({ attributes }) => attributes.get('type') === 'button'));
    assert.deepEqual(
      buttons
        .filter(({ attributes }) => attributes.get('data-act') === 'insert')
        .map(({ attributes }) => [attributes.get('data-section'), attributes.get('aria-label')]),
      [
        ['handle', '插入提纲：处理'],
        ['handle', '插入提纲：处理'],
        ['lasting', '插入提纲：长效'],
        ['lasting', '插入提纲：长效'],
      ],
    );
    for (const act of ['recheck', 'export', 'jump']) assert.ok(acts.includes(act), act);
    const from = String(TEXT.indexOf('查看灯杆'));
    assert.ok(buttons.some(({ attributes }) => attributes.get('data-from') === from));
  });

  test('on paper there is nothing to click', () => {
    const paper = bodyOf(report(), false);
    assert.doesNotMatch(paper, /<button|data-act|id="stale"/);
    assert.ok(paper.includes('第 5 行'));
  });

  test('nothing to change', () => {
    const analysis = analyse('我道歉。我查看灯杆，问清时间。我更换灯泡。每月巡灯。');
    const good = reportModel(analysis, [], { name: 'a', locale: 'zh', minutes: 0, speakingRate: 200 });
    const text = bodyOf(good);
    assert.ok(text.includes('没有要改的，可以提交。'));
    assert.ok(!text.includes('其余提示'));
  });

  test('with neither question nor answer, how to begin', () => {
    const empty = reportModel(analyse('\n'), [], { name: 'a', locale: 'zh', minutes: 0, speakingRate: 200 });
    const text = bodyOf(empty);
    assert.ok(text.includes('还没有题目，也没有作答内容') && text.includes('先写上题目'), text);
    assert.ok(!text.includes('可以提交') && !text.includes('0/0'), text);
  });

  test('in English without Chinese but what the draft and the rubric say', () => {
    const text = bodyOf(report('en')).replaceAll('稿.md', '').replaceAll('路灯', '').replaceAll('急什么', '');
    assert.deepEqual(text.match(/[\u4e00-\u9fff：（）；]+/g) ?? [], []);
  });

  test('history: a chart said in words, and the table behind it, the last check first', () => {
    assert.ok(html.includes('aria-label="2 次检查，覆盖从 25% 到 50%"'));
    assert.ok(html.indexOf('moment 2') < html.indexOf('moment 1'));
    const once = reportBody(report(), { live: true, history: HISTORY.slice(0, 1), moment });
    assert.ok(once.includes('改完再检查一次') && !once.includes('course-chart'));
    const never = reportBody(report(), { live: true, history: [], moment });
    assert.ok(!never.includes('历次检查'));
  });
});
