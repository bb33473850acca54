import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RubricProblem } from '../core/framework/load';
import { ruleUrl } from '../core/features/sarif';
import type { Locale } from '../core/messages/messages';
import { describeRubricProblem } from '../rubrics/describeRubricProblem';
import { SOURCE, toRange } from './convert';

const CODE = 'rubric.invalid';

/** The faults of a rubric file as diagnostics in the file itself. */
export function rubricDiagnostics(
  uri: string,
  text: string,
  problems: readonly RubricProblem[],
  locale: Locale,
): Diagnostic[] {
  const document = TextDocument.create(uri, 'yaml', 0, text);
  return problems.map((problem) => ({
    range: toRange(document, problem.range),
    severity: DiagnosticSeverity.Error,
    code: CODE,
    codeDescription: { href: ruleUrl(CODE) },
    source: SOURCE,
    message: describeRubricProblem(problem, locale),
  }));
}
