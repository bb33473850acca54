import type { RubricProblem } from '../core/framework/load';
import { type Locale, messages } from '../core/messages/messages';

/** A fault of a rubric file in words. */
export function describeRubricProblem(problem: RubricProblem, locale: Locale): string {
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
