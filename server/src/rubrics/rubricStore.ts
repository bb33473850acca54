import { Analyzer } from '../core/analysis/analyse';
import { Model } from '../core/analysis/model';
import type { LoadedRubric } from '../core/framework/load';
import type { Framework, KindSet, Rubrics, System, WordingList } from '../core/framework/types';
import type { Builtin } from '../builtin';
import { textOfFile, type UnreadableFile } from '../files/decode';
import type { FileAccess } from '../files/fileAccess';
import { DEFAULT_RUBRICS, rubricPlaces } from './rubricPlaces';

/** A rubric file of the writer's as it was last read. */
export interface RubricFile {
  readonly uri: string;
  readonly text: string;
  readonly loaded: LoadedRubric;
}

/** The rubrics in force below one folder. */
export interface RubricSet {
  readonly analyzer: Analyzer;
  readonly files: readonly RubricFile[];
  /** Files that are there but cannot be read as text. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: UnreadableFile }[];
  /** Entries of the setting that name nothing that exists. */
  readonly missing: readonly string[];
}

/** More files than a writer keeps, few enough to read at every change. */
const MAX_FILES = 500;

/** Built-in and the writer's rubrics by workspace folder; each set is loaded once and again after a change. */
export class RubricStore {
  readonly #sets = new Map<string, Promise<RubricSet>>();
  #builtin: RubricSet | undefined;

  /** @param host what gives the built-in rubrics; asked when rubrics are first needed, as reading them takes a while */
  constructor(
    private readonly host: { readonly builtin: Builtin },
    private readonly files: FileAccess,
  ) {}

  /** The rubrics in force where the writer has none. */
  get builtin(): RubricSet {
    return (this.#builtin ??= this.#readBuiltin());
  }

  /** The rubrics for documents in a folder; only the built-in ones for a document in no folder. */
  for(folder: string | undefined, entries: readonly string[]): Promise<RubricSet> {
    if (folder === undefined) return Promise.resolve(this.builtin);
    const key = JSON.stringify([folder, entries]);
    let set = this.#sets.get(key);
    if (!set) this.#sets.set(key, (set = this.#load(folder, entries)));
    return set;
  }

  /** Reads everything again when next asked. */
  reload(): void {
    this.#sets.clear();
  }

  #readBuiltin(): RubricSet {
    const { rubrics, model, compiled } = this.host.builtin;
    const analyzer = new Analyzer(rubrics, new Model(model, compiled?.unpacked), compiled?.rubrics);
    return { analyzer, files: [], unreadable: [], missing: [] };
  }

  async #load(folder: string, entries: readonly string[]): Promise<RubricSet> {
    const files: RubricFile[] = [];
    const unreadable: { uri: string; reason: UnreadableFile }[] = [];
    const missing: string[] = [];
    for (const entry of entries) {
      const { base, globs } = rubricPlaces(folder, entry);
      const found = await this.files.find(base, globs, MAX_FILES).catch(() => []);
      if (found.length === 0 && !DEFAULT_RUBRICS.includes(entry)) missing.push(entry);
      for (const uri of found) {
        if (files.some((file) => file.uri === uri)) continue;
        const decoded = textOfFile(await this.files.read(uri).catch(() => null));
        // Reading YAML is only loaded for who has rubrics.
        const { loadRubric } = await import('../core/framework/load.js');
        if ('reason' in decoded) unreadable.push({ uri, reason: decoded.reason });
        else files.push({ uri, text: decoded.text, loaded: loadRubric(decoded.text, uri) });
      }
    }
    if (
      files.every(
        ({ loaded }) =>
          !loaded.kinds && !loaded.systems && loaded.frameworks.length + loaded.wording.length === 0,
      )
    ) {
      return { ...this.builtin, files, unreadable, missing };
    }
    const { rubrics, model } = this.builtin.analyzer;
    const analyzer = new Analyzer(merge(rubrics, files), model);
    return { analyzer, files, unreadable, missing };
  }
}

/** Built-in rubrics with the writer's: a file's id replaces the built-in with that id, in its place. */
export function merge(builtin: Rubrics, files: readonly RubricFile[]): Rubrics {
  const frameworks = new Map<string, Framework>(
    builtin.frameworks.map((framework) => [framework.id, framework]),
  );
  const wording = new Map<string, WordingList>(builtin.wording.map((list) => [list.id, list]));
  const kinds = new Map<string, KindSet>((builtin.kinds ?? []).map((set) => [set.id, set]));
  const systems = new Map<string, System>((builtin.systems ?? []).map((system) => [system.id, system]));
  for (const { loaded } of files) {
    for (const set of loaded.kinds ?? []) kinds.set(set.id, set);
    for (const system of loaded.systems ?? []) systems.set(system.id, system);
    for (const framework of loaded.frameworks) frameworks.set(framework.id, framework);
    for (const list of loaded.wording) wording.set(list.id, list);
  }
  return {
    frameworks: [...frameworks.values()],
    wording: [...wording.values()],
    kinds: [...kinds.values()],
    systems: [...systems.values()],
  };
}
