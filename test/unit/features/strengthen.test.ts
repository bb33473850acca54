import assert from 'node:assert/strict';
import type { CodeAction } from '../../../server/src/core/features/codeActions';
import { applyEdits } from '../../../server/src/core/features/edits';
import { phraseActions } from '../../../server/src/core/features/strengthen';
import { analyse, checkAnalysis, checkRule } from '../../support/check';
import { crlf, lines, marked } from '../../support/marked';
import { type Asked, sourcesOf } from './phraseSupport';

const Q = '题目：路灯坏了。\n\n';

/** The actions where the mark « » stands. */
function at(source: string, options: Asked = {}): { text: string; actions: CodeAction[] } {
  const { text, ranges } = marked(source);
  const [range] = ranges;
  assert.ok(range);
  const analysis = analyse(text, { framework: 'lamp', ...options });
  const { sources = sourcesOf(), locale = 'zh' } = options;
  const findings = checkAnalysis(analysis, { ...options, locale });
  return { text, actions: phraseActions(analysis, findings, range, sources, locale) };
}

const titles = (source: string, options?: Asked): string[] =>
  at(Q + source, options).actions.map((one) => one.title);
/** The draft after the action with the given words in its title. */
function after(source: string, title: string): string {
  const { text, actions } = at(Q + source);
  const action = actions.find((one) => one.title.includes(title));
  assert.ok(action?.edits, `${title} among ${actions.map((one) => one.title).join()}`);
  assert.equal(action.edits.length, 1, 'one step to undo');
  return applyEdits(text, action.edits).replace(/^题目：路灯坏了。\s*/, '');
}

suite('features/strengthen: a weak section', () => {
  test('up to three phrases for the points it lacks', () => {
    assert.deepEqual(titles('我«»查看灯杆，在东门。'), [
      '补上“问清楚”：再问清楚哪天开始不亮（路灯.txt:2）',
      '补上“问清楚”：多一分耐心，少一分急躁（路灯.txt:2）',
    ]);
    assert.deepEqual(titles('我«»查看灯杆，在东门。', { locale: 'en' }), [
      'Add “ask”: 再问清楚哪天开始不亮 (路灯.txt:2)',
      'Add “ask”: 多一分耐心，少一分急躁 (路灯.txt:2)',
    ]);
  });

  test('one for each point first', () => {
    const found = titles('## 核实\n\n今«»天天气很好，在东门。');
    assert.deepEqual(
      found.map((title) => title.slice(0, 8)),
      ['补上“看现场”：', '补上“问清楚”：', '补上“看现场”：'],
    );
  });

  test('a quick fix for the finding', () => {
    const [action] = at(`${Q}我«»查看灯杆，在东门。`).actions;
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action.finding?.code, 'section.weak');
  });

  test('a clause left open is ended first', () =>
    assert.equal(after('我«»查看灯杆，在东门，', '再问'), '我查看灯杆，在东门。再问清楚哪天开始不亮。'));

  test('put behind the last sentence of the section', () => {
    assert.equal(after('我«»查看灯杆，在东门。', '再问'), '我查看灯杆，在东门。再问清楚哪天开始不亮。');
    assert.equal(after('我«»查看灯杆，在东门', '再问'), '我查看灯杆，在东门。再问清楚哪天开始不亮。');
    assert.equal(
      after('我«»查看灯杆，在东门。我更换灯泡。', '再问'),
      '我查看灯杆，在东门。再问清楚哪天开始不亮。我更换灯泡。',
    );
    assert.equal(
      after('**我«»查看灯杆，在东门。**\n', '再问'),
      '**我查看灯杆，在东门。**再问清楚哪天开始不亮。\n',
    );
    assert.equal(
      after(lines('- 我«»查看灯杆，在东门。', '- 我更换灯泡。'), '再问'),
      lines('- 我查看灯杆，在东门。再问清楚哪天开始不亮。', '- 我更换灯泡。'),
    );
  });

  test('with Windows line ends', () => {
    const { text, ranges } = marked(crlf(`${Q}我«»查看灯杆，在东门。\n\n我更换灯泡。\n`));
    const analysis = analyse(text, { framework: 'lamp' });
    const [action] = phraseActions(
      analysis,
      checkAnalysis(analysis),
      ranges[0] ?? { from: 0, to: 0 },
      sourcesOf(),
      'zh',
    );
    assert.ok(
      applyEdits(text, action?.edits ?? []).endsWith(
        '在东门。再问清楚哪天开始不亮。\r\n\r\n我更换灯泡。\r\n',
      ),
    );
  });

  test('the section is no longer weak when what it lacked is said', () => {
    const phrases = [{ text: '向居民问清时间', slots: ['lamp/verify/ask'] }];
    const sources = sourcesOf([{ name: '甲.txt', lines: ['向居民问清时间'], phrases }], []);
    const { text, actions } = at(`${Q}我«»查看灯杆，在东门。`, { sources });
    assert.equal(checkRule('section.weak', text, { framework: 'lamp' }).length, 1);
    const fixed = applyEdits(text, actions[0]?.edits ?? []);
    assert.equal(checkRule('section.weak', fixed, { framework: 'lamp' }).length, 0);
  });

  test('a phrase the draft has already is not offered', () =>
    assert.deepEqual(titles('我«»查看灯杆，在东门。\n\n## 小结\n\n再问清楚哪天开始不亮。'), [
      '补上“问清楚”：多一分耐心，少一分急躁（路灯.txt:2）',
    ]));

  test('only where the finding is', () => {
    assert.deepEqual(titles('我查看灯杆，在东门。\n\n«»我更换灯泡，问三户。'), []);
    assert.deepEqual(titles('我«»查看灯杆，问清时间。'), []);
  });

  test('a long phrase is cut in the title, not in the draft', () => {
    const text = '再问清楚哪天开始不亮，谁先看见，附近还有几盏灯也不亮';
    const sources = sourcesOf(
      [{ name: '甲.txt', lines: [text], phrases: [{ text, slots: ['lamp/verify/ask'] }] }],
      [],
    );
    const { text: draft, actions } = at(`${Q}我«»查看灯杆，在东门。`, { sources });
    assert.equal(actions[0]?.title, '补上“问清楚”：再问清楚哪天开始不亮，谁先看见，附近还有几…（甲.txt:1）');
    assert.ok(applyEdits(draft, actions[0].edits ?? []).endsWith(`${text}。`));
  });
});

