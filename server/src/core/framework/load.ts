import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import frameworkSchema from '../../../../rubrics/schema/framework.schema.json';
import wordingSchema from '../../../../rubrics/schema/wording.schema.json';
import type { Range } from '../text/range';
import type { Framework, Localized, Point, Section, Source, WordingEntry, WordingList } from './types';

/** A fault in a rubric file, where it stands. */
export interface RubricProblem {
  readonly kind: 'syntax' | 'schema' | 'duplicate' | 'empty';
  readonly range: Range;
  /** In the words of the YAML or schema validator, or the repeated id. */
  readonly detail: string;
  /** Path of the key concerned, e.g. `sections[2].points`. */
  readonly path: string;
}

/** What a rubric file holds; with any problem it holds nothing that is used. */
export interface LoadedRubric {
  readonly frameworks: readonly Framework[];
  readonly wording: readonly WordingList[];
  readonly problems: readonly RubricProblem[];
}

const MAX_PROBLEMS = 50;

/**
 * Reads one rubric file: a framework when it has `sections`, a wording list when it has `entries`.
 * Never throws; a file with a fault yields its problems and nothing else, so that the other files go on working.
 * @param source YAML text
 * @param origin URI of the file, kept with what it defines
 */
export function loadRubric(source: string, origin: string): LoadedRubric {
  const lines = new LineCounter();
  const document = parseDocument(source, { prettyErrors: false, lineCounter: lines, version: '1.2' });
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, MAX_PROBLEMS).map((error): RubricProblem => ({
      kind: 'syntax',
      range: {
        from: Math.min(error.pos[0], source.length),
        to: Math.min(Math.max(error.pos[1], error.pos[0] + 1), source.length),
      },
      detail: error.message.split('\n')[0] ?? error.message,
      path: '',
    }));
    return { frameworks: [], wording: [], problems };
  }
  if (!isMap(document.contents)) {
    const problem: RubricProblem = {
      kind: 'empty',
      range: { from: 0, to: Math.min(source.length, 1) },
      detail: '',
      path: '',
    };
    return { frameworks: [], wording: [], problems: [problem] };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // An alias to nothing, or aliases that multiply.
    const problem: RubricProblem = {
      kind: 'syntax',
      range: { from: 0, to: Math.min(source.length, 1) },
      detail: String(error),
      path: '',
    };
    return { frameworks: [], wording: [], problems: [problem] };
  }
  const isWording = typeof data === 'object' && data !== null && 'entries' in data;
  const problems = [...validate(document, data, isWording ? wordingSchema : frameworkSchema)];
  if (problems.length === 0) problems.push(...duplicates(document, data));
  if (problems.length > 0) return { frameworks: [], wording: [], problems: problems.slice(0, MAX_PROBLEMS) };
  return isWording
    ? { frameworks: [], wording: [toWordingList(data as RawWording, origin)], problems: [] }
    : { frameworks: [toFramework(data as RawFramework, origin)], wording: [], problems: [] };
}

