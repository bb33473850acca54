import assert from 'node:assert/strict';
import { decodeDocument } from '../../../server/src/documents/encoding';
import { Unreadable } from '../../../server/src/documents/problems';
import { formatOf } from '../../../server/src/documents/sniff';
import { seeded } from '../../corpus/random';
import { docx, paragraph, pdf, utf8 } from './support';

const TEXT = '先请反映情况的几位邻居坐下，\n把他们的话一句一句听完，再记下来。';

/** Bytes from hexadecimal digits. */
const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** 先请居民坐下，把话说完。 and 先請居民坐下，把話說完。 in the encodings that `TextEncoder` cannot write. */
const GBK = hex('cfc8c7ebbed3c3f1d7f8cfc2a3acb0d1bbb0cbb5cdeaa1a3');
const BIG5 = hex('a5fdbdd0a97ea5c1a7a4a455a141a7e2b8dcbba1a7b9a143');

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = (mark ? `\ufeff${text}` : text).split('').map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

function refusal(bytes: Uint8Array): string {
  try {
    return decodeDocument(bytes).encoding;
  } catch (error) {
    return error instanceof Unreadable ? error.kind : String(error);
  }
}

suite('documents/encoding', () => {
  const readable: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['UTF-8', utf8(TEXT), 'utf-8', TEXT],
    ['UTF-8 with a mark, which is no text', utf8(`\ufeff${TEXT}`), 'utf-8-bom', TEXT],
    ['UTF-16 LE with a mark', utf16(TEXT, false, true), 'utf-16le', TEXT],
    ['UTF-16 BE with a mark', utf16(TEXT, true, true), 'utf-16be', TEXT],
    ['UTF-16 LE without', utf16(TEXT, false, false), 'utf-16le', TEXT],
    ['UTF-16 BE without', utf16(TEXT, true, false), 'utf-16be', TEXT],
    ['GBK', GBK, 'gb18030', '先请居民坐下，把话说完。'],
    [
      'GB18030 with four bytes',
      new Uint8Array([...GBK, ...hex('95328236')]),
      'gb18030',
      '先请居民坐下，把话说完。𠀀',
    ],
    ['Big5', BIG5, 'big5', '先請居民坐下，把話說完。'],
    ['ASCII', utf8('hello, world'), 'utf-8', 'hello, world'],
    ['nothing', new Uint8Array(), 'utf-8', ''],
  ];
  for (const [name, bytes, encoding, text] of readable)
    test(`reads ${name}`, () => assert.deepEqual(decodeDocument(bytes), { text, encoding }));

  test('reads UTF-8 with a few broken bytes as such, the lost characters marked', () => {
    const bytes = new Uint8Array([...utf8(TEXT.repeat(4)), 0xe5, 0x85, ...utf8('。')]);
    const { text, encoding } = decodeDocument(bytes);
    assert.equal(encoding, 'utf-8');
    assert.equal(text, `${TEXT.repeat(4)}\ufffd。`);
  });

  test('tells GBK and Big5 apart beyond the sample, whose end may cut a character', () => {
    const long = (bytes: Uint8Array): Uint8Array => {
      const whole = new Uint8Array(1 + bytes.length * 4000);
      whole[0] = 0x20;
      for (let at = 1; at < whole.length; at += bytes.length) whole.set(bytes, at);
      return whole;
    };
    assert.equal(decodeDocument(long(GBK)).encoding, 'gb18030');
    assert.equal(decodeDocument(long(BIG5)).encoding, 'big5');
  });

  test('refuses text that was garbled before', () => {
    const garbled = new TextDecoder('gb18030').decode(utf8(TEXT));
    assert.equal(refusal(utf8(garbled)), 'mojibake');
    assert.equal(refusal(utf8(new TextDecoder('latin1').decode(GBK))), 'mojibake');
  });

  test('refuses other encodings', () => {
    // Shift JIS
    assert.equal(refusal(hex('82a082a882ab82b882b982bd82c882cd82dc82e282e782ed81428341')), 'encoding');
  });

  test('refuses what is no text', () => {
    const random = seeded(3);
    const bytes = Uint8Array.from({ length: 5000 }, () => Math.floor(random() * 256));
    assert.equal(refusal(bytes), 'binary');
    assert.equal(refusal(bytes.map((byte) => byte || 1)), 'encoding');
    assert.equal(refusal(new Uint8Array(1000)), 'binary');
  });
});

suite('documents/sniff', () => {
  const ole = (text: string): Uint8Array =>
    new Uint8Array([...hex('d0cf11e0a1b11ae1'), ...new Uint8Array(600), ...utf16(text, false, false)]);
  const rtf = utf8('{\\rtf1 x}');
  const found: readonly (readonly [string, string, Uint8Array, string])[] = [
    ['a text', 'a.txt', utf8(TEXT), 'text'],
    ['a text without a name for it', 'a', utf8(TEXT), 'text'],
    ['Markdown', 'a.md', utf8(TEXT), 'markdown'],
    ['HTML', 'a.htm', utf8('<p>x'), 'html'],
    ['HTML in a .txt', 'a.txt', utf8('\ufeff <!DOCTYPE html><p>x'), 'html'],
    ['a docx', 'a.docx', docx(paragraph('x')), 'docx'],
    ['a docx in a .txt', 'a.txt', docx(paragraph('x')), 'docx'],
    ['a pdf', 'a.pdf', pdf([[]]), 'pdf'],
    ['a pdf in a .docx', 'a.docx', pdf([[]]), 'pdf'],
    ['another zip', 'a.txt', hex('504b0304000000'), 'unsupported zip'],
    [
      'a table',
      'a.xlsx',
      new Uint8Array([...hex('504b0304'), ...utf8('xl/workbook.xml')]),
      'unsupported xlsx',
    ],
    ['a docx that is none', 'a.docx', utf8(TEXT), 'corrupt'],
    ['a pdf that is none', 'a.pdf', utf8(TEXT), 'corrupt'],
    ['old Word', 'a.doc', ole('WordDocument'), 'unsupported doc'],
    ['WPS', 'a.wps', ole('WpsDocument'), 'unsupported wps'],
    ['Office under a password', 'a.docx', ole('EncryptedPackage'), 'encrypted'],
    ['RTF', 'a.doc', rtf, 'unsupported rtf'],
    ['a program in a .txt', 'a.txt', new Uint8Array([0x7f, ...utf8('ELF'), 1]), 'binary'],
    ['a picture in a .txt', 'a.txt', new Uint8Array([0x89, ...utf8('PNG')]), 'binary'],
    ['a Pages document', 'a.pages', utf8(TEXT), 'unsupported pages'],
  ];
  for (const [name, path, bytes, expected] of found)
    test(`${name} is ${expected}`, () => {
      let result: string;
      try {
        result = formatOf(path, bytes);
      } catch (error) {
        assert.ok(error instanceof Unreadable);
        result = `${error.kind} ${error.detail ?? ''}`.trim();
      }
      assert.equal(result, expected);
    });
});
