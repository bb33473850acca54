import { Disposable, type TextEditor, window, workspace } from 'vscode';
import { paragraphLines } from '../../server/src/core/text/paragraph';
import { CursorNotification } from '../../server/src/lsp/protocol';
import type { Drafts } from './drafts';
import type { Session } from './session';
import { Throttle } from './throttle';

/** A key held down moves the cursor more often than anybody needs to know, in milliseconds. */
const PAUSE = 50;

/** Tells the server when the cursor comes to another paragraph of a draft: what was held back of the last may be said. */
export class CursorTeller implements Disposable {
  readonly #session: Session;
  readonly #drafts: Drafts;
  readonly #throttle = new Throttle(() => this.#tell(), PAUSE);
  readonly #listener: Disposable;
  /** What was told last: the document, and the first line of the paragraph. */
  #told: { readonly uri: string; readonly first: number } | undefined;

  constructor(session: Session, drafts: Drafts) {
    this.#session = session;
    this.#drafts = drafts;
    this.#listener = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (drafts.isDraft(textEditor.document.uri)) this.#throttle.call();
      }),
      drafts.onDidChange(() => this.#throttle.call()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // The lines have other numbers now.
        const moves = contentChanges.some(({ range, text }) => !range.isSingleLine || /[\r\n]/.test(text));
        if (moves && document.uri.toString() === this.#told?.uri) this.#told = undefined;
        // The server takes an edit away from the cursor for another's, and waits a while only: it is to know by then.
        if (!moves && document === drafts.editor?.document) this.#throttle.flush();
      }),
      session.onDidChangeState(() => (this.#told = undefined)),
    );
  }

  dispose(): void {
    this.#throttle.dispose();
    this.#listener.dispose();
  }

  #tell(): void {
    if (this.#session.state !== 'running') return;
    const { editor } = this.#drafts;
    const here = editor && this.#drafts.isDraft(editor.document.uri) ? placeOf(editor) : undefined;
    const told = this.#told;
    if (told?.uri === here?.uri && told?.first === here?.first) return;
    this.#told = here;
    if (told && told.uri !== here?.uri)
      this.#session.notify(CursorNotification, { uri: told.uri, line: null });
    if (here) this.#session.notify(CursorNotification, { uri: here.uri, line: here.line });
  }
}

function placeOf({ document, selection }: TextEditor): { uri: string; line: number; first: number } {
  const { line } = selection.active;
  const { first } = paragraphLines(line, document.lineCount, (at) => document.lineAt(at).text);
  return { uri: document.uri.toString(), line, first };
}
