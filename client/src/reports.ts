import {
  type Disposable,
  type Event,
  env,
  type LogOutputChannel,
  type Memento,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { guard } from './notices';
import { type Action, readAction } from './report/controls';
import { History } from './report/history';
import { newNonce, page } from './report/html';
import { SCRIPT } from './report/script';
import { STYLE } from './report/style';

/** What a tab of a report shows and does. */
export interface Page {
  readonly title: string;
  /** Whether what it shows is of an older text. */
  readonly isStale: boolean;
  /** `page`: it is to be drawn anew; `stale`: only that it is older than the text has changed. */
  readonly onDidChange: Event<'page' | 'stale'>;
  /** HTML; everything in it is escaped. */
  body(): string;
  /** Does what a button of the page says. */
  act(action: Action): Promise<void>;
  dispose(): void;
}

/** Shows reports beside the draft, each in a tab of its own that a new check of the same draft brings up to date. */
export class Reports implements Disposable {
  readonly history: History;
  /** Folder for pages that are opened elsewhere. */
  readonly storage: Uri;
  readonly #output: LogOutputChannel;
  readonly #tabs = new Map<string, Tab>();

  constructor(output: LogOutputChannel, state: Memento, storage: Uri) {
    this.#output = output;
    this.history = new History({
      get: (key) => state.get(key),
      update: (key, value) => state.update(key, value),
    });
    this.storage = storage;
  }

  /**
   * Shows a page, leaving the focus where it is.
   * @param key one tab per key
   */
  show(key: string, shown: Page): void {
    let tab = this.#tabs.get(key);
    if (!tab) {
      tab = new Tab(this.#output, shown, () => this.#tabs.delete(key));
      this.#tabs.set(key, tab);
    }
    tab.show(shown);
  }

  dispose(): void {
    for (const tab of [...this.#tabs.values()]) tab.dispose();
  }
}

class Tab implements Disposable {
  readonly #panel: WebviewPanel;
  #page: Page | undefined;
  #listener: Disposable | undefined;

  constructor(output: LogOutputChannel, first: Page, closed: () => void) {
    this.#panel = window.createWebviewPanel(
      'zhangfa.report',
      first.title,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
    );
    this.#panel.webview.onDidReceiveMessage((message: unknown) => {
      const action = readAction(message);
      if (action) void guard(output, async () => this.#page?.act(action));
    });
    // A page that was hidden is loaded anew, and then knows nothing of what happened.
    this.#panel.onDidChangeViewState(() => this.#tellStale());
    this.#panel.onDidDispose(() => {
      this.#release();
      closed();
    });
  }

  show(shown: Page): void {
    if (this.#page !== shown) this.#release();
    this.#page = shown;
    this.#listener = shown.onDidChange((what) => {
      if (what === 'page') this.#draw();
      else this.#tellStale();
    });
    this.#draw();
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #draw(): void {
    if (!this.#page) return;
    this.#panel.title = this.#page.title;
    this.#panel.webview.html = page({
      title: this.#page.title,
      language: env.language,
      body: this.#page.body(),
      style: STYLE,
      script: SCRIPT,
      nonce: newNonce(),
    });
    this.#tellStale();
  }

  #tellStale(): void {
    if (this.#panel.visible && this.#page?.isStale) void this.#panel.webview.postMessage({ type: 'stale' });
  }

  #release(): void {
    this.#listener?.dispose();
    this.#page?.dispose();
    this.#page = undefined;
  }
}
