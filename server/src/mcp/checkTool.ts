import { readFile, stat } from 'node:fs/promises';
import { parseDraft } from '../core/draft/draft';
import { checkAnswer, noSuchFramework } from '../core/features/toolCheck';
import { type Locale, messages } from '../core/messages/messages';
import { checkRules } from '../core/rules/check';
import { decodeText } from '../files/decode';
import type { RubricSet } from '../rubrics/rubricStore';
import { insideFolder } from './folder';
import { MAX_DRAFT } from './limits';
import { type Answer, type CheckRequest, ToolError } from './types';

/** Checks a draft for an agent: the report as Markdown, and the result without what only editors need. */
export async function check(request: CheckRequest, rubrics: RubricSet, locale: Locale): Promise<Answer> {
  const { framework, minutes, rate = 200, path } = request;
  const error = noSuchFramework(rubrics.analyzer.rubrics.frameworks, framework);
  if (error !== undefined) throw new ToolError(error);
  const draft = parseDraft(await textOf(request, locale));
  const analysis = rubrics.analyzer.analyse(draft, { framework, speakingRate: rate });
  const failures: string[] = [];
  const findings = checkRules(analysis, {
    locale,
    speakingRate: rate,
    minutes: minutes ?? 0,
    onFailure: (code, error) => failures.push(messages(locale).ruleFailed(code, String(error))),
  });
  return checkAnswer(analysis, findings, path, locale, failures);
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