function* validate(document: Document, data: unknown, schema: object): Generator<RubricProblem> {
  const { errors } = new Validator(schema, '2020-12', false).validate(data);
  const seen = new Set<string>();
  for (const error of deepest(errors)) {
    const at = locate(document, error);
    const key = `${at.range.from}:${error.keyword}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield { kind: 'schema', range: at.range, detail: error.error, path: at.path };
  }
}

/** The validator repeats an error at every level above it; the writer wants the one at the key itself. */
function deepest(errors: readonly OutputUnit[]): OutputUnit[] {
  const wrappers = new Set(['properties', 'items', '$ref', 'prefixItems']);
  // Inside anyOf every alternative complains; the anyOf itself says enough.
  const leaves = errors.filter(
    ({ keyword, keywordLocation }) => !wrappers.has(keyword) && !/\/anyOf\/\d/.test(keywordLocation),
  );
  return leaves.length > 0 ? leaves : [...errors];
}

function locate(document: Document, error: OutputUnit): { range: Range; path: string } {
  const pointer = error.instanceLocation.replace(/^#\/?/, '');
  const keys =
    pointer === ''
      ? []
      : pointer
          .split('/')
          .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra = /additional property "?([^"]+?)"?\.?$|Property "([^"]+)" does not match additional/.exec(
    error.error,
  );
  const unknownKey = extra?.[1] ?? extra?.[2];
  let node: unknown = document.contents;
  const path: (string | number)[] = [];
  for (const part of keys) {
    const key = /^\d+$/.test(part) ? Number(part) : part;
    const next: unknown = document.getIn([...path, key], true);
    path.push(key);
    if (next === undefined || next === null) break;
    node = next;
  }
  if (unknownKey !== undefined && isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === unknownKey);
    if (pair) node = pair.key;
  } else if (isMap(node)) {
    // A missing key is shown on the first key of the map that lacks it, not on the whole block.
    node = node.items[0]?.key ?? node;
  }
  const range = (isNode(node) ? (node as Node).range : undefined) ?? [0, 1, 1];
  const name = path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
  return { range: { from: range[0], to: Math.max(range[1], range[0] + 1) }, path: name };
}

function* duplicates(document: Document, data: unknown): Generator<RubricProblem> {
  const { sections = [], entries = [] } = data as {
    sections?: { id: string; points?: { id: string }[] }[];
    entries?: { id: string }[];
  };
  const lists: [readonly { id: string }[], (string | number)[]][] = [
    [sections, ['sections']],
    [entries, ['entries']],
  ];
  for (const [index, section] of sections.entries())
    lists.push([section.points ?? [], ['sections', index, 'points']]);
  for (const [items, path] of lists) {
    const seen = new Set<string>();
    for (const [index, { id }] of items.entries()) {
      if (seen.has(id)) {
        const node = document.getIn([...path, index, 'id'], true);
        const range = (isNode(node) ? node.range : undefined) ?? [0, 1, 1];
        yield {
          kind: 'duplicate',
          range: { from: range[0], to: range[1] },
          detail: id,
          path: path.join('.'),
        };
      }
      seen.add(id);
    }
  }
}

type RawText = string | { zh: string; en?: string };
type RawPoint = Omit<Point, 'title' | 'need' | 'cues' | 'weakCues' | 'phrases'> & {
  title: RawText;
} & Partial<Pick<Point, 'need' | 'cues' | 'weakCues' | 'phrases'>>;
type RawSection = Omit<Section, 'title' | 'why' | 'need' | 'whenCues' | 'headings' | 'points'> & {
  title: RawText;
  why: RawText;
  points?: RawPoint[];
} & Partial<Pick<Section, 'need' | 'whenCues' | 'headings'>>;
type RawFramework = { id: string; title: RawText; source?: Source; sections: RawSection[] } & Partial<
  Pick<Framework, 'kinds' | 'cues' | 'weakCues'>
>;
type RawEntry = Omit<WordingEntry, 'why' | 'unless'> & { why: RawText; unless?: string[] };
type RawWording = Pick<WordingList, 'id' | 'rule'> & { title: RawText; entries: RawEntry[] };

function text(raw: RawText): Localized {
  return typeof raw === 'string' ? { zh: raw, en: raw } : { zh: raw.zh, en: raw.en ?? raw.zh };
}

function toFramework(raw: RawFramework, origin: string): Framework {
  const sections = raw.sections.map((section): Section => ({
    ...section,
    title: text(section.title),
    why: text(section.why),
    need: section.need ?? 'required',
    whenCues: section.whenCues ?? [],
    headings: section.headings ?? [],
    points: (section.points ?? []).map((point) => ({
      ...point,
      title: text(point.title),
      need: point.need ?? 'optional',
      cues: point.cues ?? [],
      weakCues: point.weakCues ?? [],
      phrases: point.phrases ?? [],
    })),
  }));
  return {
    ...raw,
    title: text(raw.title),
    kinds: raw.kinds ?? [],
    cues: raw.cues ?? [],
    weakCues: raw.weakCues ?? [],
    sections,
    origin,
  };
}

function toWordingList(raw: RawWording, origin: string): WordingList {
  const entries = raw.entries.map((entry): WordingEntry => ({
    ...entry,
    why: text(entry.why),
    unless: entry.unless ?? [],
  }));
  return { id: raw.id, rule: raw.rule, title: text(raw.title), entries, origin };
}