suite('features/strengthen: say it better', () => {
  test('phrases for the place of a sentence that only has slogans', () => {
    assert.deepEqual(titles('我道歉。\n\n## 处理\n\n高«»度重视，凝聚合力。'), [
      '补上“维修”：换好灯泡再走，不留半截活（路灯.txt:3）',
      '换个说法：换好灯泡再走，不留半截活（路灯.txt:3）',
    ]);
    assert.equal(
      after('我道歉。\n\n## 处理\n\n高«»度重视，凝聚合力。', '换个说法'),
      '我道歉。\n\n## 处理\n\n换好灯泡再走，不留半截活。',
    );
  });

  test('for words the writer says to people too', () => {
    const [action] = at(`${Q}我道歉，我跟大家说：“我们高«»度重视。”`).actions.filter(
      ({ kind }) => kind === 'refactor.rewrite',
    );
    assert.match(action?.title ?? '', /^换个说法：/);
  });

  test('a rewrite without a finding', () => {
    const action = at(`${Q}我道歉，高«»度重视。`).actions.at(-1);
    assert.equal(action?.kind, 'refactor.rewrite');
    assert.equal(action.finding, undefined);
  });

  test('in English', () =>
    assert.match(
      titles('我道歉，高«»度重视。', { locale: 'en' })[0] ?? '',
      /^Say instead: 先说一声对不起 \(路灯\.txt:1\)$/,
    ));

  test('the ordinal before it, the mark behind it and its emphasis stay whole', () => {
    assert.equal(
      after('首先，我向大家道歉，对这件事高«»度重视！然后走。', '先说'),
      '首先，先说一声对不起！然后走。',
    );
    assert.equal(after('我道歉，高«»度重视', '先说'), '先说一声对不起');
    assert.equal(after('我道歉，**高«»度重视**\n', '先说'), '先说一声对不起\n');
    assert.equal(after('**我道歉，高«»度重视。**走吧。\n', '先说'), '**先说一声对不起。**走吧。\n');
    assert.equal(after('我道歉，**高«»度重视。**走吧。\n', '先说'), '先说一声对不起。走吧。\n');
  });

  test('a comment in the sentence is not taken along', () =>
    assert.deepEqual(titles('我道歉，<!-- 注 -->高«»度重视。'), []));

  test('a concrete sentence is left alone, and the words of others', () => {
    assert.deepEqual(titles('我道«»歉，今天去东门。'), []);
    assert.deepEqual(titles('我更«»换灯泡，今天去东门。'), []);
  });

  test('a phrase with a mark of its own gets no other', () => {
    const phrases = [{ text: '这事有我在呢！', slots: ['lamp/attitude/apologise@0.9'] }];
    const sources = sourcesOf([{ name: '甲.txt', lines: ['这事有我在呢！'], phrases }], []);
    const { text, actions } = at(`${Q}我道歉，高«»度重视。`, { sources });
    const action = actions.find((one) => one.kind === 'refactor.rewrite');
    assert.ok(applyEdits(text, action?.edits ?? []).endsWith('这事有我在呢！'));
  });

  test('nothing without phrases, documents or frameworks', () => {
    assert.deepEqual(titles('我道歉，高«»度重视。', { sources: sourcesOf([], []) }), []);
    assert.deepEqual(titles('我道歉，高«»度重视。', { sources: { references: undefined, banks: [] } }), []);
    assert.deepEqual(titles('我道歉，高«»度重视。', { rubrics: { frameworks: [], wording: [] } }), []);
  });
});
