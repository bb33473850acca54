import assert from 'node:assert/strict';
import { applyEdits, insertParagraphs, lineEnding } from '../../../server/src/core/features/edits';
import { crlf, marked } from '../../support/marked';

/** Inserts `text` at the mark « ». */
function insert(source: string, text = '新段。'): string {
  const { text: draft, ranges } = marked(source);
  return applyEdits(draft, [insertParagraphs(draft, ranges[0]?.from ?? -1, text)]);
}

suite('features/edits', () => {
  test('edits are applied in any order', () => {
    const edits = [
      { from: 4, to: 5, text: '五' },
      { from: 0, to: 1, text: '' },
      { from: 2, to: 2, text: '插' },
    ];
    assert.equal(applyEdits('一二三四五', edits), '二插三四五');
    assert.equal(applyEdits('一二三四五', [...edits].reverse()), '二插三四五');
  });

  test('no edits leave the text', () => assert.equal(applyEdits('好\ud800', []), '好\ud800'));

  test('two insertions at one place keep their order', () => {
    assert.equal(
      applyEdits('一二', [
        { from: 1, to: 1, text: 'a' },
        { from: 1, to: 1, text: 'b' },
      ]),
      '一ab二',
    );
  });

  for (const [text, expected] of [
    ['', '\n'],
    ['好', '\n'],
    ['好\n好\r\n', '\n'],
    ['好\r\n好\n', '\r\n'],
    ['好\r好', '\r'],
  ] as const) {
    test(`line end of ${JSON.stringify(text)}`, () => assert.equal(lineEnding(text), expected));
  }
});

suite('features/edits: insertParagraphs', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['into nothing', '«»', '新段。\n'],
    ['at the start', '«»一。', '新段。\n\n一。'],
    ['at the end of a line', '一。«»', '一。\n\n新段。\n'],
    ['at the end of the file', '一。\n«»', '一。\n\n新段。\n'],
    ['after a blank line', '一。\n\n«»', '一。\n\n新段。\n'],
    ['between sentences', '一。«»二。', '一。\n\n新段。\n\n二。'],
    ['between lines', '一。«»\n二。', '一。\n\n新段。\n\n二。'],
    ['between paragraphs', '一。«»\n\n二。', '一。\n\n新段。\n\n二。'],
    ['before a paragraph', '一。\n\n«»二。', '一。\n\n新段。\n\n二。'],
    ['between many blank lines', '一。\n\n\n«»\n\n二。', '一。\n\n\n新段。\n\n二。'],
    ['where blank lines hold spaces', '一。\n \t\n«»二。', '一。\n \t\n新段。\n\n二。'],
    ['with Windows line ends', '一。«»\r\n二。', '一。\r\n\r\n新段。\r\n\r\n二。'],
    ['with old Mac line ends', '一。«»\r二。', '一。\r\r新段。\r\r二。'],
  ];
  for (const [name, source, expected] of cases) test(name, () => assert.equal(insert(source), expected));

  test('lines of the text take the line end of the draft', () => {
    assert.equal(
      insert(crlf('一。\n\n«»二。\n'), '## 新\n\n段。\n'),
      crlf('一。\n\n## 新\n\n段。\n\n二。\n'),
    );
  });

  test('white space around the text is not inserted', () =>
    assert.equal(insert('一。«»', '\n\n 新段。 \n'), '一。\n\n新段。\n'));
});
