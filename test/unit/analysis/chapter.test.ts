import assert from 'node:assert/strict';
import { type Chapter, divide, type Member, membersThat } from '../../../server/src/core/analysis/chapter';

class Letter implements Member<Letter> {
  readonly endsChapter: boolean;
  chapter: Chapter<Letter> | undefined;

  constructor(readonly name: string) {
    this.endsChapter = name === '.';
  }
}

const letters = (text: string): Letter[] => Array.from(text, (name) => new Letter(name));
const shape = (members: readonly Letter[]): string[] =>
  divide(members).chapters.map(({ members: own }) => own.map(({ name }) => name).join(''));

suite('analysis/chapter', () => {
  test('chapters end where members say so, the last one with the last member', () => {
    assert.deepEqual(shape(letters('ab.c.de')), ['ab.', 'c.', 'de']);
    assert.deepEqual(shape([]), []);
    assert.deepEqual(divide(letters('ab.c.de')).starts, [0, 3, 5]);
  });

  test('those that hold the same members are the same objects', () => {
    const members = letters('ab.c.de.');
    const before = divide(members).chapters;
    const after = divide(members.toSpliced(3, 0, new Letter('x'))).chapters;
    assert.deepEqual(
      after.map((chapter) => before.includes(chapter)),
      [true, false, true],
    );
  });

  test('those that hold others are others, wherever these stand', () => {
    const members = letters('abc.');
    divide(members);
    assert.deepEqual(shape(members.with(1, new Letter('x'))), ['axc.']);
    assert.deepEqual(shape(members.toSpliced(2, 1)), ['ab.']);
    assert.deepEqual(shape(members.toSpliced(3, 0, new Letter('d'))), ['abcd.']);
    assert.deepEqual(shape(members), ['abc.']);
  });

  test('a chapter that lost its end joins the next', () => {
    const members = letters('ab.c.');
    divide(members);
    assert.deepEqual(shape(members.toSpliced(2, 1)), ['abc.']);
    assert.deepEqual(shape(members), ['ab.', 'c.']);
  });

  test('members are found by their numbers, each chapter asked once', () => {
    let asked = 0;
    const vowels = membersThat(({ name }: Letter) => {
      asked++;
      return 'aeiou'.includes(name);
    });
    const members = letters('ab.c.ie');
    assert.deepEqual(vowels(divide(members)), [0, 5, 6]);
    assert.deepEqual(vowels(divide(members.toSpliced(4, 0, new Letter('u')))), [0, 4, 6, 7]);
    assert.equal(asked, members.length + 3);
  });
});
