import type { Analysis, Analyzer } from '../analysis/analyse';
import { parseDraft } from '../draft/draft';
import type { Framework } from '../framework/types';
import { type Locale, messages } from '../messages/messages';
import { type CheckOptions, checkRules } from '../rules/check';
import type { Finding } from '../rules/types';
import { reportMarkdown } from './report';
import { type FileResult, toFileResult } from './result';

/** What a tool for agents answers: for reading, and the same for programs. */
export interface ToolText {
  readonly text: string;
  readonly result: object;
}

/** What a tool checks a draft with. */
export interface ToolCheckOptions
  extends
    Required<Pick<CheckOptions, 'locale' | 'speakingRate' | 'minutes'>>,
    Pick<CheckOptions, 'severity' | 'references' | 'own'> {
  /** Id of the framework, unless the draft names one. */
  readonly framework?: string | undefined;
}

/**
 * Checks a draft for an agent. A rule that fails is told below the report: an agent sees no log.
 * @param path of the draft; undefined for text that is in no file
 */
export function checkForTool(
  analyzer: Analyzer,
  text: string,
  path: string | undefined,
  { framework, ...options }: ToolCheckOptions,
): ToolText {
  const { locale, speakingRate } = options;
  const analysis = analyzer.analyse(parseDraft(text), { framework, speakingRate });
  const failures: string[] = [];
  const findings = checkRules(analysis, {
    ...options,
    onFailure: (code, error) => failures.push(messages(locale).ruleFailed(code, String(error))),
  });
  return checkAnswer(analysis, findings, path, locale, failures);
}

/**
 * A check as an agent gets it: the report as Markdown, and the result without what only editors need.
 * @param path of the draft; undefined for text that is in no file
 * @param failures of rules, for the reader
 */
export function checkAnswer(
  analysis: Analysis,
  findings: readonly Finding[],
  path: string | undefined,
  locale: Locale,
  failures: readonly string[] = [],
): ToolText {
  const name = path ?? (locale === 'zh' ? '草稿' : 'Draft');
  const linkTo = (line: number): string => `${encodeURI(path ?? '')}#L${line}`;
  const report = reportMarkdown(analysis, findings, name, locale, linkTo);
  return {
    text: [report, ...failures].join('\n'),
    result: { version: 1, ...trimmed(toFileResult(path ?? '-', analysis, findings, locale)) },
  };
}

/**
 * What is said, in both languages, to whoever asks for a framework there is not.
 * @param id undefined when none was asked for
 * @returns undefined when there is nothing to say
 */
export function noSuchFramework(
  frameworks: readonly Framework[],
  id: string | undefined,
): string | undefined {
  const known = frameworks.map((framework) => framework.id);
  if (id === undefined || known.includes(id)) return undefined;
  return `没有框架“${id}” / no such framework（${known.join(', ')}）`;
}

/** The result of docs/result-format.md without `sentences` and the `ranges` of sections, most of its length. */
function trimmed(full: FileResult): object {
  const sections = full.sections.map(({ id, title, status, points }) => ({ id, title, status, points }));
  return { ...full, sections, sentences: undefined };
}
