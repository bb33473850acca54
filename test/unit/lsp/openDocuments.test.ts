import assert from 'node:assert/strict';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Draft, parseDraft } from '../../../server/src/core/draft/draft';
import { OpenDocuments } from '../../../server/src/lsp/openDocuments';
import { crlf, lines } from '../../support/marked';
import { seeded } from '../../corpus/random';

const URI = 'file:///a.md';
const BODY = lines('## 态度', '', '我先道歉，👍再赔不是。', '', '- 查看灯杆。', '- 问清时间。', '');
const TEXT = `---\nquestion: 路灯坏了？\n---\n\n${Array.from({ length: 10 }, (_, index) => BODY.replace('态度', `态度${index}`)).join('\n')}`;

const shape = ({ text, frontMatter, blocks, question }: Draft): unknown => ({
  text,
  frontMatter,
  blocks,
  question,
});

function opened(text: string): OpenDocuments {
  const documents = new OpenDocuments();
  documents.open(URI, 'markdown', 1, text);
  return documents;
}

/** A change between two places, each line and character. */
const change = (
  from: readonly [number, number],
  to: readonly [number, number],
  text: string,
): TextDocumentContentChangeEvent => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  text,
});

/** The draft of the document is the one a reader from the start would get. */
function consistent(documents: OpenDocuments): void {
  const found = documents.get(URI);
  assert.ok(found);
  assert.equal(found.draft.text, found.document.getText());
  assert.deepEqual(shape(found.draft), shape(parseDraft(found.document.getText())));
}

