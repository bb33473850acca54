import assert from 'node:assert/strict';
import { LAST, readMarker } from '../../../server/src/core/draft/markers';
import { fold } from '../../../server/src/core/text/fold';

suite('draft/markers', () => {
  /** The marker as `text it takes|order|style`, or `none`. */
  const read = (text: string): string => {
    const marker = readMarker(fold(text));
    return marker ? `${text.slice(0, marker.length)}|${marker.order}|${marker.style}` : 'none';
  };

  const numbers: readonly (readonly [string, string])[] = [
    ['一、先道歉', '一、|1|number'],
    ['十、收尾', '十、|10|number'],
    ['十二、收尾', '十二、|12|number'],
    ['二十、收尾', '二十、|20|number'],
    ['二十三、收尾', '二十三、|23|number'],
    ['（一）先道歉', '（一）|1|number'],
    ['(2)再核实', '(2)|2|number'],
    ['【三】处理', '【三】|3|number'],
    ['1.先道歉', '1.|1|number'],
    ['1. 先道歉', '1. |1|number'],
    ['２、再核实', '２、|2|number'],
    ['3）处理', '3）|3|number'],
    ['②再核实', '②|2|number'],
    ['⑩收尾', '⑩|10|number'],
    ['一是先道歉', '一是|1|number'],
    ['二要核实', '二要|2|number'],
    ['其三，处理', '其三，|3|number'],
    ['第一，先道歉', '第一，|1|number'],
    ['第二步，核实', '第二步，|2|number'],
    ['第三点：处理', '第三点：|3|number'],
    ['第四、收尾', '第四、|4|number'],
    ['一来、先道歉', '一来、|1|number'],
  ];
  for (const [text, expected] of numbers) test(`number: ${text}`, () => assert.equal(read(text), expected));

  const words: readonly (readonly [string, string])[] = [
    ['首先，我道歉', '首先，|1|word'],
    ['首先我道歉', '首先|1|word'],
    ['其次、核实', '其次、|2|word'],
    ['隨後，處理', '隨後，|2|word'],
    ['此外,回访', '此外,|3|word'],
    ['最后：收尾', `最后：|${LAST}|word`],
    ['总之，收尾', `总之，|${LAST}|word`],
    ['總而言之，收尾', `總而言之，|${LAST}|word`],
  ];
  for (const [text, expected] of words) test(`word: ${text}`, () => assert.equal(read(text), expected));

  const none = [
    '',
    '我首先道歉',
    '3.5公里外',
    '12.5万元',
    '2024年',
    '一个人来',
    '十分着急',
    '一些人',
    '最近',
    '12345热线',
    '（我）',
    '一',
    '，一、',
  ];
  for (const text of none) test(`none: ${text || 'empty'}`, () => assert.equal(read(text), 'none'));

  test('第一时间 is the word for at once, not number one', () => {
    assert.equal(read('第一时间赶到灯下'), '第一时间|1|word');
  });

  for (const text of ['第二天我再去看', '第三方电工来查', '第一书记带队']) {
    test(`an ordinal inside a word is no marker: ${text}`, () => assert.equal(read(text), 'none'));
  }
});
