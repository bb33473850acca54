import assert from 'node:assert/strict';
import { paragraphLines } from '../../../server/src/core/text/paragraph';

/** The lines of the paragraph in which `«` stands, joined by `|`. */
function paragraph(text: string): string {
  const at = text.slice(0, text.indexOf('«')).split('\n').length - 1;
  const lines = text.replace('«', '').split('\n');
  const { first, last } = paragraphLines(at, lines.length, (line) => lines[line] ?? '');
  return lines.slice(first, last + 1).join('|');
}

suite('text/paragraph', () => {
  test('blank lines part paragraphs', () => assert.equal(paragraph('甲\n\n乙«\n丙\n\n丁'), '乙|丙'));
  test('so does the end of a sentence at the end of a line', () =>
    assert.equal(paragraph('我道歉。\n我先去看«\n灯杆。\n我更换灯泡。'), '我先去看|灯杆。'));
  test('and its closing quotation mark', () =>
    assert.equal(paragraph('我说：“对不起。”\n«接着看灯'), '接着看灯'));
  test('list items are paragraphs', () => {
    assert.equal(paragraph('- 道歉\n- 查看«\n  灯杆\n- 更换'), '- 查看|  灯杆');
    assert.equal(paragraph('1. 道歉\n2、查看«'), '2、查看');
  });
  test('headings and rules stand alone', () => {
    assert.equal(paragraph('## 态度«\n我道歉'), '## 态度');
    assert.equal(paragraph('## 态度\n我道歉«\n---'), '我道歉');
  });
  test('so does each key of the front matter', () =>
    assert.equal(paragraph('---\nquestion: 路灯坏了\nframework: lamp«\n---\n'), 'framework: lamp'));
  test('an empty line is a paragraph of its own', () => assert.equal(paragraph('甲\n«\n乙'), ''));
  test('lines that still have their ends', () =>
    assert.deepEqual(
      paragraphLines(1, 3, (line) => ['我道歉。\r\n', '我查看\r\n', '灯杆。'][line] ?? ''),
      { first: 1, last: 2 },
    ));
  test('a line beyond the text is its last one', () =>
    assert.deepEqual(
      paragraphLines(9, 2, () => '甲'),
      { first: 0, last: 1 },
    ));
  test('the ends are not looked for without an end', () => {
    const { first, last } = paragraphLines(5000, 10_000, () => '甲');
    assert.ok(last - first < 300);
  });
});
