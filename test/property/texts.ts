import fc from 'fast-check';
import { RULE_CODES } from '../../server/src/core/rules/types';
import { type AppliedEdit, DRAFTS, RUBRICS } from './world';

/** What gives Markdown its shape, or takes it away. */
const MARKUP = [
  ...['# ', '## ', '### 一、', '##', '#', '- ', '* ', '+ ', '1. ', '2) ', '> ', '>', '>> - '],
  ...[
    '  ',
    '    ',
    '\t',
    '|',
    '| ',
    '| a |\n| - |\n',
    '|\n',
    '| - | - |\n',
    '```',
    '```\n',
    '~~~\n',
    '`',
    '``',
  ],
  ...[
    '**',
    '*',
    '_',
    '__',
    '~~',
    '\\',
    '[',
    ']',
    '](',
    '[a](b)',
    '![图](a.png)',
    '<https://a.b>',
    '[a]: b\n',
  ],
  ...['---\n', '---', '***\n', '===\n', '...\n', '<div>', '</div>\n', '<br>', '<!--', '-->', '<!-- 注 -->'],
  ...['<b>', '&nbsp;', '&#x4e00;', '<?php ?>', '<![CDATA[', '<script>\n', '- - - ', '  - ', '    1. ', ':::'],
];

const ENDS = ['\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n\r', '\n \n', '\u2028', '\u0085', '\u000b'];

/** Characters that are more, or less, than one unit. */
const WIDE = [
  ...[
    '👩‍👩‍👧',
    '👍🏽',
    '𠮷',
    '🀄',
    '🇨🇳',
    'e\u0301',
    '\u200d',
    '\ufe0f',
    '\ud83d',
    '\udc4d',
    '\ud842',
    '\ufeff',
    '\0',
  ],
  ...['\u202e', '\u3000', 'ﷺ', '羣衆', '對不起', '覈實', '﹁', '﹂', '｡', '！', '!'],
];

const SAID = [
  ...[
    '。',
    '，',
    '；',
    '？',
    '！',
    '……',
    '：',
    '“',
    '”',
    '‘',
    '’',
    '"',
    '（',
    '）',
    '《',
    '、',
    '.',
    ',',
    '?',
  ],
  ...[
    '我道歉。',
    '先核实情况，',
    '首先，',
    '其次，',
    '最后，',
    '一、',
    '（二）',
    '第三步，',
    '1.',
    '①',
    '3.5',
    '不',
  ],
  ...[
    '急什么',
    '不归我管',
    '保证全部解决',
    '群众说“急什么”。',
    '绝不',
    '高度重视',
    '凝聚合力',
    '十个工作日内答复',
  ],
  ...[
    '题目：',
    '题目',
    '【题目】',
    '答：',
    '## 作答\n',
    '【谁】',
    '【',
    '】',
    'qzly',
    'hello',
    '2024年6月',
    '0'.repeat(40),
  ],
];

const FRONT = [
  ...[
    '---\nquestion: 路灯坏了，怎么办？\n---\n',
    '---\n',
    'question: ',
    '题目: ',
    'framework: public-doubt\n',
  ],
  ...[
    'kind: ',
    'minutes: 3\n',
    'minutes: x\n',
    'zhangfa-disable: [all]\n',
    '停用规则: cliche\n',
    '"',
    "'",
    '[',
    '{',
  ],
  ...[
    '&a ',
    '*a',
    '- ',
    '? ',
    ': ',
    '|\n',
    '>-\n',
    '# 注\n',
    '!!str ',
    '---\r\nminutes: 2\r\n---\r\n',
    '\ufeff---\n',
  ],
];

const COMMENTS = [
  '<!-- zhangfa-disable -->',
  '<!-- zhangfa-enable -->',
  '<!-- zhangfa-disable-next-line -->\n',
  ...RULE_CODES.flatMap((code) => [
    `<!-- zhangfa-disable ${code} -->\n`,
    `<!-- zhangfa-enable ${code} -->`,
    `<!-- zhangfa-disable-next-line ${code} -->\n`,
  ]),
];

/** The words the rubrics know. */
const KNOWN: readonly string[] = [
  ...RUBRICS.frameworks.flatMap(({ sections }) =>
    sections.flatMap(({ headings, points, scaffold }) => [
      ...headings,
      scaffold,
      ...points.flatMap(({ cues, phrases, weakCues }) => [...cues, ...phrases, ...weakCues]),
    ]),
  ),
  ...RUBRICS.wording.flatMap(({ entries }) =>
    entries.flatMap(({ match, rewrites }) => [...match, ...rewrites]),
  ),
];

