import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RubricProblem } from '../core/framework/load';
import { type Locale, messages } from '../core/messages/messages';
import { SOURCE, toRange } from './convert';

const RUBRIC_DOC = 'https://github.com/zhangfa/zhangfa/blob/main/docs/rules/rubric.invalid.md';

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
    code: 'rubric.invalid',
    codeDescription: { href: RUBRIC_DOC },
    source: SOURCE,
    message: describeProblem(problem, locale),
  }));
}

/** A fault of a rubric file in words. */
export function describeProblem({ kind, detail, path }: RubricProblem, locale: Locale): string {
  const text = messages(locale);
  switch (kind) {
    case 'syntax':
      return text.rubricSyntax(detail);
    case 'schema':
      return text.rubricSchema(path, detail);
    case 'duplicate':
      return text.rubricDuplicate(detail);
    case 'empty':
      return text.rubricEmpty;
  }
}
