import * as z from 'zod';
import { FASTEST_RATE, MOST_MINUTES, SLOWEST_RATE } from '../core/rules/bounds';
import { MAX_DRAFT, MOST_SUGGESTIONS, SUGGESTIONS } from './limits';

const text = (what: string): z.ZodString => z.string({ error: `${what}应为文字 / should be text` });
const number = (low: number, high: number): z.ZodNumber => {
  const error = `应在 ${low} 到 ${high} 之间 / should be from ${low} to ${high}`;
  return z.number({ error }).min(low, { error }).max(high, { error });
};
/** An argument that is misspelt is said, and not passed over. */
const unknown = (issue: {
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
}): string | undefined =>
  issue.code === 'unrecognized_keys'
    ? `没有参数 / no such argument: ${(issue.keys ?? []).join(', ')}`
    : undefined;

/** Arguments of `zhangfa_check`. */
export const CHECK_INPUT = z.strictObject(
  {
    text: text('text ')
      .max(MAX_DRAFT, { error: '太长，不像草稿 / too long for a draft' })
      .optional()
      .describe(
        '草稿的 Markdown，可以带文首信息 question、minutes / the draft as Markdown, with front matter if any',
      ),
    path: text('path ').optional().describe('或者草稿文件的路径 / or the path of the draft'),
    framework: text('framework ')
      .optional()
      .describe('框架 id，草稿没有写明时用 / framework id, unless the draft names one'),
    minutes: number(0, MOST_MINUTES).optional().describe('时限（分钟）/ time limit in minutes'),
    rate: number(SLOWEST_RATE, FASTEST_RATE).optional().describe('语速（字/分），默认 200 / speaking rate'),
  },
  { error: unknown },
);

/** Arguments of `zhangfa_suggest`. */
export const SUGGEST_INPUT = z.strictObject(
  {
    section: z
      .string({ error: '请写明环节，如 public-doubt/action / name a section, such as public-doubt/action' })
      .describe('框架/环节，也可以再写要点 / framework/section, and a point if wanted: public-doubt/action'),
    words: text('words ')
      .optional()
      .describe(
        '只要含这些词的，也认拼音首字母 / only phrases with these words, or with these initials of pinyin',
      ),
    documents: z
      .array(text('路径'), { error: '应为路径的列表 / should be a list of paths' })
      .max(100, { error: '最多 100 个路径 / 100 paths at most' })
      .optional()
      .describe(
        '参考文档或文件夹；不写用启动时给的 / reference documents or folders, instead of the configured ones',
      ),
    limit: number(1, MOST_SUGGESTIONS)
      .int({ error: '应为整数 / should be a whole number' })
      .optional()
      .describe(`最多几条，默认 ${SUGGESTIONS} / at most so many`),
  },
  { error: unknown },
);
