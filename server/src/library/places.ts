import picomatch from 'picomatch/posix';
import { URI, Utils } from 'vscode-uri';
import { parseUri } from '../files/uri';

/** Where reference documents are looked for unless the settings say otherwise. */
export const DEFAULT_DOCUMENTS: readonly string[] = ['documents/'];

/** Characters that mean something in a glob, wherever they stand. */
const SPECIAL = '*?{}[]()';
const ESCAPED = /\[([*?{}[\]()])\]/g;
/** The first of the code points that are no characters, and so in no name: they stand for what is literal. */
const STAND_IN = 0xfdd0;
const STAND_INS = /[\ufdd0-\ufdd8]/g;
/** The last stand-in: for a `!` at the beginning, which would turn the glob round. */
const NOT = SPECIAL.length;
/** Brackets that offer no choice (`(a|b)`, `@(a)`): part of a name, as in `答题(2024)`. */
const IDLE_BRACKETS = /(?<![?*+@!])\(([^()|/]*)\)/g;

/** Writes a path so that it means itself in a glob: `(` as `[(]`, since a backslash may separate folders. */
export function escapeGlob(path: string): string {
  return path.replace(/[*?{}[\]()]/g, '[$&]');
}

/** The reverse of {@link escapeGlob}; anything else stays as it is. */
export function unescapeGlob(path: string): string {
  return path.replace(ESCAPED, '$1');
}

/**
 * Takes a path with `/` apart that may be a glob.
 * @returns the path up to the first wildcard, without escapes, and the rest as a glob; it is empty when there is none
 */
export function splitGlob(path: string): { readonly base: string; readonly glob: string } {
  const standIn = (index: number): string => String.fromCharCode(STAND_IN + index);
  const literal = (character: string): string => standIn(SPECIAL.indexOf(character));
  let shown = path
    .replace(ESCAPED, (_, character: string) => literal(character))
    .replace(/^!(?!\()/, standIn(NOT));
  for (let before = ''; before !== shown;) {
    before = shown;
    shown = shown.replace(IDLE_BRACKETS, (_, inside: string) => literal('(') + inside + literal(')'));
  }
  const { base, glob } = picomatch.scan(shown, { unescape: true });
  const restored = (text: string, write: (character: string) => string): string =>
    text.replace(STAND_INS, (found) => write(SPECIAL[found.charCodeAt(0) - STAND_IN] ?? '!'));
  return {
    base: restored(base, (character) => character),
    glob: restored(glob, (character) => (character === '!' ? '\\!' : escapeGlob(character))),
  };
}

/** The entries of `zhangfa.documents` of one workspace folder, or of the window when there is none. */
export interface DocumentEntries {
  /** URI; undefined for the window. */
  readonly folder: string | undefined;
  readonly entries: readonly string[];
}

/** A place documents are looked for: by the server on the local disk, or by the editor. */
export type DocumentPlace =
  | {
      readonly on: 'disk';
      /** A path or a glob, with the folder it is relative to escaped. */
      readonly input: string;
      readonly uri: string;
      /** URI of the part without wildcards. */
      readonly base: string;
      readonly isDefault: boolean;
    }
  | {
      readonly on: 'client';
      readonly folder: string;
      readonly entry: string;
      readonly uri: string;
      readonly base: string;
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
        ? URI.file(homely ? escapeGlob(disk.home) + normal.slice(1) : normal)
        : below(parseUri(folder), normal);
    const input = uri.fsPath.replace(/(?<=.)[/\\]$/, '');
    return { on: 'disk', input, ...addresses(uri), isDefault };
  }
  if (folder === undefined) return undefined;
  const base = parseUri(folder);
  return {
    on: 'client',
    folder,
    entry,
    ...addresses(absolute ? base.with({ path: normal }) : below(base, normal)),
    isDefault,
  };
}

/** An entry below a folder, the name of which is no part of a glob. */
function below(folder: URI, entry: string): URI {
  return Utils.joinPath(folder.with({ path: escapeGlob(folder.path) }), entry);
}

function addresses(escaped: URI): { readonly uri: string; readonly base: string } {
  return {
    uri: trimmed(escaped.with({ path: unescapeGlob(escaped.path) })),
    base: trimmed(escaped.with({ path: splitGlob(escaped.path).base || '/' })),
  };
}

/** Whether a place may name a file, or something in a folder that is gone, in the words of the addresses alone. */
export function mayName({ base }: DocumentPlace, changed: string): boolean {
  const place = parseUri(base);
  const file = parseUri(changed);
  if (place.scheme !== file.scheme || place.authority !== file.authority) return false;
  return isWithin(file.path, place.path) || isWithin(place.path, file.path);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function trimmed(uri: URI): string {
  return uri.with({ path: uri.path.replace(/(?<=.)\/$/, '') }).toString();
}
