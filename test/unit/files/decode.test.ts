import assert from 'node:assert/strict';
import { decodeText } from '../../../server/src/files/decode';

const bytes = (...parts: (number | string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part as string))),
  );

const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

suite('files/decode', () => {
  const read: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', bytes(), ''],
    ['UTF-8', bytes('我道歉。\r\n👍𠮷'), '我道歉。\r\n👍𠮷'],
    ['ASCII', bytes('a\tb\x7f'), 'a\tb\x7f'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, Buffer.from('我道歉。👍', 'utf16le')), '我道歉。👍'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, utf16be('我道歉。👍')), '我道歉。👍'],
    ['an empty UTF-16 file', bytes(0xff, 0xfe), ''],
  ];
  for (const [name, source, text] of read)
    test(`reads ${name}`, () => assert.deepEqual(decodeText(source), { text }));

  test('a byte order mark of UTF-8 is no character of the draft, as in editors', () => {
    assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, '我道歉。')), { text: '我道歉。' });
  });

  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ['GB18030', bytes(0xce, 0xd2, 0xb5, 0xc0, 0xc7, 0xb8), 'not-utf8'],
    ['Big5', bytes(0xa7, 0xda, 0xb9, 0x44), 'not-utf8'],
    ['Latin-1', bytes('caf', 0xe9, ' '), 'not-utf8'],
    ['UTF-8 that breaks off', bytes('我').subarray(0, 2), 'not-utf8'],
    ['an overlong form', bytes(0xc0, 0xaf), 'not-utf8'],
    ['an encoded surrogate', bytes(0xed, 0xa0, 0x80), 'not-utf8'],
    ['a NUL in UTF-8', bytes('好\0好'), 'binary'],
    ['a PNG', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 0x0d), 'binary'],
    ['a ZIP', bytes('PK', 3, 4, 0x14, 0, 0x80), 'binary'],
  ];
  for (const [name, source, reason] of refused)
    test(`refuses ${name}`, () => assert.deepEqual(decodeText(source), { reason }));

  test('reads a part of a larger buffer', () => {
    const whole = bytes('前我道歉后');
    assert.deepEqual(decodeText(whole.subarray(3, 12)), { text: '我道歉' });
  });
});
