import {
  commands,
  type Disposable,
  env,
  EventEmitter,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { linkLines, OPEN_LINE, page } from './reportHtml';

const SCHEME = 'zhangfa-report';
/** The command of VS Code's own Markdown extension that turns Markdown into HTML. */
const RENDER = 'markdown.api.render';

/**
 * Shows reports beside the draft, each in a tab of its own that a new check of the same draft brings up to date.
 * Rendered by VS Code's Markdown extension, but not in its preview: that has no links to lines.
 */
export class Reports implements Disposable {
  readonly #panels = new Map<string, WebviewPanel>();
  readonly #texts = new Map<string, string>();
  readonly #textChanged = new EventEmitter<Uri>();
  readonly #provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: this.#textChanged.event,
    provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
  });

  /**
   * Shows a report, leaving the focus where it is.
   * @param key one tab per key
   * @param markdown with links to lines as `[…](uri#L12)`
   */
  async show(key: string, title: string, markdown: string): Promise<void> {
    let body: string;
    try {
      body = await commands.executeCommand<string>(RENDER, linkLines(markdown));
    } catch {
      // The Markdown extension is switched off.
      await this.#showText(title, markdown);
      return;
    }
    const panel = this.#panels.get(key) ?? this.#createPanel(key, title);
    panel.title = title;
    panel.webview.html = page(title, body, env.language);
    panel.reveal(undefined, true);
  }

  dispose(): void {
    for (const panel of [...this.#panels.values()]) panel.dispose();
    this.#provider.dispose();
    this.#textChanged.dispose();
  }

  #createPanel(key: string, title: string): WebviewPanel {
    const panel = window.createWebviewPanel(
      'zhangfa.report',
      title,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableCommandUris: [OPEN_LINE], enableFindWidget: true, localResourceRoots: [] },
    );
    this.#panels.set(key, panel);
    panel.onDidDispose(() => this.#panels.delete(key));
    return panel;
  }

  async #showText(title: string, markdown: string): Promise<void> {
    const uri = Uri.from({ scheme: SCHEME, path: `/${title.replaceAll('/', '-')}.md` });
    this.#texts.set(uri.toString(), markdown);
    this.#textChanged.fire(uri);
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }
}
