import {
  commands,
  type CompletionContext,
  type CompletionItem,
  CompletionList,
  type CompletionList as Completions,
  CompletionTriggerKind,
  CancellationTokenSource,
  type Disposable,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  type TextEditorSelectionChangeEvent,
  TextEditorSelectionChangeKind,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, CompletionMiddleware } from 'vscode-languageclient';
import { CLIENT_ID } from './client';
import type { Drafts } from './drafts';
import { callsForPhrases, clauseStart, isInFrontMatter, isKey, isTyped } from './typed';

/** Opens the list of suggestions as if VS Code had done so by itself: without words of its own when there is nothing. */
const SUGGEST = 'editor.action.triggerSuggest';
/** A pause in typing, in milliseconds; by then VS Code has asked anew for a list that is open. */
const PAUSE = 90;

/** Text that was just typed, and where it ends. */
interface Typed {
  readonly document: TextDocument;
  readonly version: number;
  readonly end: Position;
  /** A key made it, or so it seems. */
  readonly isKey: boolean;
}

/** What was found for a place; VS Code asks for it a moment later. */
interface Answer extends Typed {
  readonly items: Completions;
}

/**
 * Offers phrases while Chinese is typed, where VS Code's own quick suggestions are off in Markdown and never begin at
 * a Han character. The server is asked first: the list opens only when there is something in it.
 */
