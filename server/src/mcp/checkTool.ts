import { readFile, stat } from 'node:fs/promises';
import { checkForTool, noSuchFramework } from '../core/features/toolCheck';
import { type Locale, messages } from '../core/messages/messages';
import { DEFAULT_SPEAKING_RATE } from '../core/text/count';
import { decodeText } from '../files/decode';
import type { RubricSet } from '../rubrics/rubricStore';
import { insideFolder } from './folder';
import { MAX_DRAFT } from './limits';
import { type Answer, type CheckRequest, ToolError } from './types';

/** Checks a draft for an agent: the report as Markdown, and the result without what only editors need. */
export async function check(request: CheckRequest, rubrics: RubricSet, locale: Locale): Promise<Answer> {
  const { framework, minutes = 0, rate = DEFAULT_SPEAKING_RATE, path } = request;
  const error = noSuchFramework(rubrics.analyzer.rubrics.frameworks, framework);
  if (error !== undefined) throw new ToolError(error);
  const text = await textOf(request, locale);
  return checkForTool(rubrics.analyzer, text, path, { locale, framework, minutes, speakingRate: rate });
}

/** @throws ToolError when there is not exactly one text that can be read */
async function textOf({ text, path }: CheckRequest, locale: Locale): Promise<string> {
  if ((text === undefined) === (path === undefined))
    throw new ToolError('text 和 path 要给一个，也只给一个 / give either text or path');
  if (text !== undefined) return text;
  const file = await insideFolder(path ?? '');
  const found = await stat(file);
  if (!found.isFile()) throw new ToolError(`${file}：不是文件 / not a file`);
  if (found.size > MAX_DRAFT) throw new ToolError(`${file}：太大，不像草稿 / too large for a draft`);
  const content = decodeText(await readFile(file));
  if ('reason' in content) throw new ToolError(`${file}：${messages(locale).unreadable[content.reason]}`);
  return content.text;
}
