import { isMap, LineCounter, parseDocument } from 'yaml';
import frameworkSchema from '../../../../rubrics/schema/framework.schema.json';
import wordingSchema from '../../../../rubrics/schema/wording.schema.json';
import { tooDeepAt } from '../text/yamlDepth';
import type { Framework, Localized, Point, Section, Source, WordingEntry, WordingList } from './types';
import { findDuplicates, firstAlias, type RubricProblem, validateRubric } from './validate';

export type { RubricProblem } from './validate';

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
