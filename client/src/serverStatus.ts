import { type Disposable, l10n, type LanguageStatusItem, languages, LanguageStatusSeverity } from 'vscode';
import type { Session } from './session';

/** Shows beside the language of a Markdown editor whether the checker works. */
export class ServerStatus implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #listener: Disposable;

  constructor(session: Session) {
    this.#item = languages.createLanguageStatusItem('zhangfa.server', { language: 'markdown' });
    this.#item.name = l10n.t('Zhangfa: checker');
    this.#listener = session.onDidChangeState(() => this.#refresh(session));
    this.#refresh(session);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #refresh({ state }: Session): void {
    const failed = state === 'failed';
    this.#item.busy = state === 'starting';
    this.#item.severity = failed ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#item.text = failed ? l10n.t('Zhangfa is not running') : l10n.t('Zhangfa');
    this.#item.detail = failed ? l10n.t('Drafts are not checked') : '';
    this.#item.command = failed
      ? { command: 'zhangfa.restartServer', title: l10n.t('Restart') }
      : { command: 'zhangfa.showOutput', title: l10n.t('Show Output') };
  }
}
