import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RubricProblem } from '../core/framework/load';
import { ruleUrl } from '../core/features/sarif';
import { type Locale, messages } from '../core/messages/messages';
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
    message: describeProblem(problem, locale),
  }));
}

/** A fault of a rubric file in words. */
export function describeProblem(problem: RubricProblem, locale: Locale): string {
  const { kind, detail, path } = problem;
  const text = messages(locale);
  switch (kind) {
    case 'syntax':
      return text.rubricSyntax(detail);
    case 'schema':
      return text.rubricSchema(path, schemaDetail(problem, locale));
    case 'duplicate':
      return text.rubricDuplicate(detail);
    case 'empty':
      return text.rubricEmpty;
  }
}

/** What of the schema is not met, in the writer's language where it is one of the common faults. */
function schemaDetail({ keyword, key = '', detail }: RubricProblem, locale: Locale): string {
  const { schema, listSeparator } = messages(locale);
  switch (keyword) {
    case 'required':
      return schema.required(key);
    case 'additionalProperties':
      return schema.unknownKey(key);
    case 'type':
    case 'anyOf':
      return schema.type;
    case 'enum':
      return schema.value(allowedValues(detail).join(listSeparator));
    case 'pattern':
      return schema.pattern;
    case 'minLength':
    case 'maxLength':
    case 'minItems':
      return schema.length;
    default:
      return detail;
  }
}

/** The values that are allowed, as the validator names them (`… any of ["required","optional"].`); none if it does not. */
function allowedValues(detail: string): string[] {
  const listed = /\[(.+)\]/.exec(detail)?.[1] ?? '';
  return listed === '' ? [] : listed.replaceAll('"', '').split(',');
}
