import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseUri } from '../files/uri';
import type { Analysis } from '../core/analysis/analyse';
import type { Draft } from '../core/draft/draft';
import { isAnswerDraft } from '../core/draft/isDraft';
import type { Locale } from '../core/messages/messages';
import { messages } from '../core/messages/messages';
import type { References } from '../core/references/types';
import { checkRules } from '../core/rules/check';
import type { Finding, RuleCode } from '../core/rules/types';
import { describeError } from './context';
import type { OpenDocuments } from './openDocuments';
import { ownDocument } from './ownDocument';
import { namesRubric } from '../rubrics/rubricPlaces';
import type { RubricSet, RubricStore } from '../rubrics/rubricStore';
import type { Settings, SettingsStore } from './settings';

/** A version of a document with what was found in it. */
export interface Checked {
  readonly document: TextDocument;
  readonly draft: Draft;
  readonly settings: Settings;
  readonly rubrics: RubricSet;
  /** Undefined for Markdown that is not a draft. */
  readonly analysis: Analysis | undefined;
  readonly findings: readonly Finding[];
  /** The reference documents the findings were found with, and their state. */
  readonly known: { readonly references: References; readonly revision: number } | undefined;
}

/** Analyses open documents on demand, once per version; everything a feature needs comes from here. */
export class Session {
  readonly #checked = new Map<string, Checked>();
  readonly #onDemand = new Set<string>();
  readonly #reported = new Set<string>();
  /** Counts the changes of settings and rubrics. */
  #generation = 0;
  #known: Checked['known'];

  constructor(
    readonly documents: OpenDocuments,
    private readonly settings: SettingsStore,
    private readonly rubrics: RubricStore,
    readonly folders: () => readonly string[],
    readonly locale: Locale,
    private readonly log: (message: string) => void,
  ) {}

  settingsFor(uri: string): Promise<Settings> {
    return this.settings.for(uri);
  }

  /**
   * What there is to say about a document; undefined when it is not open or not Markdown. The text may have moved on
   * while the settings were asked for, so the version is that of the moment the analysis runs.
   */
  async check(uri: string): Promise<Checked | undefined> {
    for (;;) {
      const generation = this.#generation;
      const asked = this.settings.for(uri);
      // The draft is read while the client answers.
      if (this.documents.document(uri)?.languageId === 'markdown') this.documents.get(uri);
      const settings = await asked;
      const rubrics = await this.rubrics.for(this.rubricFolderOf(uri), settings.rubrics);
      // What has changed while it was fetched is fetched again.
      if (generation === this.#generation) return this.#checkNow(uri, settings, rubrics);
    }
  }

  #checkNow(uri: string, settings: Settings, rubrics: RubricSet): Checked | undefined {
    const document = this.documents.document(uri);
    if (document?.languageId !== 'markdown') return undefined;
    const known = this.#checked.get(uri);
    const same = known?.document === document && known.settings === settings && known.rubrics === rubrics;
    if (same && known.known === this.#known) return known;
    const draft = this.documents.get(uri)?.draft;
    if (!draft) return undefined;
    // The documents change what the rules say, not the analysis.
    const analysis = same ? known.analysis : this.#analyse(uri, draft, settings, rubrics);
    const findings = analysis ? this.#findings(uri, analysis, settings) : [];
    const checked = { document, draft, settings, rubrics, analysis, findings, known: this.#known };
    this.#checked.set(uri, checked);
    return checked;
  }

  /** Analyses a draft that need not be open, with the settings and rubrics of its place. */
  async checkDraft(
    uri: string,
    draft: Draft,
  ): Promise<{ analysis: Analysis; findings: readonly Finding[] } | undefined> {
    const settings = await this.settings.for(uri);
    const rubrics = await this.rubrics.for(this.rubricFolderOf(uri), settings.rubrics);
    const analysis = this.#analyse(uri, draft, settings, rubrics);
    return analysis && { analysis, findings: this.#findings(uri, analysis, settings) };
  }

  /**
   * The reference documents have come to rest: what is found from now on is found with them.
   * @returns whether they are others than before
   */
  referencesChanged(references: References): boolean {
    const { revision, documents } = references;
    const known = this.#known;
    if (known ? known.references === references && known.revision === revision : documents.size === 0)
      return false;
    this.#known = { references, revision };
    return true;
  }

  /** From now on, and until it is closed, the document is a draft whatever it looks like. */
  treatAsDraft(uri: string): void {
    this.#onDemand.add(uri);
    this.#checked.delete(uri);
  }

  forget(uri: string): void {
    this.#checked.delete(uri);
    this.#onDemand.delete(uri);
    this.settings.forget(uri);
  }

  /** Settings or rubrics changed: nothing found so far holds. */
  invalidate(): void {
    this.#generation++;
    this.#checked.clear();
  }

  /** Whether a file is one of the writer's rubrics, of whatever folder. */
  async isRubric(uri: string): Promise<boolean> {
    for (const folder of this.folders()) {
      const { rubrics } = await this.settings.for(folder);
      if (rubrics.some((entry) => namesRubric(folder, entry, uri))) return true;
    }
    return false;
  }

  /** The rubrics in force below a folder, or for the window when there is none; undefined for a folder that is gone. */
  async rubricsIn(folder: string | undefined): Promise<RubricSet | undefined> {
    if (folder !== undefined && !this.folders().includes(folder)) return undefined;
    return this.rubrics.for(folder, (await this.settings.for(folder)).rubrics);
  }

  /** The workspace folder whose rubrics a document has: the one it lies in, the first for one not saved yet. */
  rubricFolderOf(uri: string): string | undefined {
    return this.folderOf(uri) ?? (uri.startsWith('untitled:') ? this.folders()[0] : undefined);
  }

  /** The workspace folder a document lies in, the innermost one when folders are nested. */
  folderOf(uri: string): string | undefined {
    return this.folders()
      .filter((folder) => uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
      .sort((a, b) => b.length - a.length)[0];
  }

  /** The path of a document below its workspace folder; undefined when it lies in none. */
  pathInFolder(uri: string): string | undefined {
    const folder = this.folderOf(uri);
    return folder === undefined
      ? undefined
      : parseUri(uri).path.slice(parseUri(folder).path.length).replace(/^\//, '');
  }

  /** @returns undefined for Markdown that is not a draft */
  #analyse(uri: string, draft: Draft, settings: Settings, rubrics: RubricSet): Analysis | undefined {
    const { framework, speakingRate } = settings;
    return this.#isDraft(uri, draft, settings)
      ? rubrics.analyzer.analyse(draft, { framework, speakingRate })
      : undefined;
  }

  #findings(uri: string, analysis: Analysis, { speakingRate, minutes, severity }: Settings): Finding[] {
    const references = this.#known?.references;
    return checkRules(analysis, {
      locale: this.locale,
      speakingRate,
      minutes,
      severity,
      references,
      own: references && ownDocument(references, uri),
      onFailure: (code, error) => this.#reportOnce(code, error),
    });
  }

  /** A rule that fails would fail at every keystroke; the writer is told once. */
  #reportOnce(code: RuleCode, error: unknown): void {
    const message = messages(this.locale).ruleFailed(code, describeError(error));
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    this.log(message);
  }

  #isDraft(uri: string, draft: Draft, settings: Settings): boolean {
    if (settings.checkAllMarkdown || this.#onDemand.has(uri) || isAnswerDraft(draft)) return true;
    const path = this.pathInFolder(uri);
    return path !== undefined && settings.isDraftPath(path);
  }
}
