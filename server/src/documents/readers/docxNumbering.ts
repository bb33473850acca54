import { parseXml } from './xml';
import type { Budget } from '../reader';

/** One level of a numbered list: how its number is written. */
interface Level {
  readonly start: number;
  /** `decimal`, `chineseCounting`, `bullet` … */
  readonly format: string;
  /** `%1、` or `（%2）`, the digits being levels from 1. */
  readonly text: string;
}

/**
 * Writes the numbers that Word computes: they are part of the text for a person (`一、`), but not in the file. Feed it
 * the paragraphs in their order.
 */
export class Numbering {
  /** Levels by number and level. */
  readonly #lists: ReadonlyMap<
    string,
    { readonly abstract: string; readonly levels: ReadonlyMap<number, Level> }
  >;
  readonly #counters = new Map<string, number[]>();

  constructor(xml: Uint8Array | undefined, budget: Budget) {
    this.#lists = xml ? readLists(xml, budget) : new Map();
  }

  /** The number of the next paragraph of a list; empty for bullets and unknown lists. */
  next(list: string, depth: number): string {
    const found = this.#lists.get(list);
    const level = found?.levels.get(depth);
    if (!found || !level) return '';
    const counters = this.#counters.get(found.abstract) ?? [];
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    // Deeper levels begin anew.
    counters.length = depth + 1;
    this.#counters.set(found.abstract, counters);
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = found.levels.get(at);
      return other ? write(counters[at] ?? other.start, other.format) : '';
    });
  }
}

function readLists(
  xml: Uint8Array,
  budget: Budget,
): Map<string, { abstract: string; levels: ReadonlyMap<number, Level> }> {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { abstract: string; levels: ReadonlyMap<number, Level> }>();
  let levels: Map<number, Level> | undefined;
  let depth = 0;
  let list = '';
  parseXml(xml, budget, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      const level = levels?.get(depth);
      if (name === 'w:abstractNum') {
        levels = new Map();
        abstracts.set(attributes['w:abstractNumId'] ?? '', levels);
      } else if (name === 'w:lvl' && levels) {
        depth = Number(attributes['w:ilvl'] ?? 0);
        levels.set(depth, { start: 1, format: 'decimal', text: '' });
      } else if (name === 'w:start' && level) levels?.set(depth, { ...level, start: Number(value) || 0 });
      else if (name === 'w:numFmt' && level) levels?.set(depth, { ...level, format: value });
      else if (name === 'w:lvlText' && level) levels?.set(depth, { ...level, text: value });
      else if (name === 'w:num') {
        levels = undefined;
        list = attributes['w:numId'] ?? '';
      } else if (name === 'w:abstractNumId')
        lists.set(list, { abstract: value, levels: abstracts.get(value) ?? new Map() });
    },
  });
  return lists;
}

const HAN = '〇一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

function write(value: number, format: string): string {
  if (/^(?:chinese|taiwanese|japanese)(?:Counting|Legal|Digital)?/.test(format)) return han(value);
  switch (format) {
    case 'ideographDigital':
      return String(value).replace(/\d/g, (digit) => HAN.charAt(Number(digit)));
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED[value - 1] ?? String(value);
    case 'lowerLetter':
      return letter(value, 97);
    case 'upperLetter':
      return letter(value, 65);
    default:
      return String(value);
  }
}

function letter(value: number, base: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(base + value - 1) : String(value);
}

/** 1-99 as 一 … 九十九; others in digits. */
function han(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 && value > 0 ? '' : HAN.charAt(value % 10);
  return `${tens > 1 ? HAN.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones}`;
}
