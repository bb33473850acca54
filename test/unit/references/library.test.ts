import assert from 'node:assert/strict';
import { extractClauses } from '../../../server/src/core/phrases/extract';
import { ReferenceLibrary } from '../../../server/src/core/references/library';
import { passagesOf } from '../../../server/src/core/references/passages';
import { entry } from '../phrases/support';
import { cleaned, libraryOf, noPhrases, plain } from './support';

const A = 'file:///d/a.txt';
const TEXT = [
  '怎样接待来访',
  '',
  '一、先请坐',
  '　　来了人先请坐倒水，听他把话说完。然后把要求一条一条记下来。',
  '',
  '二、再答复',
  '　　能当场答复的当场答复。',
  '',
].join('\r\n');

suite('references/library', () => {
  test('a cleaned document gives its paragraphs with their headings and places', () => {
    const document = cleaned(A, TEXT);
    assert.deepEqual(
      document.paragraphs.map(({ text, heading }) => [heading, text]),
      [
        ['一、先请坐', '来了人先请坐倒水，听他把话说完。然后把要求一条一条记下来。'],
        ['二、再答复', '能当场答复的当场答复。'],
      ],
    );
    for (const { text, anchors } of document.paragraphs) assert.equal(TEXT.indexOf(text), anchors[0]?.from);
    assert.deepEqual([document.title, document.name, document.opensAsText], ['怎样接待来访', 'a.txt', true]);
    assert.deepEqual(
      [...document.lineStarts].map((start) => TEXT.slice(start, start + 2)),
      ['怎样', '\r\n', '一、', '　　', '\r\n', '二、', '　　', ''],
    );
  });

  test('phrases can be taken out of its passages, with their places', () => {
    const clauses = passagesOf(cleaned(A, TEXT)).flatMap(extractClauses);
    const said = clauses.map(({ place }) => TEXT.slice(place.from, place.to));
    assert.ok(said.includes('把要求一条一条记下来'), said.join('/'));
    assert.equal(new Set(clauses.map(({ place }) => place.document)).size, 1);
  });

  test('an offset has its line, column and paragraph', () => {
    const library = new ReferenceLibrary();
    library.add(cleaned(A, TEXT), noPhrases(A));
    const from = TEXT.indexOf('能当场');
    assert.deepEqual(library.spanOf({ document: A, from, to: from + 5 }), {
      document: A,
      start: { line: 6, character: 2 },
      end: { line: 6, character: 7 },
    });
    assert.equal(library.paragraphAt(A, from + 3)?.text, '能当场答复的当场答复。');
    assert.equal(library.paragraphAt(A, from)?.heading, '二、再答复');
    for (const outside of [0, from - 1, TEXT.length, 1e9, -1])
      assert.equal(library.paragraphAt(A, outside), undefined, String(outside));
    assert.equal(library.spanOf({ document: 'x', from, to: from }), undefined);
    assert.equal(library.paragraphAt('x', 0), undefined);
  });

  test('a document comes with its phrases, is replaced and goes with them', () => {
    const library = new ReferenceLibrary();
    const revisions = [library.revision];
    const changed = (): void => {
      assert.ok(!revisions.includes(library.revision));
      revisions.push(library.revision);
    };
    const phrases = { ...noPhrases(A), entries: [entry('把要求一条一条记下来')] };
    library.add(plain(A, '把要求一条一条记下来，念给他听一遍。'), phrases);
    changed();
    const listed = (): string[] => library.phrases.query({ limit: 5 }).map(({ text }) => text);
    assert.deepEqual(listed(), ['把要求一条一条记下来']);
    library.add(plain(A, '另一篇文字也要有十二个字以上才行。'), noPhrases(A));
    changed();
    assert.deepEqual(listed(), []);
    assert.deepEqual(library.copies('把要求一条一条记下来，念给他听一遍。', 12), []);
    assert.equal(library.copies('另一篇文字也要有十二个字以上才行。', 12).length, 1);
    assert.equal(library.remove('file:///no.txt'), false);
    assert.equal(library.remove(A), true);
    changed();
    assert.deepEqual(
      [library.documents.size, library.copies('另一篇文字也要有十二个字以上才行。', 12)],
      [0, []],
    );
  });

  test('a document whose phrases are there already is taken in without them', () => {
    const phrases = libraryOf({}).phrases;
    phrases.add({ ...noPhrases(A), entries: [entry('把要求一条一条记下来')] });
    const library = new ReferenceLibrary(phrases);
    library.add(plain(A, '把要求一条一条记下来，念给他听一遍。'));
    assert.equal(library.phrases.query({ limit: 5 }).length, 1);
    assert.equal(library.copies('把要求一条一条记下来，念给他听一遍。', 12).length, 1);
  });
});
