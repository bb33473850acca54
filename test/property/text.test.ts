import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { Automaton } from '../../server/src/core/analysis/automaton';
import { parseDraft } from '../../server/src/core/draft/draft';
import { SILENT } from '../../server/src/core/draft/sentences';
import { countHanzi } from '../../server/src/core/text/count';
import { fold } from '../../server/src/core/text/fold';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { OpenDocuments } from '../../server/src/lsp/openDocuments';
import { holds } from './runs';
import { anyPlace, anyText, piece, placeIn } from './texts';

const URI = 'file:///a.md';

/** A change as an editor may send it: in the document, beyond its end, or the wrong way round. */
const anyChange = fc.oneof(
  {
    arbitrary: fc.record({
      range: fc.record({
        start: fc.record({ line: fc.nat(30), character: fc.nat(60) }),
        end: fc.record({ line: fc.nat(30), character: fc.nat(60) }),
      }),
      text: piece,
    }),
    weight: 9,
  },
  { arbitrary: fc.record({ text: anyText }), weight: 1 },
);

/** A text after a change, by the letter of the protocol. */
function changed(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const document = TextDocument.create(URI, 'markdown', 1, text);
  const [one, other] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
  return text.slice(0, Math.min(one, other)) + change.text + text.slice(Math.max(one, other));
}

suite('properties: text', () => {
  holds(
    'folding keeps the length, and what is folded folds no further',
    0.02,
    fc.property(anyText, (text) => {
      const folded = fold(text);
      assert.equal(folded.length, text.length);
      assert.equal(fold(folded), folded);
    }),
  );

  holds(
    'positions are those of the protocol',
    0.02,
    fc.property(anyText, anyPlace, (text, place) => {
      const offset = placeIn(text, place);
      const { line, character } = new LineIndex(text).positionAt(offset);
      const document = TextDocument.create(URI, 'markdown', 1, text);
      // The protocol's document never stands between the two halves of a line end.
      const between = text[offset - 1] === '\r' && text[offset] === '\n';
      assert.deepEqual({ line, character: character - Number(between) }, document.positionAt(offset));
    }),
  );

  holds(
    'a text counts as many 字 as its parts, but for a word that is cut',
    0.02,
    fc.property(anyText, anyPlace, (text, place) => {
      const offset = placeIn(text, place);
      const parts = countHanzi(text, 0, offset) + countHanzi(text, offset);
      assert.ok(parts === countHanzi(text) || parts === countHanzi(text) + 1);
    }),
  );

  holds(
    'the automaton finds what a search finds, word by word',
    0.03,
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('急', '什', '么', 'a', 'A', '說', SILENT), maxLength: 4 }), {
        maxLength: 8,
      }),
      fc.string({ unit: fc.constantFrom('急', '什', '么', 'a', 'Ａ', '说', '。'), maxLength: 40 }),
      (words, text) => {
        const spoken = words.map((word) => word.replaceAll(SILENT, ''));
        const found: string[] = [];
        new Automaton(spoken).scan(fold(text), (pattern, from, to) =>
          found.push(`${fold(spoken[pattern] ?? '')} ${from}-${to}`),
        );
        const folded = fold(text);
        const expected = new Set<string>();
        for (const word of spoken.map(fold)) {
          for (let at = folded.indexOf(word); word !== '' && at >= 0; at = folded.indexOf(word, at + 1))
            expected.add(`${word} ${at}-${at + word.length}`);
        }
        assert.deepEqual([...new Set(found)].sort(), [...expected].sort());
      },
    ),
  );

  holds(
    'whatever an editor sends, the server has its text, and the draft of that text',
    0.06,
    fc.property(
      anyText,
      fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 4 }),
      (start, messages) => {
        const documents = new OpenDocuments();
        documents.open(URI, 'markdown', 1, start);
        let mirror = start;
        for (const [index, changes] of messages.entries()) {
          documents.change(URI, index + 2, changes);
          for (const change of changes) mirror = changed(mirror, change);
          // Sometimes several messages arrive before anybody asks.
          if (index % 2 === 0) continue;
          const { draft } = documents.get(URI) ?? {};
          assert.ok(draft);
          assert.equal(draft.text, mirror);
          const { text, frontMatter, blocks, question } = draft;
          const anew = parseDraft(mirror);
          assert.deepEqual(
            { text, frontMatter, blocks, question },
            { text: anew.text, frontMatter: anew.frontMatter, blocks: anew.blocks, question: anew.question },
          );
        }
      },
    ),
  );
});
