import { type Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient';
import { CLIENT_ID } from './client';
import { parseRubricEntry } from './location';
import type { Session } from './session';

/** Where the writer keeps rubrics: below `base`, the files the glob says, or `base` itself when it is empty. */
export interface RubricLocation {
  readonly base: Uri;
  readonly glob: string;
}

/** The places `zhangfa.rubrics` names, for every workspace folder; absolute ones also without a folder. */
export function rubricLocations(): readonly RubricLocation[] {
  const folders = workspace.workspaceFolders ?? [];
  const scopes = folders.length > 0 ? folders.map(({ uri }) => uri) : [undefined];
  return scopes.flatMap((folder) =>
    entries(folder).flatMap((entry) => {
      const { absolute, base, glob } = parseRubricEntry(entry);
      if (absolute)
        return [{ base: folder ? folder.with({ path: Uri.file(base).path }) : Uri.file(base), glob }];
      return folder ? [{ base: Uri.joinPath(folder, base), glob }] : [];
    }),
  );
}

function entries(folder: Uri | undefined): readonly string[] {
  const value: unknown = workspace.getConfiguration(CLIENT_ID, folder).get('rubrics');
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
    : [];
}

/** Tells the server when rubric files come, change or go; follows the settings and the workspace folders. */
export class RubricWatcher implements Disposable {
  readonly #session: Session;
  readonly #listeners: Disposable[];
  #watchers: Disposable[] = [];

  constructor(session: Session) {
    this.#session = session;
    this.#listeners = [
      workspace.onDidChangeWorkspaceFolders(() => this.#watch()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${CLIENT_ID}.rubrics`)) this.#watch();
      }),
    ];
    this.#watch();
  }

  dispose(): void {
    for (const disposable of [...this.#listeners, ...this.#watchers]) disposable.dispose();
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = rubricLocations().flatMap((location) => {
      const watcher = workspace.createFileSystemWatcher(pattern(location));
      return [
        watcher,
        watcher.onDidCreate((uri) => this.#tell(uri, FileChangeType.Created)),
        watcher.onDidChange((uri) => this.#tell(uri, FileChangeType.Changed)),
        watcher.onDidDelete((uri) => this.#tell(uri, FileChangeType.Deleted)),
      ];
    });
  }

  #tell(uri: Uri, type: FileChangeType): void {
    this.#session.notify(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uri.toString(), type }],
    });
  }
}

/** Without a glob it is not known whether a file or a folder is meant, and a folder may be deleted as a whole. */
function pattern({ base, glob }: RubricLocation): RelativePattern {
  if (glob !== '') return new RelativePattern(base, glob);
  const name = base.path.slice(base.path.lastIndexOf('/') + 1);
  return new RelativePattern(Uri.joinPath(base, '..'), `{${name},${name}/**}`);
}
