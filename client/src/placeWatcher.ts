import { type Disposable, type Uri, workspace } from 'vscode';
import {
  type DidChangeWatchedFilesParams,
  type FileEvent,
  NotificationType,
} from 'vscode-languageserver-protocol';
import { CLIENT_ID } from './client';
import { type Places, type PlaceSetting, watchPatterns } from './places';
import type { Session } from './session';

// The library's own of these are loaded only with a server.
const FILES_CHANGED = new NotificationType<DidChangeWatchedFilesParams>('workspace/didChangeWatchedFiles');
const [CREATED, CHANGED, DELETED] = [1, 2, 3] as const satisfies readonly FileEvent['type'][];

/** Tells the server when files that a setting names come, change or go; follows the settings and the folders. */
export class PlaceWatcher implements Disposable {
  readonly #session: Session;
  readonly #places: Places;
  readonly #setting: PlaceSetting;
  readonly #listeners: Disposable[];
  #watchers: Disposable[] = [];
  #changes: FileEvent[] = [];

  constructor(session: Session, places: Places, setting: PlaceSetting) {
    this.#session = session;
    this.#places = places;
    this.#setting = setting;
    this.#listeners = [
      workspace.onDidChangeWorkspaceFolders(() => this.#watch()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${CLIENT_ID}.${setting}`)) this.#watch();
      }),
    ];
    this.#watch();
  }

  dispose(): void {
    for (const disposable of [...this.#listeners, ...this.#watchers]) disposable.dispose();
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = this.#places
      .of(this.#setting)
      .flatMap(watchPatterns)
      .flatMap((pattern) => {
        const watcher = workspace.createFileSystemWatcher(pattern);
        return [
          watcher,
          watcher.onDidCreate((uri) => this.#add(uri, CREATED)),
          watcher.onDidChange((uri) => this.#add(uri, CHANGED)),
          watcher.onDidDelete((uri) => this.#add(uri, DELETED)),
        ];
      });
  }

  /** VS Code announces the files of a copied folder one by one, all at once: they are passed on together. */
  #add(uri: Uri, type: FileEvent['type']): void {
    this.#changes.push({ uri: uri.toString(), type });
    if (this.#changes.length > 1) return;
    queueMicrotask(() => {
      this.#session.notify(FILES_CHANGED, { changes: this.#changes });
      this.#changes = [];
    });
  }
}
