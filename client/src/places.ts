import { RelativePattern, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { escapeGlob } from '../../server/src/library/places';
import { CLIENT_ID } from './client';
import { isWithin, parsePlace } from './location';

/** The workspace folder of what is in front, else the first one. */
export function folderInUse(): WorkspaceFolder | undefined {
  const active = window.activeTextEditor?.document.uri;
  return (active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0];
}

/** Settings that name files, folders and globs. */
export type PlaceSetting = 'rubrics' | 'documents';

/** Below `base`, the files the glob says; `base` itself, or all of its files, when it is empty. */
export interface Place {
  readonly base: Uri;
  readonly glob: string;
}

/** Finds out where the entries of our settings point, on whatever file system the workspace is. */
export class Places {
  /** @param home the home folder of the machine the extension runs on; unknown in a browser */
  constructor(readonly home: Uri | undefined) {}

  /** The places a setting names, for every workspace folder; absolute ones also without a folder. */
  of(setting: PlaceSetting): readonly Place[] {
    const folders = workspace.workspaceFolders ?? [];
    const scopes = folders.length > 0 ? folders.map(({ uri }) => uri) : [undefined];
    return scopes.flatMap((folder) =>
      entriesOf(setting, folder).flatMap((entry) => this.resolve(entry, folder) ?? []),
    );
  }

  /** Where an entry points; undefined when it is relative to a folder that there is not, or to an unknown home. */
  resolve(entry: string, folder: Uri | undefined): Place | undefined {
    const { from, base, glob } = parsePlace(entry);
    switch (from) {
      case 'root':
        // On the file system of the folder: a remote or virtual one has its own root.
        return { base: folder ? folder.with({ path: Uri.file(base).path }) : Uri.file(base), glob };
      case 'home':
        return this.home && (!folder || folder.scheme === this.home.scheme)
          ? { base: Uri.joinPath(this.home, base), glob }
          : undefined;
      case 'folder':
        return folder && { base: Uri.joinPath(folder, base), glob };
    }
  }
}

/** The entries of a setting in force for a folder, without what is no text. */
export function entriesOf(setting: PlaceSetting, folder: Uri | undefined): readonly string[] {
  const value: unknown = workspace.getConfiguration(CLIENT_ID, folder).get(setting);
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
    : [];
}

/** A file rather than a folder, by its name. */
const HAS_EXTENSION = /\.[a-z0-9]{1,8}$/i;

/**
 * What to watch for a place. Without a glob it is not known whether a file or a folder is meant, and a folder may
 * come and go as a whole. Inside the workspace, which is watched anyway, that costs nothing; outside, only the
 * folder itself is watched with all below it, never the one above, which may be the writer's whole home.
 */
export function watchPatterns({ base, glob }: Place): readonly RelativePattern[] {
  if (glob !== '') return [new RelativePattern(base, glob)];
  const parent = Uri.joinPath(base, '..');
  const name = escapeGlob(base.path.slice(base.path.lastIndexOf('/') + 1));
  const folders = workspace.workspaceFolders ?? [];
  if (folders.some(({ uri }) => isWithin(parent, uri)))
    return [new RelativePattern(parent, `{${name},${name}/**}`)];
  const itself = new RelativePattern(parent, name);
  return HAS_EXTENSION.test(base.path) ? [itself] : [itself, new RelativePattern(base, '**')];
}
