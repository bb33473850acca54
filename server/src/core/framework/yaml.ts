import { type Document, isMap, isScalar, parseDocument, visit } from 'yaml';
import { firstAlias, rangeOf, type RubricProblem, validateRubric } from './validate';
import type { Range } from '../text/range';
import { tooDeepAt } from '../text/yamlDepth';
import { messageOf } from '../text/messageOf';

/** A YAML file that was read: its data, or what is wrong with it. */
export type ReadYaml =
  | { readonly data: object; readonly document: Document; readonly problems: readonly [] }
  | { readonly data?: undefined; readonly problems: readonly RubricProblem[] };

/** No more faults than this are named. */
export const MAX_PROBLEMS = 50;
/** In UTF-16 units: ten times what a writer's largest file has, and read within a second or two. */
const MOST_UNITS = 400_000;
/** Each is looked up among all that stands before it. */
const MOST_ALIASES = 1000;

/**
 * Reads a YAML file and judges it by a JSON Schema. Never throws.
 * @param schemaFor the schema for the data, chosen by what is in it
 */
export function readYaml(source: string, schemaFor: (data: object) => object): ReadYaml {
  if (source.length > MOST_UNITS) return faulty('syntax', { from: 0, to: 1 }, 'too large');
  const deep = tooDeepAt(source);
  if (deep >= 0) return faulty('syntax', { from: deep, to: deep + 1 }, 'nested too deeply');
  // The library compares every key with all before it: for tens of thousands that takes minutes.
  const document = parseDocument(source, { prettyErrors: false, version: '1.2', uniqueKeys: false });
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
  const refused = refusedAt(document);
  if (refused) return refused;
  if (!isMap(document.contents)) return faulty('empty', { from: 0, to: Math.min(source.length, 1) }, '');
  let data: object;
  try {
    // Fails on an alias to nothing, or on aliases that multiply.
    data = document.toJS({ maxAliasCount: 100 }) as object;
  } catch (error) {
    const detail = messageOf(error);
    return faulty('syntax', firstAlias(document, source.length), detail);
  }
  const problems: RubricProblem[] = [];
  // Each is looked up in the document when it is asked for.
  for (const problem of validateRubric(document, data, schemaFor(data), source.length)) {
    problems.push(problem);
    if (problems.length === MAX_PROBLEMS) break;
  }
  if (problems.length > 0) return { problems };
  return { data, document, problems: [] };
}

/** Keys that stand twice in one map, and more aliases than can be followed. */
function refusedAt(document: Document): ReadYaml | undefined {
  const twice: Range[] = [];
  let aliases = 0;
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) twice.push(rangeOf(key));
        seen.add(key.value);
      }
      return twice.length < MAX_PROBLEMS ? undefined : visit.BREAK;
    },
    Alias: () => (++aliases > MOST_ALIASES ? visit.BREAK : undefined),
  });
  if (aliases > MOST_ALIASES)
    return faulty('syntax', firstAlias(document, Number.POSITIVE_INFINITY), 'too many aliases');
  if (twice.length === 0) return undefined;
  return {
    problems: twice
      .slice(0, MAX_PROBLEMS)
      .map((range) => ({ kind: 'syntax', range, detail: 'Map keys must be unique', path: '' })),
  };
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
