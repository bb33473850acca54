import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex, lineStartsOf } from '../../../server/src/core/text/lineIndex';
import { seeded } from '../../corpus/random';

suite('text/lineIndex', () => {
  test('lines begin behind any line end of LSP', () =>
    assert.deepEqual([...lineStartsOf('灯\n杆\r\n亮\r了\n')], [0, 2, 5, 7, 9]));

  const at = (text: string, offset: number): readonly [number, number] => {
    const { line, character } = new LineIndex(text).positionAt(offset);
    return [line, character];
  };

  test('an empty text has one line', () => {
    assert.deepEqual(at('', 0), [0, 0]);
    assert.deepEqual(at('', 5), [0, 0]);
  });

  test('lines end at \\n, \\r\\n and a lone \\r', () => {
    const text = '一\n二\r\n三\r四';
    assert.deepEqual(at(text, text.indexOf('二')), [1, 0]);
    assert.deepEqual(at(text, text.indexOf('三')), [2, 0]);
    assert.deepEqual(at(text, text.indexOf('四')), [3, 0]);
    assert.deepEqual(at(text, text.length), [3, 1]);
  });

  test('a text that ends with a line end has an empty last line', () => {
    assert.deepEqual(at('好\r\n', 3), [1, 0]);
    assert.deepEqual(at('好\n\n', 3), [2, 0]);
  });

  test('columns count UTF-16 units', () => {
    const text = '𠮷野家\n👨‍👩‍👧好';
    assert.deepEqual(at(text, text.indexOf('野')), [0, 2]);
    assert.deepEqual(at(text, text.indexOf('好')), [1, 8]);
    assert.deepEqual(at('\ud800好', 1), [0, 1]);
  });

  test('offsets outside the text count as its ends', () => {
    assert.deepEqual(at('一\n二', -3), [0, 0]);
    assert.deepEqual(at('一\n二', 99), [1, 1]);
  });

  test('other separators of Unicode end no line', () => {
    assert.deepEqual(at('一\u2028二\u0085三\v四', 6), [0, 6]);
  });

  test('agrees with what editors count, on random texts', () => {
    const random = seeded(11);
    const parts = ['好', '𠮷', 'a', '\n', '\r\n', '\r', '👍', '\ud800', ' '];
    for (let round = 0; round < 100; round++) {
      const text = Array.from({ length: 30 }, () => parts[Math.floor(random() * parts.length)] ?? '').join(
        '',
      );
      const document = TextDocument.create('test:', 'markdown', 0, text);
      const index = new LineIndex(text);
      for (let offset = 0; offset <= text.length; offset++) {
        // Within a line end editors have no place of their own.
        if (/[\r\n]/.test(text.charAt(offset - 1)) && text.charAt(offset) === '\n') continue;
        assert.deepEqual(
          index.positionAt(offset),
          document.positionAt(offset),
          JSON.stringify([text, offset]),
        );
      }
    }
  });
});
