import assert from 'node:assert/strict';
import { readBefore, replaced } from '../../../server/src/core/phrases/typed';

/** What of the typed text a phrase takes the place of. */
function taken(before: string, phrase: string): string {
  const count = replaced(
    readBefore(before),
    Uint16Array.from(phrase, (unit) => unit.charCodeAt(0)),
  );
  return before.slice(before.length - count);
}

suite('phrases/typed: what a phrase takes the place of', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['我先核实', '核实灯杆的编号', '核实'],
    ['我先核实灯杆', '核实灯杆的编号', '核实灯杆'],
    ['听', '听大家把话讲完', '听'],
    ['我会安抚', '先安抚他们的情绪', '安抚'],
    ['安抚', '先安抚他们的情绪', '安抚'],
    // In the middle of a phrase, after words that would be left standing.
    ['他说，你们要', '我们要理解对方的难处', ''],
    ['听大家讲诉求', '大家的诉求放在前面', ''],
    ['灯杆', '核实登记', ''],
    ['', '核实登记', ''],
  ];
  for (const [before, phrase, expected] of cases)
    test(`${before}| ${phrase}`, () => assert.equal(taken(before, phrase), expected));
});
