import assert from 'node:assert/strict';
import { explainSection } from '../../../server/src/core/features/explain';
import { explainText } from '../../../server/src/core/features/explainText';
import { analyse } from '../../support/check';
import { crlf, slice } from '../../support/marked';

const OPTIONS = { framework: 'lamp' };
const TEXT = '我先道歉。\n\n我查看灯杆，问清时间。我当天去那边走了一趟。\n';
const VERIFY = 1;

suite('features/explain', () => {
  test('the sentences that count, their points and words', () => {
    const analysis = analyse(TEXT, OPTIONS);
    const lines = explainSection(analysis, VERIFY)?.lines ?? [];
    const [first] = lines;
    assert.ok(first);
    assert.equal(slice(TEXT, first.range), '我查看灯杆，问清时间。');
    assert.deepEqual(
      first.points.map(({ title }) => title.zh),
      ['看现场', '问清楚'],
    );
    assert.deepEqual(first.words, ['查看灯杆', '问清时间']);
    assert.ok(first.probability > 0.5);
    assert.equal(first.slogan, false);
  });

  test('words are those of the draft, in its own script and with its line ends', () => {
    const text = crlf('我先道歉。\n\n我查看燈桿，問清時間。\n');
    assert.deepEqual(explainSection(analyse(text, OPTIONS), VERIFY)?.lines[0]?.words, [
      '查看燈桿',
      '問清時間',
    ]);
  });

  test('a section that is not there has no lines, and its confidence is that of being absent', () => {
    const analysis = analyse('我先道歉。', OPTIONS);
    const explanation = explainSection(analysis, VERIFY);
    assert.equal(explanation?.coverage.status, 'absent');
    assert.deepEqual(explanation.lines, []);
    assert.equal(explanation.confidence, explanation.coverage.confidence.absent);
  });

  test('there is nothing to explain beyond the sections, or without a framework', () => {
    assert.equal(explainSection(analyse(TEXT, OPTIONS), 99), undefined);
    assert.equal(explainSection(analyse(TEXT, { rubrics: { frameworks: [], wording: [] } }), 0), undefined);
    assert.equal(explainText(analyse(TEXT, OPTIONS), 99, 'zh'), '');
  });

  test('in words, in both languages', () => {
    const analysis = analyse(TEXT, OPTIONS);
    const zh = explainText(analysis, VERIFY, 'zh');
    assert.match(zh, /^判断依据：完整/);
    assert.ok(zh.includes('- “我查看灯杆，问清时间。” 看现场、问清楚；线索：查看灯杆、问清时间'), zh);
    assert.match(explainText(analysis, VERIFY, 'en'), /^Evidence: ?full/);
  });

  test('at most five sentences are listed, the rest counted; long ones are cut, marks kept from acting', () => {
    const text = `${'我查看*灯杆*，把每一根都从头到脚看过一遍再看一遍。'.repeat(7)}\n`;
    const zh = explainText(analyse(text, OPTIONS), VERIFY, 'zh');
    assert.equal(zh.split('\n').filter((row) => row.startsWith('- “')).length, 5);
    assert.match(zh, /\n- 另有 2 句$/);
    assert.ok(zh.includes('我查看\\*灯杆\\*，把每一根都从头到脚看…'), zh);
  });
});
