import { FASTEST_RATE, MOST_MINUTES, SLOWEST_RATE } from '../../../server/src/core/rules/bounds';
import { MAX_DRAFT, MOST_SUGGESTIONS } from '../../../server/src/mcp/limits';

/** What an assistant may ask; like the arguments of the tools of `zhangfa mcp`. */
export interface CheckInput {
  readonly text?: string;
  /** Of a draft in the workspace. */
  readonly path?: string;
  readonly framework?: string;
  readonly minutes?: number;
  readonly rate?: number;
}

export interface SuggestInput {
  readonly section: string;
  readonly words?: string;
  readonly limit?: number;
}

/** Why a tool cannot do what it was asked for; the message is for the assistant, in both languages. */
export class ToolInputError extends Error {}

/** @throws ToolInputError naming what is wrong */
export function readCheckInput(input: unknown): CheckInput {
  const read = reader(input, ['text', 'path', 'framework', 'minutes', 'rate']);
  const text = read.text('text');
  if (text !== undefined && text.length > MAX_DRAFT)
    throw new ToolInputError('text 太长，不像草稿 / too long for a draft');
  const path = read.text('path');
  if (text !== undefined && path !== undefined)
    throw new ToolInputError('text 和 path 只给一个 / give text or path, not both');
  return defined({
    text,
    path,
    framework: read.text('framework'),
    minutes: read.number('minutes', 0, MOST_MINUTES),
    rate: read.number('rate', SLOWEST_RATE, FASTEST_RATE),
  });
}

/** @throws ToolInputError naming what is wrong */
export function readSuggestInput(input: unknown): SuggestInput {
  const read = reader(input, ['section', 'words', 'limit']);
  const section = read.text('section');
  if (section === undefined)
    throw new ToolInputError(
      '请写明环节，如 public-doubt/action / name a section, such as public-doubt/action',
    );
  return {
    section,
    ...defined({ words: read.text('words'), limit: read.number('limit', 1, MOST_SUGGESTIONS) }),
  };
}

interface Reader {
  text(key: string): string | undefined;
  number(key: string, low: number, high: number): number | undefined;
}

function reader(input: unknown, keys: readonly string[]): Reader {
  if (typeof input !== 'object' || input === null)
    throw new ToolInputError('参数应为对象 / the arguments should be an object');
  const values = new Map<string, unknown>(Object.entries(input));
  const unknown = [...values.keys()].filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new ToolInputError(`没有参数 / no such argument: ${unknown.join(', ')}`);
  // A model that has nothing to say for an argument says null.
  const valueOf = (key: string): unknown => values.get(key) ?? undefined;
  return {
    text(key) {
      const value = valueOf(key);
      if (value !== undefined && typeof value !== 'string')
        throw new ToolInputError(`${key} 应为文字 / should be text`);
      return value;
    },
    number(key, low, high) {
      const value = valueOf(key);
      if (value === undefined) return undefined;
      if (typeof value !== 'number' || !(value >= low && value <= high))
        throw new ToolInputError(`${key} 应在 ${low} 到 ${high} 之间 / should be from ${low} to ${high}`);
      return value;
    },
  };
}

/** Without the keys that have no value. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
