import { compiledAtUse } from '../text/compiledAtUse';
import { unitTable } from '../text/unitTable';

/** An ordinal at the start of a sentence or heading: `一、`, `第二步`, `首先`, `3.`, `②` … */
export interface Marker {
  /** Length in UTF-16 units, with the punctuation that belongs to it. */
  readonly length: number;
  /** 1 for the first item, 2 for the second …; `LAST` for 最后 and its like. */
  readonly order: number;
  /** `number` for 一、1. ①, which also number headings; `word` for 首先, 其次, 最后. */
  readonly style: 'number' | 'word';
}

/** Order given to the words that announce the end without a number. */
export const LAST = 99;

const HAN_DIGITS = '一二三四五六七八九十';

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:首先|第一时间|先是|起初)[,:、]?/, 1],
  [/^(?:其次|接着|随后|与此同时)[,:、]?/, 2],
  [/^(?:再次|再者|然后|之后|此外|另外|同时)[,:、]?/, 3],
  [/^(?:最后|总之|综上|总的来说|总而言之)[,:、]?/, LAST],
];

const NUMBERED = compiledAtUse(
  /^(?:第([一二三四五六七八九十]{1,3})(?:(?:步|点|个方面|方面)(?:是|要)?[,、:.]?|(?:是|要)?[,、:.]|是)|[([【]([一二三四五六七八九十]{1,3}|\d{1,2})[)\]】][、,]?|([一二三四五六七八九十]{1,3})(?:是要?|要|来)?[、,.:]|([一二三四五])(?:是|要)|其([一二三四五])[,、]?|(\d{1,2})(?:[、)]|\.(?!\d))|([①②③④⑤⑥⑦⑧⑨⑩]))\s*/,
);

/** What a marker can begin with: most sentences begin with none of these, and need not be tried. */
const FIRST = unitTable('第([【一二三四五六七八九十其0123456789①②③④⑤⑥⑦⑧⑨⑩首先起接随与再然之此另同最总综');

/** Reads the marker a folded text (see `fold`) begins with, if any. */
export function readMarker(folded: string): Marker | undefined {
  if (FIRST[folded.charCodeAt(0)] !== 1) return undefined;
  const numbered = NUMBERED().exec(folded);
  if (numbered) {
    const value = numbered.slice(1).join('');
    return { length: numbered[0].length, order: toNumber(value), style: 'number' };
  }
  for (const [pattern, order] of WORDS) {
    const match = pattern.exec(folded);
    if (match) return { length: match[0].length, order, style: 'word' };
  }
  return undefined;
}

function toNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(value);
  if (circled >= 0) return circled + 1;
  if (value.length === 1) return HAN_DIGITS.indexOf(value) + 1;
  // 十二 is 12, 二十 is 20, 二十三 is 23.
  const ten = value.indexOf('十');
  const tens = ten === 0 ? 1 : HAN_DIGITS.indexOf(value.charAt(0)) + 1;
  const units = ten === value.length - 1 ? 0 : HAN_DIGITS.indexOf(value.charAt(ten + 1)) + 1;
  return tens * 10 + units;
}
