import {
  type Command,
  Disposable,
  l10n,
  type LanguageStatusItem,
  languages,
  LanguageStatusSeverity,
  Uri,
} from 'vscode';
import type { DocumentsParams } from '../../server/src/lsp/protocol';
import type { Drafts } from './drafts';
import type { References } from './references';

/** What the status item says; apart from it so that tests can read it. */
export interface ReferenceSummary {
  readonly text: string;
  readonly detail: string;
  readonly busy: boolean;
  readonly warns: boolean;
  readonly command: Command;
}

/** Shows beside the language of a draft how far the reading of the documents is, and which could not be read. */
export class ReferenceStatus implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #listener: Disposable;

  constructor(references: References, drafts: Drafts) {
    this.#item = languages.createLanguageStatusItem('zhangfa.documents', { language: 'markdown' });
    this.#item.name = l10n.t('Zhangfa: reference documents');
    const refresh = (): void => {
      const { text, detail, busy, warns, command } = summarize(references.state);
      // Whoever writes something else is not warned of what only matters to drafts.
      const { editor } = drafts;
      const isDraft = editor !== undefined && drafts.isDraft(editor.document.uri);
      this.#item.text = text;
      this.#item.detail = detail;
      this.#item.busy = busy;
      this.#item.severity =
        warns && isDraft ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
      this.#item.command = command;
    };
    this.#listener = Disposable.from(references.onDidChange(refresh), drafts.onDidChange(refresh));
    refresh();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }
}

/** Puts the state of the documents in words. */
export function summarize(state: DocumentsParams | undefined): ReferenceSummary {
  const show = { command: 'zhangfa.showDocuments', title: l10n.t('Show') };
  const add = { command: 'zhangfa.addDocuments', title: l10n.t('Add') };
  if (!state)
    return { text: l10n.t('Reference documents'), detail: '', busy: false, warns: false, command: show };
  const { documents, phrases, problems } = state;
  if (state.state === 'reading')
    return {
      text: l10n.t('Reading reference documents {0}/{1}', state.done, state.total),
      detail: '',
      busy: true,
      warns: false,
      command: show,
    };
  const read = l10n.t('{0} reference documents, {1} phrases', documents, phrases);
  if (problems.length > 0)
    return {
      text: notRead(problems.length),
      // What else is there, after the reasons: the line is cut off at its end.
      detail: [...problemLines(problems, 3), ...(documents > 0 ? [read] : [])].join(' · '),
      busy: false,
      warns: true,
      command: show,
    };
  return documents > 0
    ? { text: read, detail: '', busy: false, warns: false, command: show }
    : { text: l10n.t('No reference documents'), detail: '', busy: false, warns: false, command: add };
}

/** How many documents were not read. */
export function notRead(count: number): string {
  return count === 1 ? l10n.t('1 document was not read') : l10n.t('{0} documents were not read', count);
}

/** One line for each file that was not read: its name, and why. */
export function problemLines(problems: DocumentsParams['problems'], limit: number): string[] {
  const lines = problems
    .slice(0, limit)
    .map(({ uri, message }) => l10n.t('{0}: {1}', nameOf(Uri.parse(uri)), message));
  return problems.length > limit ? [...lines, l10n.t('and {0} more', problems.length - limit)] : lines;
}

/** Name of a file, or of a folder. */
export function nameOf(uri: Uri): string {
  const path = uri.path.replace(/(?<=.)\/$/, '');
  return path.slice(path.lastIndexOf('/') + 1) || path;
}
