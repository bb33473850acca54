import assert from 'node:assert/strict';
import { codeLenses, coverageLine } from '../../../server/src/core/features/codeLens';
import { analyse } from '../../support/check';
import { framework, point, section } from '../../support/fixtureRubrics';
import { crlf, slice } from '../../support/marked';

const OPTIONS = { framework: 'lamp' };
const TEXT = '题目：路灯坏了，怎么办？\n\n我道歉。我查看灯杆。\n';

suite('features/codeLens', () => {
  test('the coverage at a glance, then what can be inserted', () => {
    assert.deepEqual(
      codeLenses(analyse(TEXT, OPTIONS), 'zh').map(({ title, action }) => [title, action]),
      [
        ['章法 · 路灯报修　态度 ✓  核实 ◐  处理 ✗  长效 ✗', { type: 'report' }],
        ['插入“处理”', { type: 'insert-section', section: 'handle' }],
      ],
    );
  });

  test('in English', () => {
    const [first, second] = codeLenses(analyse(TEXT, OPTIONS), 'en');
    assert.match(first?.title ?? '', /^Zhangfa · framework lamp\s+attitude ✓ {2}verify ◐/);
    assert.equal(second?.title, 'Insert “handle”');
  });

  test('of many sections how many are full, and by name those that are not', () => {
    const sections = Array.from('甲乙丙丁戊己', (name) =>
      section(name, name, [point('p', '点', [`做${name}`])]),
    );
    const rubrics = { frameworks: [framework('long', '长框架', sections)], wording: [] };
    const titleOf = (text: string): string | undefined =>
      codeLenses(analyse(text, { rubrics }), 'zh')[0]?.title;
    assert.equal(
      titleOf('题目：怎么办？\n\n今天我去做甲。今天我去做乙。今天我去做丙。今天我去做丁。'),
      '章法 · 长框架　4/6 ✓  戊 ✗  己 ✗',
    );
    assert.equal(titleOf('题目：怎么办？\n'), '章法 · 长框架　0/6 ✓  甲 ✗  乙 ✗  丙 ✗  丁 ✗  戊 ✗  己 ✗');
  });

  test('above the question, with any line ends', () => {
    for (const text of [TEXT, crlf(TEXT)]) {
      for (const { range } of codeLenses(analyse(text, OPTIONS), 'zh'))
        assert.equal(slice(text, range), '题目：路灯坏了');
    }
  });

  test('at most three insertions, none for extra marks', () => {
    const actions = codeLenses(analyse('题目：居民吵闹？\n\n天气很好。', OPTIONS), 'zh').map(({ action }) =>
      action.type === 'report' ? 'report' : action.section,
    );
    assert.deepEqual(actions, ['report', 'attitude', 'verify', 'handle']);
  });

  test('a section the question calls for is offered', () => {
    const text = '题目：居民吵闹？\n\n我道歉。我查看灯杆。我更换灯泡。';
    assert.deepEqual(
      codeLenses(analyse(text, OPTIONS), 'zh')
        .slice(1)
        .map(({ title }) => title),
      ['插入“安抚”'],
    );
  });

  test('the line leaves out what is not expected', () => {
    assert.equal(
      coverageLine(analyse('我请他坐下。', OPTIONS), 'zh'),
      '态度 ✗  核实 ✗  处理 ✗  安抚 ✓  长效 ✗',
    );
    assert.equal(coverageLine(analyse('', OPTIONS), 'zh').includes('安抚'), false);
  });

  test('none without a framework', () =>
    assert.deepEqual(codeLenses(analyse(TEXT, { rubrics: { frameworks: [], wording: [] } }), 'zh'), []));
});
