import { commands, Disposable, l10n, Uri, workspace } from 'vscode';
import type { CoverageParams } from '../../../server/src/lsp/protocol';
import { CLIENT_ID } from '../client';
import { statusWords } from '../coverage';
import type { Drafts } from '../drafts';
import { addBadges, type Badge, type MarkdownIt } from './plugin';

const SETTING = 'preview.badges';

/** What a preview last showed of a document. */
interface Shown {
  readonly version: number;
  readonly badges: string;
}

/**
 * Shows the sections of a draft in VS Code's own preview of Markdown. A preview is drawn at once, from what is known
 * of just this text; when that comes later, the preview is drawn anew.
 */
export class PreviewBadges implements Disposable {
  readonly #drafts: Drafts;
  readonly #listener: Disposable;
  readonly #shown = new Map<string, Shown>();
  #refreshing = false;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    this.#listener = Disposable.from(
      drafts.onDidChange(() => this.#update()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${CLIENT_ID}.${SETTING}`)) this.#update(true);
      }),
    );
  }

  /** For VS Code, which gives the engine of its preview to extensions that ask for it. */
  readonly extendMarkdownIt = <M extends MarkdownIt>(markdown: M): M =>
    addBadges(markdown, (document) => this.#draw(document));

  dispose(): void {
    this.#listener.dispose();
  }

  #draw(address: string): readonly Badge[] | undefined {
    const known = this.#drafts.get(Uri.parse(address));
    // Other Markdown: VS Code shows it as if we were not there.
    if (known && !known.isDraft) return undefined;
    const version = versionOf(address);
    if (version === undefined) return undefined;
    const badges = this.#badges(address, version);
    this.#shown.set(address, { version, badges: JSON.stringify(badges) });
    return badges;
  }

  /** Of just this version; none when they are switched off or not known yet. */
  #badges(address: string, version: number): readonly Badge[] {
    const uri = Uri.parse(address);
    const known = this.#drafts.get(uri);
    if (known?.isDraft !== true || known.version !== version) return [];
    return workspace.getConfiguration(CLIENT_ID, uri).get(SETTING) === false ? [] : toBadges(known);
  }

  /** @param always also where the analysis of the text is still to come */
  #update(always = false): void {
    if (this.#shown.size === 0 || this.#refreshing) return;
    for (const [address, { version, badges }] of this.#shown) {
      // Of a text that has changed VS Code draws the preview anew by itself.
      if (versionOf(address) !== version) continue;
      const known = this.#drafts.get(Uri.parse(address));
      if (!always && known?.version !== version) continue;
      const now = JSON.stringify(this.#badges(address, version));
      if (now === badges) continue;
      this.#shown.set(address, { version, badges: now });
      this.#refresh();
      return;
    }
  }

  /** Draws all previews; several reasons at a time make one refresh. */
  #refresh(): void {
    this.#refreshing = true;
    queueMicrotask(() => {
      this.#refreshing = false;
      // Fails where Markdown's own extension is switched off: then there is no preview either.
      commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
    });
  }
}

function versionOf(address: string): number | undefined {
  return workspace.textDocuments.find(({ uri }) => uri.toString() === address)?.version;
}

function toBadges({ sections = [], starts = [] }: CoverageParams): Badge[] {
  const meanings = statusWords(l10n);
  const lines = new Map(starts.map(({ section, line }) => [section, line]));
  return sections.map(({ id, title, status }) => {
    const line = lines.get(id);
    return { title, status, meaning: meanings[status], ...(line === undefined ? {} : { line }) };
  });
}