/** Whole sentences, of the corpus. */
const SENTENCES: readonly string[] = DRAFTS.flatMap(
  (draft) => draft.match(/[^。！？\n]+[。！？]?\n*/gu) ?? [],
);

/** Any sequence of UTF-16 units, halves of characters among them. */
const units = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 12 });

const short: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...MARKUP), weight: 5 },
  { arbitrary: fc.constantFrom(...ENDS), weight: 5 },
  { arbitrary: fc.constantFrom(...SAID), weight: 5 },
  { arbitrary: fc.constantFrom(...KNOWN), weight: 4 },
  { arbitrary: fc.constantFrom(...SENTENCES), weight: 4 },
  { arbitrary: fc.constantFrom(...WIDE), weight: 2 },
  { arbitrary: fc.constantFrom(...COMMENTS), weight: 2 },
  { arbitrary: fc.constantFrom(...FRONT), weight: 2 },
  { arbitrary: units, weight: 1 },
);

/** A line far longer than anybody types. */
const long = fc
  .tuple(short, fc.integer({ min: 20, max: 400 }))
  .map(([piece, times]) => piece.slice(0, 12).repeat(times));

/** Something that is typed, pasted or left over. */
export const piece: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: short, weight: 60 },
  { arbitrary: long, weight: 1 },
);

const pieces = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));

/** A text: bits of Markdown in any order, or a draft of the corpus, whole or cut, with any line ends. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { arbitrary: pieces, weight: 5 },
      { arbitrary: fc.tuple(fc.constantFrom(...FRONT), pieces).map((parts) => parts.join('')), weight: 2 },
      { arbitrary: fc.constantFrom(...DRAFTS), weight: 1 },
      {
        arbitrary: fc
          .tuple(fc.constantFrom(...DRAFTS), fc.nat(600), fc.nat(600), pieces)
          .map(([draft, from, length, rest]) => draft.slice(from, from + length) + rest),
        weight: 2,
      },
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
  )
  .map(([text, end]) => (end === '\n' ? text : text.replaceAll(/\r\n|\n/g, end)));

/** A text of moderate length, so that checking it many times is cheap. */
export const shortText: fc.Arbitrary<string> = anyText.map((text) => text.slice(0, 1000));

/** An edit somewhere in a text that is not known yet; places are shares of its length. */
export interface AnyEdit {
  readonly at: number;
  readonly remove: number;
  readonly text: string;
  /** Where the last edit ended, instead of `at`: somebody is typing. */
  readonly goesOn: boolean;
}

const UNIT = 1_000_000;

export const anyEdit: fc.Arbitrary<AnyEdit> = fc.record({
  at: fc.nat(UNIT),
  remove: fc.oneof(
    { arbitrary: fc.constant(0), weight: 4 },
    { arbitrary: fc.nat(4), weight: 3 },
    { arbitrary: fc.nat(60), weight: 2 },
    { arbitrary: fc.nat(4000), weight: 1 },
  ),
  text: fc.oneof({ arbitrary: fc.constant(''), weight: 1 }, { arbitrary: piece, weight: 4 }),
  goesOn: fc.boolean(),
});

/** Batches of edits: each batch is one message of an editor. */
export const anyEdits: fc.Arbitrary<AnyEdit[][]> = fc.array(
  fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 6 },
);

/** Puts edits where they belong in a text; the end of the last is kept between batches. */
export class Typist {
  #cursor = 0;
  readonly #length = { now: 0 };

  constructor(length: number) {
    this.#length.now = length;
  }

  place(edits: readonly AnyEdit[]): AppliedEdit[] {
    return edits.map(({ at, remove, text, goesOn }) => {
      const length = this.#length.now;
      const from = goesOn ? Math.min(this.#cursor, length) : Math.round((at / UNIT) * length);
      const to = Math.min(length, from + remove);
      this.#length.now = length - (to - from) + text.length;
      this.#cursor = from + text.length;
      return { from, to, text };
    });
  }
}

/** An offset of a text, as a share of its length. */
export const anyPlace = fc.nat(UNIT);

export function placeIn(text: string, place: number): number {
  return Math.round((place / UNIT) * text.length);
}
