import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { type Document, isMap, isNode, isScalar, visit } from 'yaml';
import type { Range } from '../text/range';
import { systemLists } from './systemsLoad';

/** A fault in a rubric file, where it stands. */
export interface RubricProblem {
  readonly kind: 'syntax' | 'schema' | 'duplicate' | 'empty';
  readonly range: Range;
  /** In the words of the YAML or schema validator, or the repeated id. */
  readonly detail: string;
  /** Path of the key concerned, e.g. `sections[2].points`. */
  readonly path: string;
  /** For `schema`: the keyword of the schema that is not met, and the key it names. */
  readonly keyword?: string;
  readonly key?: string;
}

type Path = readonly (string | number)[];

/**
 * Checks the data of a rubric file against its schema.
 * @param length of the source, UTF-16 units: no range reaches beyond it
 */
export function* validateRubric(
  document: Document,
  data: unknown,
  schema: object,
  length: number,
): Generator<RubricProblem> {
  let errors: readonly OutputUnit[];
  try {
    ({ errors } = new Validator(schema, '2020-12', false).validate(data));
  } catch (error) {
    // The validator encodes keys as in a URI; half of a surrogate pair cannot be.
    yield { kind: 'schema', range: { from: 0, to: Math.min(1, length) }, detail: String(error), path: '' };
    return;
  }
  const seen = new Set<string>();
  for (const error of deepest(errors)) {
    const named = /"([^"]+)"/.exec(error.error)?.[1];
    const key = error.keyword === 'required' || error.keyword === 'additionalProperties' ? named : undefined;
    const { range, path } = locate(document, error, key, length);
    const id = `${range.from}:${error.error}`;
    if (seen.has(id)) continue;
    seen.add(id);
    yield {
      kind: 'schema',
      range,
      detail: error.error,
      path,
      keyword: error.keyword,
      ...(key ? { key } : {}),
    };
  }
}

/** The validator repeats an error at every level above it; the writer wants the one at the key itself. */
function deepest(errors: readonly OutputUnit[]): OutputUnit[] {
  const wrappers = new Set(['properties', 'items', '$ref', 'prefixItems', 'false']);
  // Inside anyOf every alternative complains; the anyOf itself says enough.
  const leaves = errors.filter(
    ({ keyword, keywordLocation }) => !wrappers.has(keyword) && !/\/anyOf\/\d/.test(keywordLocation),
  );
  return leaves.length > 0 ? leaves : [...errors];
}

function locate(
  document: Document,
  { keyword, instanceLocation }: OutputUnit,
  key: string | undefined,
  length: number,
): { range: Range; path: string } {
  let node: unknown = document.contents;
  const path: (string | number)[] = [];
  for (const part of pointerParts(instanceLocation)) {
    path.push(/^\d+$/.test(part) ? Number(part) : part);
    const next: unknown = document.getIn(path, true);
    if (next === undefined || next === null) break;
    node = next;
  }
  if (isMap(node)) {
    const unknownKey =
      keyword === 'additionalProperties'
        ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
        : undefined;
    // A missing key is shown on the first key of the map that lacks it, not on the whole block.
    node = unknownKey?.key ?? node.items[0]?.key ?? node;
  }
  return { range: rangeOf(node, length), path: pathName(path) };
}

function pointerParts(pointer: string): string[] {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decode(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The validator encodes keys as in a URI, but not all that cannot be decoded again. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where a part of a file stands; its beginning for what stands nowhere. */
export function rangeOf(node: unknown, length = Number.POSITIVE_INFINITY): Range {
  const [from, to] = (isNode(node) ? node.range : undefined) ?? [0, 1];
  return { from: Math.min(from, length), to: Math.min(Math.max(to, from + 1), length) };
}

/** Ids that stand twice in a list. */
export function* findDuplicates(document: Document, data: unknown): Generator<RubricProblem> {
  const {
    sections = [],
    entries = [],
    elements = [],
  } = data as {
    sections?: { id: string; points?: { id: string }[] }[];
    elements?: { id: string }[];
    entries?: { id: string }[];
  };
  const lists: [readonly { id: string }[], Path][] = [
    [sections, ['sections']],
    [entries, ['entries']],
    [elements, ['elements']],
    ...sections.map(({ points = [] }, index): [readonly { id: string }[], Path] => [
      points,
      ['sections', index, 'points'],
    ]),
    ...systemLists(data as object).flatMap(([key, systems]): [readonly { id: string }[], Path][] => [
      [systems, [key]],
      ...systems.map(({ members = [] }, index): [readonly { id: string }[], Path] => [
        members,
        [key, index, 'members'],
      ]),
    ]),
  ];
  for (const [items, path] of lists) {
    const seen = new Set<string>();
    for (const [index, { id }] of items.entries()) {
      const range = rangeOf(document.getIn([...path, index, 'id'], true));
      if (seen.has(id)) yield { kind: 'duplicate', range, detail: id, path: pathName(path) };
      seen.add(id);
    }
  }
}

/** Where the first alias of a document stands; its start when there is none. */
export function firstAlias(document: Document, length: number): Range {
  let range: Range = { from: 0, to: Math.min(length, 1) };
  visit(document, {
    Alias(_, node) {
      if (node.range) range = { from: node.range[0], to: node.range[1] };
      return visit.BREAK;
    },
  });
  return range;
}

/** `sections[2].points` */
function pathName(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}
