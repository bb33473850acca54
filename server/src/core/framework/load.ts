import { localized, type RawText } from './localized';
import frameworkSchema from '../../../../rubrics/schema/framework.schema.json';
import wordingSchema from '../../../../rubrics/schema/wording.schema.json';
import kindsSchema from '../../../../rubrics/schema/kinds.schema.json';
import systemsSchema from '../../../../rubrics/schema/systems.schema.json';
import { type RawKinds, toKindSet } from './kindsLoad';
import { isSystems, toSystems } from './systemsLoad';
import type {
  Element,
  Framework,
  KindSet,
  Point,
  Section,
  Source,
  System,
  WordingEntry,
  WordingList,
} from './types';
import { findDuplicates, type RubricProblem } from './validate';
import { MAX_PROBLEMS, readYaml } from './yaml';

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

/**
 * Reads one rubric file: a framework when it has `sections`, a wording list when it has `entries`, question kinds when
 * it has `kinds` that are more than ids, systems when it has `methods`, `situations`, `checklists`, `facts` or
 * `sayings`.
 * Never throws; a file with a fault yields its problems and nothing else, so that the other files go on working.
 * @param source YAML text
 * @param origin URI of the file, kept with what it defines
 */
export function loadRubric(source: string, origin: string): LoadedRubric {
  const read = readYaml(source, schemaFor);
  if (!read.data) return { frameworks: [], wording: [], problems: read.problems };
  const { data, document, problems } = read;
  if (isKinds(data)) return { frameworks: [], wording: [], kinds: [toKindSet(data)], problems };
  const duplicates = [...findDuplicates(document, data)].slice(0, MAX_PROBLEMS);
  if (duplicates.length > 0) return { frameworks: [], wording: [], problems: duplicates };
  if (isSystems(data)) return { frameworks: [], wording: [], systems: toSystems(data, origin), problems };
  return isWording(data)
    ? { frameworks: [], wording: [toWordingList(data, origin)], problems }
    : { frameworks: [toFramework(data as RawFramework, origin)], wording: [], problems };
}

function schemaFor(data: object): object {
  if (isKinds(data)) return kindsSchema;
  if (isSystems(data)) return systemsSchema;
  return isWording(data) ? wordingSchema : frameworkSchema;
}

function isWording(data: object): data is RawWording {
  return 'entries' in data;
}

/** A framework has `kinds` too, but they are ids. */
function isKinds(data: object): data is RawKinds {
  if (!('kinds' in data) || 'sections' in data) return false;
  return Array.isArray(data.kinds) && data.kinds.some((kind) => typeof kind === 'object');
}

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

function toFramework(raw: RawFramework, origin: string): Framework {
  const sections = raw.sections.map((section): Section => ({
    need: 'required',
    whenCues: [],
    headings: [],
    ...section,
    title: localized(section.title),
    why: localized(section.why),
    points: (section.points ?? []).map((point) => ({
      need: 'optional',
      cues: [],
      weakCues: [],
      phrases: [],
      ...point,
      title: localized(point.title),
    })),
  }));
  const { elements, ...rest } = raw;
  return {
    kinds: [],
    cues: [],
    weakCues: [],
    ...rest,
    ...(elements && {
      elements: elements.map((element) => ({ ...element, title: localized(element.title) })),
    }),
    title: localized(raw.title),
    sections,
    origin,
  };
}

function toWordingList(raw: RawWording, origin: string): WordingList {
  const entries = raw.entries.map((entry): WordingEntry => ({
    unless: [],
    ...entry,
    why: localized(entry.why),
  }));
  const spoken = raw.spoken === true ? { spoken: true } : {};
  return { id: raw.id, rule: raw.rule, title: localized(raw.title), ...spoken, entries, origin };
}
