import assert from 'node:assert/strict';
import {
  adjoin,
  offsetIn,
  offsetWithin,
  paragraphIndexAt,
  positionIn,
} from '../../../server/src/core/references/places';
import type { Paragraph } from '../../../server/src/core/references/types';
import { plain } from './support';

/** `路灯坏了` of a text where `坏了` stands on the next line, 12 units on. */
const SPLIT: Paragraph = {
  text: '路灯坏了',
  anchors: [
    { at: 0, from: 10, line: 1 },
    { at: 2, from: 22, line: 2 },
  ],
};
const WITHOUT_PLACE: Paragraph = { text: '路灯', anchors: [] };

suite('references/places: lines of a text', () => {
  test('an offset is a line and a column; one before the text is its start', () => {
    const document = plain('a', '路灯\r\n坏了');
    assert.deepEqual(positionIn(document, 0), { line: 0, character: 0 });
    assert.deepEqual(positionIn(document, 3), { line: 0, character: 3 });
    assert.deepEqual(positionIn(document, 4), { line: 1, character: 0 });
    assert.deepEqual(positionIn(document, 6), { line: 1, character: 2 });
    assert.deepEqual(positionIn(document, -3), { line: 0, character: 0 });
  });
});

suite('references/places: paragraphs', () => {
  test('an offset in a paragraph lies where its piece stands', () =>
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => offsetIn(SPLIT, at)),
      [10, 11, 22, 23],
    ));

  test('and back; what was cut out is the end of what stands before it', () =>
    assert.deepEqual(
      [10, 11, 15, 21, 22, 23, 40].map((offset) => offsetWithin(SPLIT, offset)),
      [0, 1, 2, 2, 2, 3, 4],
    ));

  test('a paragraph that knows no places: its offsets are those of the text, nothing lies before them', () => {
    assert.equal(offsetIn(WITHOUT_PLACE, 1), 1);
    assert.equal(offsetWithin(WITHOUT_PLACE, 1), 0);
    assert.equal(offsetWithin(SPLIT, 3), 0);
    const document = { ...plain('a', ''), paragraphs: [WITHOUT_PLACE] };
    assert.equal(paragraphIndexAt(document, 0), -1);
  });

  test('an offset belongs to the paragraph around it, to none between two', () => {
    const document = plain('a', '路灯\n坏了');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((offset) => paragraphIndexAt(document, offset)),
      [0, 0, -1, 1, 1, -1],
    );
    assert.equal(paragraphIndexAt(document, -1), -1);
  });
});

suite('references/places: what adjoins', () => {
  const text = '路灯坏了。\n！！\n请修，谢谢';
  const document = plain('a', text);
  const end = (word: string): number => text.indexOf(word) + word.length;
  const start = (word: string): number => text.indexOf(word);

  test('with punctuation and line ends alone between them', () => {
    assert.ok(adjoin(document, end('坏了'), start('请修')));
    assert.ok(adjoin(document, end('请修'), start('谢谢')));
    assert.ok(adjoin(document, end('路灯'), start('坏了')));
  });

  test('not over a word, in a paragraph or over several', () => {
    assert.ok(!adjoin(document, end('路灯'), start('请修')));
    assert.ok(!adjoin(document, end('坏了'), start('谢谢')));
    assert.ok(!adjoin(document, end('路'), start('坏')));
  });

  test('not the other way round, and not outside the paragraphs', () => {
    assert.ok(!adjoin(document, end('请修'), start('路灯')));
    assert.ok(!adjoin(document, end('谢谢'), text.length));
    assert.ok(!adjoin(document, 0, 0));
  });
});
