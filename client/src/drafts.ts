import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  TabInputText,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CoverageParams } from '../../server/src/lsp/protocol';
import { CLIENT_ID } from './client';
import { isNewer } from './coverage';

/** The context key that menus and keybindings ask: whether the editor in use shows a draft. */
const IS_DRAFT = `${CLIENT_ID}.isDraft`;

/** What the server last said of each open document, and which of them is being written. */
export class Drafts implements Disposable {
  readonly #states = new Map<string, CoverageParams>();
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: readonly Disposable[];
  #editor: TextEditor | undefined;
  /** What was written last, also when nothing of it is seen any more. */
  #last: Uri | undefined;
  #isDraft = false;

  /** Something about a document, or the editor in use, has changed. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor() {
    this.#listeners = [
      window.onDidChangeActiveTextEditor(() => this.#refresh()),
      window.onDidChangeVisibleTextEditors(() => this.#refresh()),
      workspace.onDidOpenTextDocument(() => this.#refresh()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#states.delete(uri.toString());
        this.#refresh();
      }),
    ];
    this.#refresh();
  }

  /** The Markdown editor in use; the last one used while something else has the focus, such as a report. */
  get editor(): TextEditor | undefined {
    return this.#editor;
  }

  /**
   * The editor in use, for a command: where a page is in front of it, such as Get Started, what was written last is
   * shown again.
   */
  async reach(): Promise<TextEditor | undefined> {
    const last = this.#last?.toString();
    if (this.#editor || last === undefined || window.activeTextEditor?.viewColumn !== undefined)
      return this.#editor;
    const tab = window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof TabInputText && input.uri.toString() === last);
    if (!tab) return undefined;
    await window.showTextDocument(Uri.parse(last), { viewColumn: tab.group.viewColumn, preview: false });
    return this.#editor;
  }

  /**
   * Takes note of what the server found. What arrives after a document was closed is about a text that is gone, also
   * when one of the same name has been opened since, whose versions have begun anew.
   */
  update(told: CoverageParams): void {
    const key = normalize(told.uri);
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === key);
    if (!document || told.version > document.version || !isNewer(this.#states.get(key), told)) return;
    this.#states.set(key, told);
    this.#refresh();
  }

  /** Forgets everything: a new server says it all again. */
  clear(): void {
    this.#states.clear();
    this.#refresh();
  }

  /** What is known of a document; undefined before its first analysis. */
  get(uri: Uri): CoverageParams | undefined {
    return this.#states.get(uri.toString());
  }

  isDraft(uri: Uri): boolean {
    return this.get(uri)?.isDraft === true;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
    void commands.executeCommand('setContext', IS_DRAFT, undefined);
  }

  #refresh(): void {
    this.#editor = this.#editorInUse();
    this.#last = this.#editor?.document.uri ?? this.#last;
    const isDraft = this.#editor !== undefined && this.isDraft(this.#editor.document.uri);
    if (isDraft !== this.#isDraft) {
      this.#isDraft = isDraft;
      void commands.executeCommand('setContext', IS_DRAFT, isDraft);
    }
    this.#changed.fire();
  }

  #editorInUse(): TextEditor | undefined {
    const active = window.activeTextEditor;
    // The output and other panels are editors as well, of no column; writing goes on in the one before.
    if (active?.viewColumn !== undefined)
      return active.document.languageId === 'markdown' ? active : undefined;
    const last = this.#editor?.document;
    return window.visibleTextEditors.find(
      ({ document }) => document === last && document.languageId === 'markdown',
    );
  }
}

/** The server may write the same URI with other escapes. */
function normalize(uri: string): string {
  return Uri.parse(uri).toString();
}
