import { URI, Utils } from 'vscode-uri';

/** Where reference documents are looked for unless the settings say otherwise. */
export const DEFAULT_DOCUMENTS: readonly string[] = ['documents/'];

const GLOB = /[*?{}[\]!]/;

/** The entries of `zhangfa.documents` of one workspace folder, or of the window when there is none. */
export interface DocumentEntries {
  /** URI; undefined for the window. */
  readonly folder: string | undefined;
  readonly entries: readonly string[];
}

/** A place documents are looked for: by the server on the local disk, or by the editor. */
export type DocumentPlace =
  | { readonly on: 'disk'; readonly input: string; readonly uri: string; readonly isDefault: boolean }
  | {
      readonly on: 'client';
      readonly folder: string;
      readonly entry: string;
      readonly uri: string;
      readonly isDefault: boolean;
    };

/**
 * The places entries name. Relative ones mean nothing without a folder and are passed over.
 * @param disk the home folder as a path, where the server reads the disk itself; undefined where it cannot
 */
export function documentPlaces(
  folders: readonly DocumentEntries[],
  disk: { readonly home: string } | undefined,
): DocumentPlace[] {
  const places = folders.flatMap(({ folder, entries }) =>
    entries.flatMap((entry) => place(folder, entry.trim(), disk) ?? []),
  );
  return [...new Map(places.map((found) => [found.uri, found])).values()];
}

function place(
  folder: string | undefined,
  entry: string,
  disk: { readonly home: string } | undefined,
): DocumentPlace | undefined {
  const isDefault = DEFAULT_DOCUMENTS.includes(entry);
  const normal = entry.replaceAll('\\', '/');
  const homely = /^~(?=\/|$)/.test(normal);
  const absolute = homely || normal.startsWith('/') || /^[A-Za-z]:\//.test(normal);
  if (normal === '' || (!absolute && folder === undefined)) return undefined;
  const local = folder === undefined || folder.startsWith('file:');
  if (disk && local) {
    const uri =
      absolute || folder === undefined
        ? URI.file(homely ? disk.home + normal.slice(1) : normal)
        : Utils.joinPath(URI.parse(folder), normal);
    return { on: 'disk', input: uri.fsPath.replace(/(?<=.)[/\\]$/, ''), uri: trimmed(uri), isDefault };
  }
  if (folder === undefined) return undefined;
  const base = URI.parse(folder);
  return {
    on: 'client',
    folder,
    entry,
    uri: trimmed(absolute ? base.with({ path: normal }) : Utils.joinPath(base, normal)),
    isDefault,
  };
}

/** Whether a place may name a file, or something in a folder that is gone, in the words of the addresses alone. */
export function mayName({ uri }: DocumentPlace, changed: string): boolean {
  const place = URI.parse(uri);
  const file = URI.parse(changed);
  if (place.scheme !== file.scheme || place.authority !== file.authority) return false;
  const parts = place.path.split('/');
  const glob = parts.findIndex((part) => GLOB.test(part));
  const base = (glob < 0 ? parts : parts.slice(0, glob)).join('/');
  return isWithin(file.path, base) || isWithin(base, file.path);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function trimmed(uri: URI): string {
  return uri.with({ path: uri.path.replace(/(?<=.)\/$/, '') }).toString();
}