suite('lsp/openDocuments', () => {
  test('a document that is not open is not there', () => {
    const documents = new OpenDocuments();
    assert.equal(documents.get(URI), undefined);
    assert.equal(documents.document(URI), undefined);
    assert.equal(documents.change(URI, 2, [{ text: '好' }]), false);
    assert.deepEqual(documents.uris(), []);
  });

  test('opened, changed, closed', () => {
    const documents = opened('一');
    assert.equal(documents.change(URI, 2, [{ text: '二' }]), true);
    assert.equal(documents.get(URI)?.document.getText(), '二');
    assert.equal(documents.get(URI)?.document.version, 2);
    assert.deepEqual(documents.uris(), [URI]);
    documents.close(URI);
    assert.equal(documents.get(URI), undefined);
  });

  test('opening again starts anew', () => {
    const documents = opened(TEXT);
    documents.get(URI);
    documents.open(URI, 'markdown', 9, '好。');
    consistent(documents);
    assert.equal(documents.get(URI)?.document.version, 9);
  });

  test('asked twice, parsed once', () => {
    const documents = opened(TEXT);
    assert.equal(documents.get(URI)?.draft, documents.get(URI)?.draft);
  });

  test('documents are apart', () => {
    const documents = opened('一');
    documents.open('file:///b.md', 'markdown', 1, '二');
    documents.change(URI, 2, [{ text: '三' }]);
    assert.deepEqual(
      documents.uris().map((uri) => documents.get(uri)?.draft.text),
      ['三', '二'],
    );
  });

  test('what was found in a version keeps its document', () => {
    const documents = opened('一');
    const before = documents.get(URI);
    documents.change(URI, 2, [change([0, 0], [0, 1], '二')]);
    assert.deepEqual(
      [before?.document.getText(), before?.document.version, documents.get(URI)?.document.getText()],
      ['一', 1, '二'],
    );
  });

  const edits: readonly (readonly [string, readonly TextDocumentContentChangeEvent[]])[] = [
    ['an insertion', [change([6, 2], [6, 2], '马上')]],
    ['a line more', [change([5, 0], [5, 0], '好。\n')]],
    ['a line less', [change([6, 0], [7, 0], '')]],
    ['the front matter', [change([1, 10], [1, 12], '水管')]],
    ['the end of the front matter', [change([2, 0], [2, 3], '')]],
    [
      'several places, from the last to the first',
      [
        change([22, 0], [22, 0], '好。\n'),
        change([12, 0], [12, 0], '好。\n'),
        change([5, 0], [5, 0], '好。\n'),
      ],
    ],
    [
      'several places, each after the one before',
      [change([5, 0], [5, 0], '好。\n'), change([13, 0], [13, 0], '好。\n')],
    ],
    ['the whole, then a place in it', [{ text: BODY }, change([0, 0], [0, 2], '#')]],
    ['a place, then the whole', [change([0, 0], [3, 0], ''), { text: BODY }]],
    ['a range the wrong way round', [change([6, 4], [5, 0], '好\n')]],
    ['a place beyond the end', [change([999, 0], [999, 9], '好')]],
    ['nothing', []],
    ['in the middle of a character', [change([6, 6], [6, 7], '')]],
  ];
  for (const [name, changes] of edits) {
    for (const [ends, text] of [
      ['', TEXT],
      [', Windows line ends', crlf(TEXT)],
    ] as const) {
      test(`after a change of ${name}${ends}`, () => {
        const documents = opened(text);
        documents.get(URI);
        documents.change(URI, 2, changes);
        consistent(documents);
      });
    }
  }

  test('changes before the first question and between two', () => {
    const documents = opened(TEXT);
    documents.change(URI, 2, [change([5, 0], [5, 0], '好。\n')]);
    documents.change(URI, 3, [change([9, 0], [9, 0], '好。\n')]);
    consistent(documents);
    documents.change(URI, 4, [change([4, 0], [5, 0], '')]);
    documents.change(URI, 5, [change([7, 0], [7, 0], '| a |\n| - |\n')]);
    consistent(documents);
  });

  test('a change beyond the end does not lead the next one astray', () => {
    const documents = opened('');
    documents.change(URI, 2, [change([3, 0], [2, 0], '好。\n'), change([0, 0], [0, 1], '再')]);
    assert.equal(documents.document(URI)?.getText(), '再。\n');
  });

  test('a document is not parsed to be looked at', () => {
    const documents = opened('一');
    documents.change(URI, 2, [{ text: '二' }]);
    assert.equal(documents.document(URI)?.getText(), '二');
  });

  test('random edits', () => {
    const random = seeded(31);
    const pieces = ['', '好。', '\n', '\r\n', '## ', '- ', '| a |\n| - |\n', '👍', '---\n', '> '];
    const documents = opened(TEXT);
    for (let version = 2; version < 150; version++) {
      const changes = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const line = Math.floor(random() * 80);
        const start = [line, Math.floor(random() * 12)] as const;
        const end =
          random() < 0.5 ? start : ([line + Math.floor(random() * 2), Math.floor(random() * 12)] as const);
        return change(start, end, pieces[Math.floor(random() * pieces.length)] ?? '');
      });
      documents.change(URI, version, changes);
      if (random() < 0.7) consistent(documents);
    }
  });

  test('changes of which one makes no sense are not applied by half', () => {
    const good = change([5, 0], [5, 3], '## 行动\n\n- 打电话。\n');
    const bad: readonly unknown[] = [
      null,
      '一',
      {},
      { text: null },
      { range: null, text: '一' },
      { range: { start: { line: 0, character: 0 } }, text: '一' },
      { range: { start: { line: 0, character: 0 }, end: { line: '1', character: 0 } }, text: '一' },
      { range: { start: { line: 0, character: 0.5 }, end: { line: 1, character: 0 } }, text: '一' },
      { range: { start: { line: 0 }, end: { line: 1, character: 0 } }, text: '一' },
    ];
    for (const one of bad) {
      const documents = opened(TEXT);
      documents.get(URI);
      const changes = [good, one] as TextDocumentContentChangeEvent[];
      assert.throws(() => documents.change(URI, 2, changes), TypeError, JSON.stringify(one));
      assert.equal(documents.document(URI)?.version, 1);
      consistent(documents);
      assert.ok(documents.change(URI, 2, [good, change([-1, -5], [0, 1e308], '')]));
      consistent(documents);
    }
  });

  test('a document without text is not opened', () => {
    const documents = new OpenDocuments();
    for (const text of [undefined, null, 5, {}])
      assert.throws(() => documents.open(URI, 'markdown', 1, text as never), TypeError);
    assert.deepEqual(documents.uris(), []);
  });
});
