import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanDocument } from '../../../server/src/core/documents/clean';
import { fingerprint, fingerprints, keyOf } from '../../../server/src/core/documents/fingerprint';
import { readItem, toNumber, writeItem } from '../../../server/src/core/documents/items';
import { legibility } from '../../../server/src/core/documents/legible';
import { countLines, toLines } from '../../../server/src/core/documents/lines';
import { documentWords } from '../../../server/src/core/documents/words';
import { seeded } from '../../corpus/random';
import { ROOT } from '../../support/rubrics';
import { assertPartition, clean, protocolOf } from './support';

const FIXTURES = join(ROOT, 'test/fixtures/documents');

suite('core/documents: each kind of noise, in documents of our own', () => {
  for (const name of readdirSync(FIXTURES).filter((file) => /^[a-z]+\.txt$/.test(file))) {
    const text = readFileSync(join(FIXTURES, name), 'utf8');

    test(`${name} is cleaned as ${name.replace('.txt', '.expected.txt')} says`, () => {
      const expected = readFileSync(join(FIXTURES, name.replace('.txt', '.expected.txt')), 'utf8');
      assert.equal(protocolOf(clean(text)), expected);
    });

    test(`${name}: kept and dropped are the whole document`, () => assertPartition(text, clean(text)));
  }
});

suite('core/documents: any text', () => {
  const PARTS = ['先听完', '，', '。', '\n', '\r\n', ' ', '“', '”', '"', '？', '……', '一、', '(1)', '首先', '【答案】', '怎样听: ', '在登门的同时。', '电话:0999-1234567', '7 @! a6 ~( W" z+', '應(yīng)', '\u200b', '\ufffd', 'image.png', '• 海州', '以下三个方面：', '.', '\ud800', '👨‍👩‍👧', '第1页 共3页', '——林小满', '再说一遍，记下来，念给他听。']; // prettier-ignore

  test('kept and dropped are the whole document, whatever it is', () => {
    const random = seeded(23);
    for (let round = 0; round < 400; round++) {
      const count = Math.floor(random() * 40);
      const text = Array.from({ length: count }, () => PARTS[Math.floor(random() * PARTS.length)]).join('');
      const document = clean(text);
      assertPartition(text, document);
      for (const passage of document.passages) {
        assert.equal(passage.text, passage.text.trim(), JSON.stringify(passage.text));
        assert.ok(passage.text.length > 0);
      }
    }
  });

  test('cleaning what was kept drops nothing more', () => {
    for (const name of ['agency', 'forum', 'zhidao', 'mirror', 'library', 'wrapped']) {
      const once = clean(readFileSync(join(FIXTURES, `${name}.txt`), 'utf8'));
      const kept = once.passages.map(({ text }) => text);
      const twice = clean(kept.join('\n'));
      assert.deepEqual(
        twice.passages.map(({ text }) => text),
        kept,
      );
      assert.deepEqual(
        twice.dropped.filter(({ reason }) => reason !== 'space'),
        [],
      );
    }
  });

  test('an empty text has nothing in it', () => {
    const { passages, dropped, warnings, stats } = clean('');
    assert.deepEqual([passages, dropped, warnings], [[], [], []]);
    assert.deepEqual(stats, { hanRead: 0, hanKept: 0, sentences: 0, headings: 0, questions: 0 });
  });

  test('a text in more fragments than any document is refused', () => {
    const lines = toLines('字(yī)'.repeat(1000));
    const source = {
      format: 'text',
      lines: Array.from({ length: 401 }, () => lines).flat(),
      drops: [],
    } as const;
    assert.throws(() => cleanDocument(source), /more than 400000 places to drop/);
  });
});

suite('core/documents: documents one after the other', () => {
  test('what another document said is dropped from the next, headings beside it too', () => {
    const text = '怎样听\n先请几位邻居坐下，把话一句一句听完。\n怎样记\n记完从头到尾念一遍，请大家补充。';
    const first = clean(text);
    const known = new Map([...first.fingerprints].map(([mark, line]) => [mark, { document: 'a.txt', line }]));
    const second = clean(`${text}\n这一句是新的，谁也没有说过。`, known);
    assert.deepEqual(
      second.passages.map((passage) => passage.text),
      ['这一句是新的，谁也没有说过。'],
    );
    assert.deepEqual(
      second.dropped.map(({ line, reason, of }) => [line, reason, of?.document, of?.line]),
      [
        [1, 'duplicate-elsewhere', 'a.txt', 1],
        [2, 'duplicate-elsewhere', 'a.txt', 2],
        [3, 'duplicate-elsewhere', 'a.txt', 3],
        [4, 'duplicate-elsewhere', 'a.txt', 4],
      ],
    );
  });
});

