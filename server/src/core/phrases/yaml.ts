import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { type Document, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { RubricProblem } from '../framework/load';
import type { Range } from '../text/range';

/** A YAML file that was read: its data, or what is wrong with it. */
export type ReadYaml =
  | { readonly data: object; readonly document: Document; readonly problems: readonly [] }
  | { readonly data?: undefined; readonly problems: readonly RubricProblem[] };

type Path = readonly (string | number)[];

/** No more faults than this are named. */
export const MAX_PROBLEMS = 50;

/**
 * Reads a YAML file and judges it by a JSON Schema. Never throws.
 * @param schemaFor the schema for the data, chosen by what is in it
 */
export function readYaml(source: string, schemaFor: (data: object) => object): ReadYaml {
  const document = parseDocument(source, { prettyErrors: false, version: '1.2' });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.slice(0, MAX_PROBLEMS).map(({ pos: [from, to], message }) => ({
        kind: 'syntax',
        range: {
          from: Math.min(from, source.length),
          to: Math.min(Math.max(to, from + 1), source.length),
        },
        detail: message.split('\n')[0] ?? message,
        path: '',
      })),
    };
  }
  const start: Range = { from: 0, to: Math.min(source.length, 1) };
  if (!isMap(document.contents)) return { problems: [{ kind: 'empty', range: start, detail: '', path: '' }] };
  let data: object;
  try {
    // Fails on an alias to nothing, or on aliases that multiply.
    data = document.toJS({ maxAliasCount: 100 }) as object;
  } catch (error) {
    return { problems: [{ kind: 'syntax', range: start, detail: String(error), path: '' }] };
  }
  const problems = validate(document, data, schemaFor(data));
  return problems.length > 0 ? { problems } : { data, document, problems: [] };
}

/** A fault at a place of the data. */
export function problemAt(
  document: Document,
  kind: RubricProblem['kind'],
  path: Path,
  detail: string,
): RubricProblem {
  return { kind, range: rangeOf(document.getIn(path, true)), detail, path: pathName(path) };
}

function validate(document: Document, data: object, schema: object): RubricProblem[] {
  const { errors } = new Validator(schema, '2020-12', false).validate(data);
  const problems = new Map<string, RubricProblem>();
  for (const error of deepest(errors)) {
    const at = locate(document, error);
    const key = `${at.range.from}:${error.keyword}`;
    if (!problems.has(key)) problems.set(key, { kind: 'schema', ...at, detail: error.error });
  }
  return [...problems.values()].slice(0, MAX_PROBLEMS);
}

/** The validator repeats an error at every level above it; the writer wants the one at the key itself. */
function deepest(errors: readonly OutputUnit[]): readonly OutputUnit[] {
  const wrappers = new Set(['properties', 'items', '$ref', 'prefixItems']);
  // Inside anyOf every alternative complains; the anyOf itself says enough.
  const leaves = errors.filter(
    ({ keyword, keywordLocation }) => !wrappers.has(keyword) && !/\/anyOf\/\d/.test(keywordLocation),
  );
  return leaves.length > 0 ? leaves : errors;
}

function locate(document: Document, error: OutputUnit): { range: Range; path: string } {
  const pointer = error.instanceLocation.replace(/^#\/?/, '');
  const keys = pointer === '' ? [] : pointer.split('/').map(unescape);
  let node: unknown = document.contents;
  const path: (string | number)[] = [];
  for (const part of keys) {
    const key = /^\d+$/.test(part) ? Number(part) : part;
    path.push(key);
    const next: unknown = document.getIn(path, true);
    if (next === undefined || next === null) break;
    node = next;
  }
  const extra = /additional property "?([^"]+?)"?\.?$|Property "([^"]+)" does not match additional/.exec(
    error.error,
  );
  const unknownKey = extra?.[1] ?? extra?.[2];
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === unknownKey);
    // A missing key is shown on the first key of the map that lacks it, not on the whole block.
    node = pair?.key ?? node.items[0]?.key ?? node;
  }
  return { range: rangeOf(node), path: pathName(path) };
}

function unescape(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function rangeOf(node: unknown): Range {
  const [from, to] = (isNode(node) ? node.range : undefined) ?? [0, 1];
  return { from, to: Math.max(to, from + 1) };
}

function pathName(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}