export class Typing implements Disposable {
  readonly #drafts: Drafts;
  readonly #listeners: readonly Disposable[];
  #client: BaseLanguageClient | undefined;
  #typed: Typed | undefined;
  /** The same once the cursor has followed. */
  #confirmed: Typed | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: CancellationTokenSource | undefined;
  #answer: Answer | undefined;
  /** The list that is open, if one is, was not asked for. */
  #unasked = false;
  /** The last version of a document for which VS Code wanted suggestions. */
  #wanted: { readonly document: TextDocument; readonly version: number } | undefined;
  /** What may have been taken from the list: that is not typed. */
  #offered: ReadonlySet<string> = new Set();
  /** The clause for which a list was opened, while there is something in it. */
  #opened: string | undefined;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    this.#listeners = [
      workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      window.onDidChangeTextEditorSelection((event) => this.#moved(event)),
    ];
  }

  /** Stands between VS Code and the server, to know when a list is asked for and to give what is known already. */
  readonly middleware: CompletionMiddleware = {
    provideCompletionItem: async (document, position, context, token, next) => {
      const known = this.#answer;
      this.#answer = undefined;
      this.#wanted = { document, version: document.version };
      if (known && isAt(known, document, position)) {
        this.#unasked = true;
        return this.#remember(known.items);
      }
      // What is typed on while a list is open that nobody asked for: still nobody has asked.
      this.#unasked &&= context.triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions;
      const asked = this.#unasked ? automatic(document, position) : context;
      return this.#remember(await next(document, position, asked, token));
    },
  };

  /** Asks a new client from now on. */
  connect(client: BaseLanguageClient): void {
    this.#client = client;
  }

  dispose(): void {
    this.#forget();
    for (const listener of this.#listeners) listener.dispose();
  }

  #remember<T extends CompletionItem[] | CompletionList | null | undefined>(found: T): T {
    const items: readonly CompletionItem[] = Array.isArray(found) ? found : (found?.items ?? []);
    this.#offered = new Set(items.map(textOf));
    if (items.length === 0) this.#opened = undefined;
    return found;
  }

  #changed({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    // The state of a document (saved or not) changes too.
    const { editor } = this.#drafts;
    if (contentChanges.length === 0 || !editor || document !== editor.document) return;
    const before = this.#confirmed;
    this.#forget();
    const [change] = contentChanges;
    if (reason !== undefined || !change || !isTyped(contentChanges) || this.#offered.has(change.text)) {
      // Other than letters on their way to become Chinese, it begins the clause anew.
      if (reason !== undefined || !/^[a-z' ]+$/i.test(change?.text ?? '')) this.#opened = undefined;
      return;
    }
    const end = change.range.start.translate(0, change.text.length);
    const typed = { document, version: document.version, end, isKey: isKey(change) };
    // An input method ends by writing once more what it has committed: the cursor stays where it is.
    const isRewritten = change.rangeLength === change.text.length && before?.end.isEqual(end) === true;
    if (isRewritten && isCursorAt(editor, end)) this.#confirm(editor, typed);
    else this.#typed = typed;
  }

  /**
   * The cursor follows what is typed, and only that is said to be the keyboard's doing; of keys in quick succession
   * it is not said whose doing it is.
   */
  #moved({ textEditor, kind }: TextEditorSelectionChangeEvent): void {
    const typed = this.#typed;
    if (textEditor.document !== typed?.document) return;
    const isTyping = kind === TextEditorSelectionChangeKind.Keyboard || (kind === undefined && typed.isKey);
    // What is said may be a key or two behind the text.
    if (isTyping && !isCursorAt(textEditor, typed.end)) return;
    this.#typed = undefined;
    if (isTyping) this.#confirm(textEditor, typed);
  }

  #confirm(editor: TextEditor, typed: Typed): void {
    this.#confirmed = typed;
    if (this.#isWanted(typed)) this.#timer = setTimeout(() => void this.#offer(editor, typed), PAUSE);
  }

  #isWanted({ document, end }: Typed): boolean {
    return (
      this.#drafts.isDraft(document.uri) &&
      workspace.getConfiguration(CLIENT_ID, document).get('suggestWhileTyping') === true &&
      callsForPhrases(document.lineAt(end).text.slice(0, end.character)) &&
      !isInFrontMatter(end.line, (line) => document.lineAt(line).text)
    );
  }

  async #offer(editor: TextEditor, typed: Typed): Promise<void> {
    const { document, version, end } = typed;
    const isShowing = this.#wanted?.document === document && this.#wanted.version === version;
    // A list that would still have something in it was closed: the writer does not want one for this clause.
    const clause = clauseOf(typed);
    if (isShowing || clause === this.#opened) return;
    const asking = (this.#asking = new CancellationTokenSource());
    const items = await this.#ask(typed, asking);
    const isLate = asking.token.isCancellationRequested || document.version !== version;
    if (isLate || items.items.length === 0 || window.activeTextEditor !== editor || !isCursorAt(editor, end))
      return;
    this.#answer = { ...typed, items };
    this.#opened = clause;
    await commands.executeCommand(SUGGEST, { auto: true });
  }

  /** Never rejects: nobody has asked, so nobody is told. */
  async #ask({ document, end }: Typed, { token }: CancellationTokenSource): Promise<Completions> {
    try {
      const feature = this.#client?.isRunning() && this.#client.getFeature('textDocument/completion');
      const provider = feature ? feature.getProvider(document) : undefined;
      const found = await provider?.provideCompletionItems(document, end, token, automatic(document, end));
      return Array.isArray(found) ? new CompletionList(found) : (found ?? new CompletionList());
    } catch {
      return new CompletionList();
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#asking = undefined;
    this.#typed = undefined;
    this.#confirmed = undefined;
    this.#answer = undefined;
  }
}

/** To the server, a list nobody asked for is one that the typed character has called. */
function automatic(document: TextDocument, position: Position): CompletionContext {
  const [character = ''] = /.$/u.exec(document.lineAt(position).text.slice(0, position.character)) ?? [];
  return { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: character };
}

function clauseOf({ document, end }: Typed): string {
  const start = clauseStart(document.lineAt(end).text.slice(0, end.character));
  return `${document.uri.toString()}#${end.line}:${start}`;
}

function isAt({ document, version, end }: Typed, asked: TextDocument, position: Position): boolean {
  return document === asked && version === asked.version && end.isEqual(position);
}

function isCursorAt({ selections }: TextEditor, position: Position): boolean {
  const [cursor, ...others] = selections;
  return others.length === 0 && cursor?.isEmpty === true && cursor.active.isEqual(position);
}

function textOf({ insertText, label }: CompletionItem): string {
  if (insertText === undefined) return typeof label === 'string' ? label : label.label;
  return typeof insertText === 'string' ? insertText : insertText.value;
}
