import type { Connection } from 'vscode-languageserver';
import { DEFAULT_DOCUMENTS } from '../library/places';
import { DEFAULT_RUBRICS } from '../rubrics/rubricPlaces';
import { compileGlob } from '../files/glob';
import { FASTEST_RATE, MOST_MINUTES, SLOWEST_RATE } from '../core/rules/bounds';
import { RULE_CODES, type RuleCode, SEVERITIES, type Severity } from '../core/rules/types';
import { DEFAULT_SPEAKING_RATE } from '../core/text/count';

const RUNS = ['onType', 'onSave', 'manual'] as const;
/** `manual`: only when asked. */
export type Run = (typeof RUNS)[number];

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

const LEVELS = new Set<unknown>([...SEVERITIES, 'off']);
const RULES = new Set<string>(RULE_CODES);
/** Settings that only the client of VS Code looks at. */
const CLIENT_KEYS = ['suggestWhileTyping', 'preview', 'trace'];

/** Told of a setting that is not known or has a wrong value, by its name without `zhangfa.`. */
export type Refuse = (key: string) => void;

/** Reads settings from what a client sent; never throws. */
export function readSettings(raw: unknown, refuse: Refuse = () => undefined): Settings {
  const reader = new SettingsReader(raw, refuse);
  const settings: Settings = {
    isDraftPath: matcher(reader.strings('drafts', [], isGlob)),
    checkAllMarkdown: reader.flag('checkAllMarkdown', false),
    framework: reader.one('framework', '', (value) => (typeof value === 'string' ? value.trim() : undefined)),
    rubrics: reader.strings('rubrics', DEFAULT_RUBRICS),
    minutes: reader.number('minutes', 0, MOST_MINUTES, 0),
    speakingRate: reader.number('speakingRate', SLOWEST_RATE, FASTEST_RATE, DEFAULT_SPEAKING_RATE),
    severity: reader.entries('severity', (code, level) => RULES.has(code) && LEVELS.has(level)),
    run: reader.one('run', 'onType', (value) => RUNS.find((run) => run === value)),
    calmWhileTyping: reader.flag('calmWhileTyping', true),
    codeLens: reader.flag('codeLens', true),
    inlayHints: reader.flag('inlayHints', false),
    weights: reader.entries(
      'weights',
      (_, weight) => typeof weight === 'number' && weight >= 0 && weight <= 100,
    ),
    documents: reader.strings('documents', DEFAULT_DOCUMENTS),
  };
  reader.refuseOthers();
  return settings;
}

/** Takes values out of what a client sent, and tells of those that cannot be taken. */
class SettingsReader {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #known = new Set(CLIENT_KEYS);

  constructor(
    raw: unknown,
    private readonly refuse: Refuse,
  ) {
    const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
    this.#values = new Map(isObject ? Object.entries(raw) : []);
  }

  /** @param take gives nothing for a value that is wrong */
  one<T>(key: string, fallback: T, take: (value: unknown) => T | undefined): T {
    this.#known.add(key);
    const value = this.#values.get(key);
    if (value === undefined || value === null) return fallback;
    const taken = take(value);
    if (taken === undefined) this.refuse(key);
    return taken ?? fallback;
  }

  flag(key: string, fallback: boolean): boolean {
    return this.one(key, fallback, (value) => (typeof value === 'boolean' ? value : undefined));
  }

  number(key: string, low: number, high: number, fallback: number): number {
    return this.one(key, fallback, (value) =>
      typeof value === 'number' && value >= low && value <= high ? value : undefined,
    );
  }

  /** Texts that are not empty; of a list, those that are right are taken. */
  strings(
    key: string,
    fallback: readonly string[],
    isRight: (text: string) => boolean = () => true,
  ): readonly string[] {
    return this.one(key, fallback, (value) => {
      if (!Array.isArray(value)) return undefined;
      const items: readonly unknown[] = value;
      const right = items.filter((item) => typeof item === 'string').filter(isRight);
      if (right.length < items.length) this.refuse(key);
      return right.filter((item) => item !== '');
    });
  }

  /** The entries of an object that are right. */
  entries<T>(key: string, isRight: (name: string, value: unknown) => boolean): Readonly<Record<string, T>> {
    return this.one(key, {}, (value) => {
      if (typeof value !== 'object' || Array.isArray(value)) return undefined;
      const entries = Object.entries(value ?? {}) as [string, T][];
      for (const [name, own] of entries) if (!isRight(name, own)) this.refuse(`${key}.${name}`);
      return Object.fromEntries(entries.filter(([name, own]) => isRight(name, own)));
    });
  }

  /** Tells of those nobody has asked for. */
  refuseOthers(): void {
    for (const key of this.#values.keys()) if (!this.#known.has(key)) this.refuse(key);
  }
}

/** Begins a glob that takes paths out again; `!(…)` is part of one. */
const NOT = /^!(?!\()/;

/** Matches paths that one of the globs names and none that begins with `!` takes out again. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map((glob) => ({ not: NOT.test(glob), test: compileGlob(glob.replace(NOT, '')) }));
  const isNamed = (path: string, wanted: boolean): boolean =>
    tests.some(({ not, test }) => not !== wanted && test?.(path) === true);
  return (path) => isNamed(path, true) && !isNamed(path, false);
}

function isGlob(text: string): boolean {
  return compileGlob(text.replace(NOT, '')) !== undefined;
}

/** Settings by document, asked from the client when it can tell, and kept until they change. */
export class SettingsStore {
  readonly #cache = new Map<string, Promise<Settings>>();
  readonly #refused = new Set<string>();
  #global: Settings;

  /**
   * @param initial what the client sent at the start; holds as long as it tells nothing else
   * @param refuse told once of each setting that is not taken
   */
  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
    initial?: unknown,
    private readonly refuse?: Refuse,
  ) {
    this.#global = this.#read(initial);
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
          (told: unknown) => (told === null || told === undefined ? this.#global : this.#read(told)),
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
    if (section !== undefined) this.#global = this.#read(section);
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }

  #read(raw: unknown): Settings {
    return readSettings(raw, (key) => {
      if (this.#refused.has(key)) return;
      this.#refused.add(key);
      this.refuse?.(key);
    });
  }
}
