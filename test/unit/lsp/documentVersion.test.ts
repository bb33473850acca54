import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DocumentVersion } from '../../../server/src/lsp/documentVersion';
import { seeded } from '../../corpus/random';

const URI = 'file:///draft.md';

/** Everything a document says of its places. */
function places(document: TextDocument): unknown {
  const { lineCount, version } = document;
  const text = document.getText();
  const positions = Array.from({ length: text.length + 3 }, (_, at) => document.positionAt(at - 1));
  // Not in order either: a place far from the one asked for before.
  const jumps = positions.map((_, at) => document.positionAt(((at * 7) % positions.length) - 1));
  const offsets: number[] = [];
  for (let line = -1; line < lineCount + 1; line++)
    for (const character of [-1, 0, 1, 2, 5, 99]) offsets.push(document.offsetAt({ line, character }));
  const lines = Array.from({ length: lineCount + 2 }, (_, line) => [
    document.getLineRange(line - 1),
    document.getEOLCharacters(line - 1),
  ]);
  return { lineCount, version, text, positions, jumps, offsets, lines };
}

suite('lsp/documentVersion', () => {
  test('a version stays what it is when the next is made', () => {
    const first = new DocumentVersion(URI, 'markdown', 1, '灯\n坏了\n');
    const before = places(first);
    const second = first.edited(2, 2, 3, '换\n好');
    assert.deepEqual(places(first), before);
    assert.equal(second.getText(), '灯\n换\n好了\n');
    assert.equal(second.version, 2);
    assert.equal(
      second.getText({ start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }),
      '好了\n',
    );
  });

  test('places are those of the library, after any edits', () => {
    const random = seeded(5);
    const below = (most: number): number => Math.floor(random() * most);
    const units = ['灯', '坏', '\n', '\r', '\r\n', '\n\n', '😀', 'a', '', '好了\n不'];
    const some = (count: number): string =>
      Array.from({ length: count }, () => units[below(units.length)] ?? '').join('');
    for (let round = 0; round < 300; round++) {
      let ours = new DocumentVersion(URI, 'markdown', 0, some(below(12)));
      for (let version = 1; version < 12; version++) {
        const { length } = ours.getText();
        const from = below(length + 1);
        const to = from + below(Math.min(4, length - from) + 1);
        const before = ours.getText();
        // The lines of some versions are never asked for.
        if (random() < 0.7) ours.positionAt(from);
        ours = ours.edited(version, from, to, some(below(4)));
        const theirs = TextDocument.create(URI, 'markdown', version, ours.getText());
        assert.deepEqual(places(ours), places(theirs), JSON.stringify([before, from, to, ours.getText()]));
      }
    }
  });
});
