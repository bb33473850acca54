import { matched } from '../text/matched';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Range } from '../text/range';
import { tooDeepAt } from '../text/yamlDepth';
import { toYamlLines } from '../text/yamlLines';
import { readPlainPairs } from './plainFrontMatter';

/** A mistake in the front matter, where it stands in the draft. */
export interface FrontMatterProblem {
  readonly kind: 'syntax' | 'unclosed' | 'not-a-map' | 'type';
  readonly range: Range;
  /** The parser's own words, or the name of the key with the wrong type. */
  readonly detail: string;
}

/** A value with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly range: Range;
}

/** The YAML block a draft may begin with. */
export interface FrontMatter {
  /** Span of the whole block with its fences; empty at 0 when there is none. */
  readonly range: Range;
  readonly question?: Located<string>;
  /** Where the key of the question stands. */
  readonly questionKey?: Range;
  readonly framework?: Located<string>;
  readonly kind?: Located<string>;
  /** Time limit for speaking, in minutes. */
  readonly minutes?: Located<number>;
  /** Codes of rules switched off for this file. */
  readonly disable: readonly string[];
  readonly problems: readonly FrontMatterProblem[];
}

/** Keys the writer may use, Chinese or English. */
const KEYS: ReadonlyMap<string, 'question' | 'framework' | 'kind' | 'minutes' | 'disable'> = new Map([
  ['question', 'question'],
  ['题目', 'question'],
  ['framework', 'framework'],
  ['框架', 'framework'],
  ['kind', 'kind'],
  ['题型', 'kind'],
  ['minutes', 'minutes'],
  ['时限', 'minutes'],
  ['zhangfa-disable', 'disable'],
  ['停用规则', 'disable'],
]);

const OPEN = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSE = /(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;

/**
 * Reads the front matter of a draft. Never throws: what cannot be read becomes a problem with its range,
 * and the rest of the draft is analysed as if the key were not there.
 */
export function readFrontMatter(text: string): FrontMatter {
  const open = OPEN.exec(text);
  if (!open) return { range: { from: 0, to: 0 }, disable: [], problems: [] };
  const start = open[0].length;
  CLOSE.lastIndex = start;
  const close = CLOSE.exec(text);
  if (!close) return unclosed(text, start);
  const end = skipLineBreak(text, close.index + close[0].length);
  return { range: { from: 0, to: end }, ...readYaml(toYamlLines(text.slice(start, close.index)), start) };
}

/**
 * A `---` that is never closed is more often a horizontal rule than front matter, so it is reported only when
 * a known key follows directly, and the draft is then read as if it had no front matter.
 */
function unclosed(text: string, start: number): FrontMatter {
  const line = matched(/^[^\r\n]*/, text.slice(start, start + 200));
  const key = /^([^\s:：]+)\s*[:：]/.exec(line)?.[1];
  const problems: FrontMatterProblem[] =
    key !== undefined && KEYS.has(key)
      ? [{ kind: 'unclosed', range: { from: text.startsWith('\uFEFF') ? 1 : 0, to: start }, detail: '---' }]
      : [];
  return { range: { from: 0, to: 0 }, disable: [], problems };
}

function skipLineBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : at;
}

type Values = Omit<FrontMatter, 'range'>;

function readYaml(source: string, offset: number): Values {
  const deep = tooDeepAt(source);
  if (deep >= 0) {
    const range = { from: offset + deep, to: offset + deep + 1 };
    return { disable: [], problems: [{ kind: 'syntax', range, detail: 'nested too deeply' }] };
  }
  return readPlain(source, offset) ?? readDocument(source, offset);
}

/** Front matter of plain lines, without YAML. */
function readPlain(source: string, offset: number): Values | undefined {
  const pairs = readPlainPairs(source);
  if (!pairs) return undefined;
  const values: { -readonly [K in keyof Values]: Values[K] } = { disable: [], problems: [] };
  const moved = ({ from, to }: Range): Range => ({ from: offset + from, to: offset + to });
  for (const { key, keyRange, value, valueRange } of pairs) {
    const name = KEYS.get(key);
    if (!name) continue;
    const range = moved(valueRange);
    if (name === 'minutes') {
      if (typeof value === 'string' || value > 120) return undefined;
      values.minutes = { value, range };
    } else if (name === 'disable') return undefined;
    else values[name] = { value: String(value), range };
    if (name === 'question') values.questionKey = moved(keyRange);
  }
  return values;
}

function readDocument(source: string, offset: number): Values {
  const document = parseDocument(source, { prettyErrors: false, uniqueKeys: false });
  const problems: FrontMatterProblem[] = document.errors.map((error) => ({
    kind: 'syntax',
    range: {
      from: offset + error.pos[0],
      to: offset + Math.min(Math.max(error.pos[1], error.pos[0] + 1), source.length),
    },
    detail: error.message.replace(/\n.*$/s, ''),
  }));
  const values: { -readonly [K in keyof Values]: Values[K] } = { disable: [], problems };
  if (!isMap(document.contents)) {
    if (document.contents !== null && problems.length === 0) {
      problems.push({
        kind: 'not-a-map',
        range: { from: offset, to: offset + source.trimEnd().length },
        detail: '',
      });
    }
    return values;
  }
  for (const pair of document.contents.items) {
    const name = isScalar(pair.key) ? KEYS.get(String(pair.key.value)) : undefined;
    const node = pair.value;
    if (!name || !isScalar(pair.key)) continue;
    const at: Range = rangeOf(node, offset) ?? rangeOf(pair.key, offset) ?? { from: offset, to: offset };
    const wrongType = (): void => void problems.push({ kind: 'type', range: at, detail: String(pair.key) });
    if (name === 'disable') {
      const items = isSeq(node)
        ? node.items.map((item) => (isScalar(item) ? item.value : item))
        : [isScalar(node) ? (node.value ?? undefined) : node];
      values.disable = items.filter((item): item is string => typeof item === 'string');
      if (items.some((item) => item !== undefined && typeof item !== 'string')) wrongType();
    } else if (!isScalar(node) || node.value === null) {
      if (isScalar(node)) continue;
      wrongType();
    } else if (name === 'minutes') {
      const minutes =
        typeof node.value === 'number'
          ? node.value
          : typeof node.value === 'string'
            ? Number.parseFloat(node.value)
            : Number.NaN;
      if (minutes > 0 && minutes <= 120) values.minutes = { value: minutes, range: at };
      else wrongType();
    } else if (typeof node.value === 'string' || typeof node.value === 'number') {
      const value = String(node.value).trim();
      if (value === '') continue;
      values[name] = { value, range: at };
      const key = rangeOf(pair.key, offset);
      if (name === 'question' && key) values.questionKey = key;
    } else wrongType();
  }
  return values;
}

function rangeOf(node: unknown, offset: number): Range | undefined {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range ? { from: offset + range[0], to: offset + range[1] } : undefined;
}
