import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';

/** The blocks as `kind level: text`. */
const blocks = (text: string): string[] =>
  parseDraft(text).blocks.map(
    ({ block, from }) => `${block.kind} ${block.level}: ${text.slice(from, from + block.length)}`,
  );

suite('draft/looseHeading', () => {
  test('a heading without its space is a heading', () =>
    assert.deepEqual(blocks('##一、态度\n我道歉。\n\n###核实  \n\n我查看。'), [
      'heading 2: ##一、态度',
      'text 0: 我道歉。',
      'heading 3: ###核实',
      'text 0: 我查看。',
    ]));

  test('it ends the paragraph above', () =>
    assert.deepEqual(blocks('我道歉。\n##核实\n我查看。'), [
      'text 0: 我道歉。',
      'heading 2: ##核实',
      'text 0: 我查看。',
    ]));

  test('with other line ends', () =>
    assert.deepEqual(blocks('##核实\r\n我查看。'), ['heading 2: ##核实', 'text 0: 我查看。']));

  for (const text of ['#群众工作#', '#1 楼', '#tag', '#######核实', `#${'我先听他说，'.repeat(8)}`])
    test(`not ${text}`, () =>
      assert.equal(
        blocks(text).every((line) => line.startsWith('text')),
        true,
      ));

  test('the question under it is the question', () =>
    assert.equal(
      parseDraft('##题目\n\n灯坏了，怎么办？\n\n##作答\n\n我道歉。').question?.text,
      '灯坏了，怎么办？',
    ));

  test('an edit that takes the space away or puts it in gives what a fresh reading gives', () => {
    const text = '我道歉。\n\n##核实\n\n我查看。\n';
    const spaced = text.replace('##', '## ');
    const at = text.indexOf('核实');
    const edited = parseDraft(spaced, parseDraft(text), [{ from: at, to: at, inserted: 1 }]);
    assert.deepEqual(edited.blocks, parseDraft(spaced).blocks);
    const back = parseDraft(text, edited, [{ from: at, to: at + 1, inserted: 0 }]);
    assert.deepEqual(back.blocks, parseDraft(text).blocks);
  });
});
