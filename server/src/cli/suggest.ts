import { pathToFileURL } from 'node:url';
import type { Builtin } from '../builtin';
import { nodeFiles } from '../files/nodeFiles';
import { RubricStore } from '../rubrics/rubricStore';
import { readPhrases, suggestions } from '../suggest/suggestions';
import { suggestReport } from '../suggest/suggestReport';
import { findSection, listSections } from '../suggest/suggestSection';
import { runWith } from './arguments';
import { complain, complainAboutRubrics } from './complaints';
import { readSuggestOptions, type SuggestOptions } from './suggestOptions';
import { SUGGEST_USAGE } from './suggestUsage';
import { print, printablePath } from './print';

/**
 * `zhangfa suggest`: phrases for a section on standard output, ranked as in the editor; what could not be read on
 * standard error. @returns exit status: 0, or 2 for wrong usage and when documents were named but none could be read
 */
export async function runSuggest(args: readonly string[], builtin: Builtin): Promise<number> {
  return runWith(
    'suggest',
    SUGGEST_USAGE,
    () => readSuggestOptions(args),
    (options) => suggest(options, builtin),
  );
}

async function suggest(options: SuggestOptions, builtin: Builtin): Promise<number> {
  const { locale, query } = options;
  const rubrics = await new RubricStore({ builtin }, nodeFiles).for(
    pathToFileURL(process.cwd()).toString(),
    options.rubrics,
  );
  complainAboutRubrics(rubrics, locale);
  const { frameworks } = rubrics.analyzer.rubrics;
  const wanted = findSection(frameworks, options.section);
  if (!wanted) {
    const problem =
      options.section === ''
        ? '请用 --section 写明环节 / name a section'
        : `没有“${options.section}” / no such section`;
    complain(
      `zhangfa suggest: --section: ${problem}\n\n${listSections(frameworks, options.section, locale)}`.trimEnd(),
    );
    return 2;
  }
  const banks = options.bank ? builtin.phrases : [];
  const phrases = await readPhrases(options.documents, banks, rubrics, builtin);
  const result = await suggestions(phrases, { ...options, wanted });
  for (const { path, message } of result.problems) complain(`${printablePath(path)}: ${message}`);
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else print(suggestReport(result.suggestions, wanted, query, locale));
  return options.documents.length > 0 && result.documents.length === 0 ? 2 : 0;
}
