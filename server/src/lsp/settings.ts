import picomatch from 'picomatch';
import type { Connection } from 'vscode-languageserver';
import { DEFAULT_DOCUMENTS } from '../library/places';
import { DEFAULT_RUBRICS } from '../rubrics/rubricPlaces';
import { RULE_CODES, type RuleCode, type Severity } from '../core/rules/types';

/** `manual`: only when asked. */
export type Run = 'onType' | 'onSave' | 'manual';

/** The writer's settings for one document, checked: a value of the wrong type counts as not set. */
export interface Settings {
  /** Whether a Markdown file, by its path below the workspace folder, is a draft whatever it contains. */
  readonly isDraftPath: (path: string) => boolean;
  readonly checkAllMarkdown: boolean;
  /** Framework id, or empty to choose by the question. */
  readonly framework: string;
  /** Rubric files, folders or globs. */
  readonly rubrics: readonly string[];
  /** Time limit when the draft names none; 0 for none. */
  readonly minutes: number;
  /** 字 per minute. */
  readonly speakingRate: number;
  readonly severity: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** When drafts are checked by themselves. */
  readonly run: Run;
  /** Whether nothing is flagged in the paragraph that is being written. */
  readonly calmWhileTyping: boolean;
  readonly codeLens: boolean;
  /** Whether the section of each paragraph stands before it. */
  readonly inlayHints: boolean;
  /** Weights of 测评要素 by id, in place of those of the framework. */
  readonly weights: Readonly<Record<string, number>>;
  /** Reference documents: files, folders or globs. */
  readonly documents: readonly string[];
}

const LEVELS = new Set<unknown>(['error', 'warning', 'information', 'hint', 'off']);

/** Reads settings from what a client sent; never throws. */
export function readSettings(raw: unknown): Settings {
  const values = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const strings = (value: unknown, fallback: readonly string[]): readonly string[] =>
    Array.isArray(value)
      ? value.filter((item): item is string => typeof item === 'string' && item !== '')
      : fallback;
  const number = (value: unknown, low: number, high: number, fallback: number): number =>
    typeof value === 'number' && value >= low && value <= high ? value : fallback;
  const severity = (
    typeof values['severity'] === 'object' && values['severity'] !== null ? values['severity'] : {}
  ) as Record<string, unknown>;
  const known = new Set<string>(RULE_CODES);
  return {
    isDraftPath: matcher(strings(values['drafts'], []).filter(isGlob)),
    checkAllMarkdown: values['checkAllMarkdown'] === true,
    framework: typeof values['framework'] === 'string' ? values['framework'].trim() : '',
    rubrics: strings(values['rubrics'], DEFAULT_RUBRICS),
    minutes: number(values['minutes'], 0, 120, 0),
    speakingRate: number(values['speakingRate'], 60, 400, 200),
    severity: Object.fromEntries(
      Object.entries(severity).filter(([code, level]) => known.has(code) && LEVELS.has(level)),
    ),
    run: values['run'] === 'onSave' || values['run'] === 'manual' ? values['run'] : 'onType',
    calmWhileTyping: values['calmWhileTyping'] !== false,
    codeLens: values['codeLens'] !== false,
    inlayHints: values['inlayHints'] === true,
    weights: readWeights(values['weights']),
    documents: strings(values['documents'], DEFAULT_DOCUMENTS),
  };
}

function readWeights(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] <= 100,
    ),
  );
}

/** Matches paths that one of the globs names and none that begins with `!` takes out again. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  const ignore = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  return wanted.length === 0 ? () => false : picomatch(wanted, { dot: true, ignore });
}

function isGlob(text: string): boolean {
  try {
    picomatch(text.replace(/^!/, ''));
    return true;
  } catch {
    return false;
  }
}

/** Settings by document, asked from the client when it can tell, and kept until they change. */
export class SettingsStore {
  readonly #cache = new Map<string, Promise<Settings>>();
  #global: Settings;

  /** @param initial what the client sent at the start; holds as long as it tells nothing else */
  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
    initial?: unknown,
  ) {
    this.#global = readSettings(initial);
  }

  /** Settings for a document or folder URI; those of the whole window without one. */
  for(uri?: string): Promise<Settings> {
    if (!this.canAsk) return Promise.resolve(this.#global);
    const key = uri ?? '';
    let settings = this.#cache.get(key);
    if (!settings) {
      settings = this.connection.workspace
        .getConfiguration({ section: 'zhangfa', ...(uri === undefined ? {} : { scopeUri: uri }) })
        .then(
          // Editors answer null for a section nobody has written.
          (told: unknown) => (told === null || told === undefined ? this.#global : readSettings(told)),
          () => this.#global,
        );
      this.#cache.set(key, settings);
    }
    return settings;
  }

  /** Forgets what was asked; a client that pushes its settings sends them here. */
  changed(pushed: unknown): void {
    this.#cache.clear();
    const section = (pushed as { zhangfa?: unknown } | null | undefined)?.zhangfa;
    if (section !== undefined) this.#global = readSettings(section);
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }
}
