import { captured } from '../text/matched';

/** Numbering styles, from the outermost to the innermost as Chinese texts nest them; then the spoken ones. */
export type Series = 'han' | 'han-paren' | 'digit-dot' | 'digit-comma' | 'digit-paren' | 'circle' | Spoken;
type Spoken = 'nth' | 'is' | 'its' | 'word';

/** An ordinal at the start of a heading or sentence. */
export interface Item {
  readonly series: Series;
  /** 1 for the first; `LAST_ITEM` for 最后. */
  readonly order: number;
  /** Length in UTF-16 units. */
  readonly length: number;
}

/** Order of 最后, which follows any number. */
export const LAST_ITEM = 99;

/** How deep a series lies: an item of one level begins the lower ones anew. Spoken series are of no level. */
export const LEVEL: Readonly<Partial<Record<Series, number>>> = {
  han: 1,
  'han-paren': 2,
  'digit-dot': 3,
  'digit-comma': 3,
  'digit-paren': 4,
  circle: 5,
};

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}(?![一二三四五六七八九十])';
const PATTERNS: readonly (readonly [Series, RegExp])[] = [
  ['han', new RegExp(`^(${HAN_NUMBER})[、.．]`)],
  ['han-paren', new RegExp(`^[（(](${HAN_NUMBER})[）)]`)],
  ['digit-dot', /^(\d{1,2})[.．](?!\d)/],
  ['digit-comma', /^(\d{1,2})、/],
  ['digit-paren', /^[（(]?(\d{1,2})[）)]/],
  ['circle', /^([①-⑳])/],
  [
    'nth',
    new RegExp(
      `^第(${HAN_NUMBER})(?!个?(?:天|日|周|月|年|季|次|届|遍|回|时间|书记|产业|方))(?:个|点|是|步|条)?`,
    ),
  ],
  ['is', new RegExp(`^(${HAN_NUMBER})(?:是|要)`)],
  ['its', new RegExp(`^其(${HAN_NUMBER})[，,、]`)],
];
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^首先/, 1],
  [/^其次/, 2],
  [/^再次/, 3],
  [/^最后/, LAST_ITEM],
];
const HAN_DIGITS = '一二三四五六七八九';

/** Reads the ordinal a text begins with. */
export function readItem(text: string): Item | undefined {
  const start = text.trimStart();
  const before = text.length - start.length;
  for (const [series, pattern] of PATTERNS) {
    const found = pattern.exec(start);
    const order = found ? toNumber(captured(found)) : undefined;
    if (found && order !== undefined) return { series, order, length: before + found[0].length };
  }
  for (const [pattern, order] of WORDS) {
    const found = pattern.exec(start);
    if (found) return { series: 'word', order, length: before + found[0].length };
  }
  return undefined;
}

/** 七, 12, ③, 两 … as a number. */
export function toNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '两') return 2;
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(text);
  if (text !== '' && circled >= 0) return circled + 1;
  const ten = text.indexOf('十');
  const digit = (char: string | undefined): number => (char ? HAN_DIGITS.indexOf(char) + 1 : 0);
  if (ten < 0) return text.length === 1 ? digit(text) || undefined : undefined;
  return (ten === 0 ? 1 : digit(text[0])) * 10 + digit(text[ten + 1]);
}

/** An ordinal as its series writes it, for messages. */
export function writeItem(series: Series, order: number): string {
  const word = ['首先', '其次', '再次'][order - 1];
  if (series === 'word') return word ?? '';
  const han = order < 10 ? (HAN_DIGITS[order - 1] ?? '') : order === 10 ? '十' : String(order);
  switch (series) {
    case 'han':
      return `${han}、`;
    case 'han-paren':
      return `（${han}）`;
    case 'digit-dot':
      return `${order}.`;
    case 'digit-comma':
      return `${order}、`;
    case 'digit-paren':
      return `（${order}）`;
    case 'circle':
      return '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'[order - 1] ?? String(order);
    case 'nth':
      return `第${han}`;
    case 'is':
      return `${han}是`;
    case 'its':
      return `其${han}`;
  }
}
