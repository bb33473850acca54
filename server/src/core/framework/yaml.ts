import { type Document, isMap, parseDocument } from 'yaml';
import { firstAlias, rangeOf, type RubricProblem, validateRubric } from './validate';
import type { Range } from '../text/range';
import { tooDeepAt } from '../text/yamlDepth';

/** A YAML file that was read: its data, or what is wrong with it. */
export type ReadYaml =
  | { readonly data: object; readonly document: Document; readonly problems: readonly [] }
  | { readonly data?: undefined; readonly problems: readonly RubricProblem[] };

/** No more faults than this are named. */
export const MAX_PROBLEMS = 50;

/**
 * Reads a YAML file and judges it by a JSON Schema. Never throws.
 * @param schemaFor the schema for the data, chosen by what is in it
 */
export function readYaml(source: string, schemaFor: (data: object) => object): ReadYaml {
  const deep = tooDeepAt(source);
  if (deep >= 0) return faulty('syntax', { from: deep, to: deep + 1 }, 'nested too deeply');
  const document = parseDocument(source, { prettyErrors: false, version: '1.2' });
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, MAX_PROBLEMS).map(({ pos: [from, to], message }) => {
      const range = {
        from: Math.min(from, source.length),
        to: Math.min(Math.max(to, from + 1), source.length),
      };
      return { kind: 'syntax', range, detail: message.replace(/\n.*$/s, ''), path: '' } as const;
    });
    return { problems };
  }
  if (!isMap(document.contents)) return faulty('empty', { from: 0, to: Math.min(source.length, 1) }, '');
  let data: object;
  try {
    // Fails on an alias to nothing, or on aliases that multiply.
    data = document.toJS({ maxAliasCount: 100 }) as object;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return faulty('syntax', firstAlias(document, source.length), detail);
  }
  const problems = [...validateRubric(document, data, schemaFor(data), source.length)];
  if (problems.length > 0) return { problems: problems.slice(0, MAX_PROBLEMS) };
  return { data, document, problems: [] };
}

function faulty(kind: RubricProblem['kind'], range: Range, detail: string): ReadYaml {
  return { problems: [{ kind, range, detail, path: '' }] };
}

/** A fault of one item of a list of the file. */
export function problemAt(
  document: Document,
  kind: RubricProblem['kind'],
  [list, index, key]: readonly [list: string, index: number, key: string],
  detail: string,
): RubricProblem {
  const range = rangeOf(document.getIn([list, index, key], true));
  return { kind, range, detail, path: `${list}[${index}].${key}` };
}
