import { isMap, LineCounter, parseDocument } from 'yaml';
import frameworkSchema from '../../../../rubrics/schema/framework.schema.json';
import wordingSchema from '../../../../rubrics/schema/wording.schema.json';
import kindsSchema from '../../../../rubrics/schema/kinds.schema.json';
import systemsSchema from '../../../../rubrics/schema/systems.schema.json';
import { tooDeepAt } from '../text/yamlDepth';
import { type RawKinds, toKindSet } from './kindsLoad';
import { isSystems, type RawSystems, toSystems } from './systemsLoad';
import type {
  Element,
  Framework,
  KindSet,
  Localized,
  Point,
  Section,
  Source,
  System,
  WordingEntry,
  WordingList,
} from './types';
import { findDuplicates, firstAlias, type RubricProblem, validateRubric } from './validate';

export type { RubricProblem } from './validate';

/** What a rubric file holds; with any problem it holds nothing that is used. */
export interface LoadedRubric {
  readonly frameworks: readonly Framework[];
  readonly wording: readonly WordingList[];
  /** Only in a file of question kinds. */
  readonly kinds?: readonly KindSet[];
  /** Only in a file of methods, situations, checklists, facts or sayings. */
  readonly systems?: readonly System[];
  readonly problems: readonly RubricProblem[];
}

const MAX_PROBLEMS = 50;

/**
 * Reads one rubric file: a framework when it has `sections`, a wording list when it has `entries`, question kinds when
 * it has `kinds` that are more than ids, systems when it has `methods`, `situations`, `checklists`, `facts` or
 * `sayings`.
 * Never throws; a file with a fault yields its problems and nothing else, so that the other files go on working.
 * @param source YAML text
 * @param origin URI of the file, kept with what it defines
 */
export function loadRubric(source: string, origin: string): LoadedRubric {
  const deep = tooDeepAt(source);
  if (deep >= 0) {
    const range = { from: deep, to: deep + 1 };
    return {
      frameworks: [],
      wording: [],
      problems: [{ kind: 'syntax', range, detail: 'nested too deeply', path: '' }],
    };
  }
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
    const detail = error instanceof Error ? error.message : String(error);
    const problem: RubricProblem = {
      kind: 'syntax',
      range: firstAlias(document, source.length),
      detail,
      path: '',
    };
    return { frameworks: [], wording: [], problems: [problem] };
  }
  if (isKinds(data)) {
    const problems = [...validateRubric(document, data, kindsSchema, source.length)].slice(0, MAX_PROBLEMS);
    if (problems.length > 0) return { frameworks: [], wording: [], problems };
    return { frameworks: [], wording: [], kinds: [toKindSet(data as RawKinds)], problems };
  }
  if (isSystems(data)) {
    const problems = [...validateRubric(document, data, systemsSchema, source.length)];
    if (problems.length === 0) problems.push(...findDuplicates(document, data));
    if (problems.length > 0)
      return { frameworks: [], wording: [], problems: problems.slice(0, MAX_PROBLEMS) };
    return { frameworks: [], wording: [], systems: toSystems(data as RawSystems, origin), problems };
  }
  const isWording = typeof data === 'object' && data !== null && 'entries' in data;
  const problems = [
    ...validateRubric(document, data, isWording ? wordingSchema : frameworkSchema, source.length),
  ];
  if (problems.length === 0) problems.push(...findDuplicates(document, data));
  if (problems.length > 0) return { frameworks: [], wording: [], problems: problems.slice(0, MAX_PROBLEMS) };
  return isWording
    ? { frameworks: [], wording: [toWordingList(data as RawWording, origin)], problems: [] }
    : { frameworks: [toFramework(data as RawFramework, origin)], wording: [], problems: [] };
}

/** A framework has `kinds` too, but they are ids. */
function isKinds(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('kinds' in data) || 'sections' in data) return false;
  return Array.isArray(data.kinds) && data.kinds.some((kind) => typeof kind === 'object');
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
type RawElement = Omit<Element, 'title'> & { title: RawText };
type RawFramework = {
  id: string;
  title: RawText;
  source?: Source;
  sections: RawSection[];
  elements?: RawElement[];
} & Partial<Pick<Framework, 'kinds' | 'cues' | 'weakCues'>>;
type RawEntry = Omit<WordingEntry, 'why' | 'unless'> & { why: RawText; unless?: string[] };
type RawWording = Pick<WordingList, 'id' | 'rule' | 'spoken'> & { title: RawText; entries: RawEntry[] };

function text(raw: RawText): Localized {
  return typeof raw === 'string' ? { zh: raw, en: raw } : { zh: raw.zh, en: raw.en ?? raw.zh };
}

function toFramework(raw: RawFramework, origin: string): Framework {
  const sections = raw.sections.map((section): Section => ({
    need: 'required',
    whenCues: [],
    headings: [],
    ...section,
    title: text(section.title),
    why: text(section.why),
    points: (section.points ?? []).map((point) => ({
      need: 'optional',
      cues: [],
      weakCues: [],
      phrases: [],
      ...point,
      title: text(point.title),
    })),
  }));
  const { elements, ...rest } = raw;
  return {
    kinds: [],
    cues: [],
    weakCues: [],
    ...rest,
    ...(elements && { elements: elements.map((element) => ({ ...element, title: text(element.title) })) }),
    title: text(raw.title),
    sections,
    origin,
  };
}

function toWordingList(raw: RawWording, origin: string): WordingList {
  const entries = raw.entries.map((entry): WordingEntry => ({
    unless: [],
    ...entry,
    why: text(entry.why),
  }));
  const spoken = raw.spoken === true ? { spoken: true } : {};
  return { id: raw.id, rule: raw.rule, title: text(raw.title), ...spoken, entries, origin };
}
