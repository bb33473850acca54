import { pathToFileURL } from 'node:url';
import type { Builtin } from '../builtin';
import { parseDraft } from '../core/draft/draft';
import { isAnswerDraft } from '../core/draft/isDraft';
import { type FileResult, toFileResult } from '../core/features/result';
import { toSarif } from '../core/features/sarif';
import { noSuchFramework } from '../core/features/toolCheck';
import { messages } from '../core/messages/messages';
import { checkRules } from '../core/rules/check';
import { SEVERITIES, type Severity } from '../core/rules/types';
import { nodeFiles } from '../files/nodeFiles';
import { RubricStore } from '../rubrics/rubricStore';
import { VERSION } from '../version';
import { runWith } from './arguments';
import { type CheckOptions, readCheckOptions } from './checkOptions';
import { CHECK_USAGE } from './checkUsage';
import { complain, complainAboutRubrics } from './complaints';
import { readInputs } from './inputs';
import { textReport } from './textReport';
import { print, printablePath } from './print';

/** `zhangfa check`: prints the result on standard output, problems with the input on standard error. @returns exit status */
export async function runCheck(args: readonly string[], builtin: Builtin): Promise<number> {
  return runWith(
    'check',
    CHECK_USAGE,
    () => readCheckOptions(args),
    (options) => check(options, builtin),
  );
}

async function check(options: CheckOptions, builtin: Builtin): Promise<number> {
  const rubrics = await new RubricStore({ builtin }, nodeFiles).for(
    pathToFileURL(process.cwd()).toString(),
    options.rubrics,
  );
  let unreadable = complainAboutRubrics(rubrics, options.locale);
  const text = messages(options.locale);
  const unknown = noSuchFramework(rubrics.analyzer.rubrics.frameworks, options.framework);
  if (unknown !== undefined) {
    complain(`zhangfa check: --framework: ${unknown}`);
    return 2;
  }
  const files: FileResult[] = [];
  const reports: string[] = [];
  for (const { path, named, content } of await readInputs(options.inputs)) {
    if ('reason' in content) {
      complain(
        `${printablePath(path)}: ${content.reason === 'no-match' ? text.noMatch : text.unreadable[content.reason]}`,
      );
      unreadable = true;
      continue;
    }
    const draft = parseDraft(content.text);
    if (!named && !options.all && !isAnswerDraft(draft)) continue;
    const analysis = rubrics.analyzer.analyse(draft, {
      framework: options.framework,
      speakingRate: options.rate,
    });
    const findings = checkRules(analysis, {
      locale: options.locale,
      speakingRate: options.rate,
      minutes: options.minutes,
      onFailure: (code, error) => complain(text.ruleFailed(code, String(error))),
    });
    files.push(toFileResult(path, analysis, findings, options.locale));
    if (options.format === 'text') reports.push(textReport(path, analysis, findings, options));
  }
  if (options.format === 'text')
    print(files.length > 0 ? reports.join('\n') : unreadable ? '' : `${text.noDrafts}\n`);
  else
    process.stdout.write(
      `${JSON.stringify(options.format === 'json' ? { version: 1, files } : toSarif({ version: 1, files }, VERSION), null, 2)}\n`,
    );
  if (unreadable) return 2;
  return files.some(({ findings }) => findings.some(({ severity }) => reaches(severity, options.failOn)))
    ? 1
    : 0;
}

function reaches(severity: Severity, failOn: Severity | 'none'): boolean {
  return failOn !== 'none' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