suite('core/documents: small parts', () => {
  test('keys hold what is said, not how it is set', () => {
    assert.equal(keyOf('先 听，ＡＢ１“請”'), '先听ab1请');
    assert.notEqual(fingerprint('先听'), fingerprint('听先'));
    assert.equal(Number.isSafeInteger(fingerprint('先听')), true);
    assert.deepEqual(fingerprints('先听。再问。'), []);
    assert.equal(fingerprints('先请几位邻居坐下听。再问。').length, 1);
  });

  test('fingerprints of different keys differ', () => {
    const marks = new Set(Array.from({ length: 50_000 }, (_, index) => fingerprint(`第${index}句话`)));
    assert.equal(marks.size, 50_000);
  });

  const items: readonly (readonly [string, string, number])[] = [
    ['十二、听', 'han', 12],
    ['（三）听', 'han-paren', 3],
    ['2.听', 'digit-dot', 2],
    ['10、听', 'digit-comma', 10],
    ['(4)听', 'digit-paren', 4],
    ['③听', 'circle', 3],
    ['第二，听', 'nth', 2],
    ['四是听', 'is', 4],
    ['其一，听', 'its', 1],
    ['其次听', 'word', 2],
    ['最后听', 'word', 99],
  ];
  for (const [text, series, order] of items)
    test(`“${text}” is item ${order} of a list`, () => {
      const item = readItem(text);
      assert.deepEqual([item?.series, item?.order], [series, order]);
      if (item && order < 99) assert.equal(readItem(`${writeItem(item.series, order)}，听`)?.order, order);
    });

  for (const text of ['听', '3.5公里', '第二天听', '十分', '其他', ''])
    test(`“${text}” is no item`, () => assert.equal(readItem(text), undefined));

  test('numbers', () => {
    const values = ['7', '七', '十', '十二', '二十', '二十三', '两', '⑮', ''].map(toNumber);
    assert.deepEqual(values, [7, 7, 10, 12, 20, 23, 2, 15, undefined]);
  });

  test('lines are counted as they are divided', () => {
    for (const text of ['', 'a', 'a\n', '\r\n\r\n', 'a\rb\nc\r\nd', '\n\r'])
      assert.equal(countLines(text), toLines(text).length, JSON.stringify(text));
  });

  const chinese = '先请反映情况的几位邻居坐下，把他们的话一句一句听完，再一条一条记在本子上。';
  test('Chinese is legible, simplified and traditional', () => {
    assert.equal(legibility(chinese).mojibake, false);
    assert.equal(legibility('先請反映情況的幾位鄰居坐下，把他們的話一句一句聽完。').mojibake, false);
  });

  test('wrong encodings are mojibake', () => {
    const bytes = new TextEncoder().encode(chinese.repeat(3));
    assert.equal(legibility(new TextDecoder('gb18030').decode(bytes)).mojibake, true);
    assert.equal(legibility(new TextDecoder('latin1').decode(bytes)).mojibake, true);
    assert.equal(legibility(new TextDecoder('big5').decode(bytes)).mojibake, true);
    assert.equal(legibility('服务锟斤拷群众锟斤拷').mojibake, true);
  });

  test('other languages and short texts are not', () => {
    for (const text of ['', '鐨勭兢', 'Où est la mairie?', 'hello, world', '先听'])
      assert.equal(legibility(text).mojibake, false);
  });

  test('every reason and warning has words in both languages', () => {
    for (const locale of ['zh', 'en'] as const) {
      const words = documentWords(locale);
      assert.equal(new Set(Object.values(words.drops)).size, Object.keys(words.drops).length);
      assert.match(
        words.warning({ kind: 'promised', line: 1, text: '五法', promised: 5, found: 3 }),
        /5.*3.*五法/,
      );
      assert.match(
        words.warning({ kind: 'ordinal-gap', line: 1, text: '其次', missing: ['首先'] }),
        /首先.*其次/,
      );
      for (const kind of ['truncated', 'unended', 'empty-section', 'quotes'] as const)
        assert.match(words.warning({ kind, line: 1, text: '怎样听' }), /“怎样听”/);
      for (const kind of ['thin', 'traditional'] as const)
        assert.ok(words.warning({ kind, line: 1, text: '' }).length > 4);
    }
  });
});
