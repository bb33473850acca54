import { Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { mayBeDraft, mayMakeDraft } from '../../server/src/core/draft/mayBeDraft';
import { CLIENT_ID, documentSchemes } from './client';
import type { Session } from './session';

/** Rubrics being written, whose faults show before they are saved. */
const RUBRIC = /\/\.zhangfa\/rubrics\/.*\.ya?ml$/i;

/**
 * Starts the server when there is something for it to look at. Whoever writes other Markdown has no server, until a
 * command or a view of ours asks for one.
 */
export class Starter implements Disposable {
  readonly #session: Session;
  #listener: Disposable | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#listener = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.#look([document])),
      workspace.onDidChangeTextDocument((event) => {
        if (isTelling(event)) this.#look([event.document]);
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(CLIENT_ID)) this.#look(workspace.textDocuments);
      }),
      session.onDidChangeState(() => this.dispose()),
    );
    this.#look(workspace.textDocuments);
  }

  dispose(): void {
    this.#listener?.dispose();
    this.#listener = undefined;
  }

  #look(documents: readonly TextDocument[]): void {
    if (!this.#listener || !documents.some(isForServer)) return;
    this.dispose();
    // The editor has shown the text by then: what is loaded now takes longer than all of our own code.
    setTimeout(() => void this.#session.start(), 0);
  }
}

/** Whether an edit could have made a draft of what was none; a glance at its lines, not at the whole text. */
function isTelling({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  if (document.languageId !== 'markdown') return false;
  return contentChanges.some(
    ({ range, text }) =>
      text.split(/\r\n|\r|\n/).some(mayMakeDraft) ||
      (range.start.line < document.lineCount && mayMakeDraft(document.lineAt(range.start.line).text)),
  );
}

function isForServer(document: TextDocument): boolean {
  const { uri, languageId } = document;
  if (!documentSchemes().includes(uri.scheme)) return false;
  if (languageId === 'yaml') return RUBRIC.test(uri.path);
  if (languageId !== 'markdown') return false;
  const settings = workspace.getConfiguration(CLIENT_ID, uri);
  const globs = settings.get('drafts');
  return (
    settings.get('checkAllMarkdown') === true ||
    (Array.isArray(globs) && globs.length > 0) ||
    mayBeDraft(document.getText())
  );
}
