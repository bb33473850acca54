import assert from 'node:assert/strict';
import { Automaton } from '../../../server/src/core/analysis/automaton';
import { SILENT } from '../../../server/src/core/draft/sentences';
import { fold } from '../../../server/src/core/text/fold';
import { seeded } from '../../corpus/random';
import { mark } from '../../support/marked';

type Hit = readonly [pattern: number, from: number, to: number];

function scan(patterns: readonly string[], text: string): Hit[] {
  const hits: Hit[] = [];
  new Automaton(patterns).scan(fold(text), (pattern, from, to) => hits.push([pattern, from, to]));
  return hits;
}

/** Where the patterns are found, marked in the text. */
const found = (patterns: readonly string[], text: string): string =>
  mark(
    text,
    scan(patterns, text).map(([, from, to]) => ({ from, to })),
  );

/** The same by looking everywhere. */
function naive(patterns: readonly string[], text: string): Hit[] {
  const said = text.split('').flatMap((unit, at) => (unit === SILENT ? [] : [{ unit: fold(unit), at }]));
  const hits: Hit[] = [];
  // Of patterns that fold alike the last stands for all.
  const last = new Map(patterns.map((pattern, index) => [fold(pattern), index]));
  for (const [pattern, index] of last) {
    for (let i = 0; pattern !== '' && i + pattern.length <= said.length; i++) {
      const part = said.slice(i, i + pattern.length);
      if (part.map(({ unit }) => unit).join('') === pattern)
        hits.push([index, part[0]?.at ?? -1, (part.at(-1)?.at ?? -2) + 1]);
    }
  }
  return hits;
}

const sorted = (hits: readonly Hit[]): Hit[] =>
  [...hits].sort((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0]);

suite('analysis/automaton', () => {
  const cases: readonly (readonly [string, readonly string[], string, string])[] = [
    ['every occurrence', ['道歉'], '道歉再道歉', '«道歉»再«道歉»'],
    ['overlapping words', ['群众工', '众工作'], '群众工作', '«群«众工»作»'],
    ['a word within a word', ['归我管', '不归我管'], '不归我管', '«不«归我管»»'],
    ['a word that is its own overlap', ['好好'], '好好好', '«好«好»好»'],
    ['half-width and full-width alike', ['您好，A'], '您好,a您好，Ａ', '«您好,a»«您好，Ａ»'],
    ['traditional script', ['倾听'], '傾聽', '«傾聽»'],
    ['traditional patterns', ['傾聽'], '倾听', '«倾听»'],
    ['across what is not said', ['安抚'], `我安${SILENT}${SILENT}抚`, `我«安${SILENT}${SILENT}抚»`],
    [
      'beginning after what is not said',
      ['安抚'],
      `我${SILENT}安抚${SILENT}。`,
      `我${SILENT}«安抚»${SILENT}。`,
    ],
    ['astral characters', ['𠮷野'], '在𠮷野家', '在«𠮷野»家'],
    ['beside a lone surrogate', ['安抚'], '\ud83d安抚\udc00', '\ud83d«安抚»\udc00'],
    ['nothing across a line end', ['安抚'], '安\n抚', '安\n抚'],
    ['nothing in nothing', ['安抚'], '', ''],
    ['a text shorter than the pattern', ['安抚'], '安', '安'],
  ];
  for (const [name, patterns, text, expected] of cases)
    test(name, () => assert.equal(found(patterns, text), expected));

  test('the empty pattern never matches, and no pattern finds nothing', () => {
    assert.deepEqual(scan([''], '道歉'), []);
    assert.deepEqual(scan([], '道歉'), []);
    assert.deepEqual(scan(['', '道歉'], '道歉'), [[1, 0, 2]]);
  });

  test('reports in order of the end, the longer of two first', () => {
    assert.deepEqual(scan(['管', '我管', '归我管', '归'], '归我管'), [
      [3, 0, 1],
      [2, 0, 3],
      [1, 1, 3],
      [0, 2, 3],
    ]);
  });

  test('finds what looking everywhere finds, on random texts', () => {
    const random = seeded(3);
    const letters = ['好', '不', '管', '傾', '倾', '，', ',', 'A', 'a', '\ud842', '\udfb7', SILENT];
    const text = (length: number, from: readonly string[]): string =>
      Array.from({ length }, () => from[Math.floor(random() * from.length)] ?? '').join('');
    for (let round = 0; round < 400; round++) {
      const some = letters.slice(0, 2 + Math.floor(random() * (letters.length - 3)));
      const patterns = Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
        text(Math.floor(random() * 5), some),
      );
      const scanned = text(Math.floor(random() * 60), [...some, SILENT]);
      assert.deepEqual(
        sorted(scan(patterns, scanned)),
        sorted(naive(patterns, scanned)),
        JSON.stringify({ patterns, scanned }),
      );
    }
  });

  test('finds each of thousands of words', () => {
    const random = seeded(5);
    const words = new Set(
      Array.from({ length: 5000 }, () =>
        String.fromCharCode(...Array.from({ length: 3 }, () => 0x4e00 + Math.floor(random() * 3000))),
      ),
    );
    const folded = [...new Set([...words].map(fold))];
    const automaton = new Automaton(folded);
    for (const [index, word] of folded.entries()) {
      const hits: number[] = [];
      automaton.scan(word, (pattern) => hits.push(pattern));
      assert.deepEqual(hits, [index]);
    }
  });

  test('says so when there are too many words', () => {
    const many = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    assert.throws(() => new Automaton([...many, ...many.map((unit) => `好${unit}`)]), {
      name: 'RangeError',
      message: 'too many patterns: 131072',
    });
  });

  test('where an occurrence begins is told from where it ends, what is not said left aside', () => {
    const automaton = new Automaton(['坏了', '路灯坏了']);
    assert.deepEqual(
      [0, 1].map((pattern) => automaton.startOf('那盏路灯坏了。', pattern, 6)),
      [4, 2],
    );
    assert.equal(automaton.startOf('路灯坏\0\0了', 0, 6), 2);
    assert.equal(automaton.startOf('路灯坏\0\0了', 1, 6), 0);
  });

  test('its tables make another that finds the same', () => {
    const patterns = ['路灯', '灯坏', '坏了', '路灯坏了'];
    const again: Hit[] = [];
    new Automaton(new Automaton(patterns).tables).scan('路灯坏了', (pattern, from, to) =>
      again.push([pattern, from, to]),
    );
    assert.ok(again.length === 4);
    assert.deepEqual(again, scan(patterns, '路灯坏了'));
  });
});
