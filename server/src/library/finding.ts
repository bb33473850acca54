import { LIMITS } from '../documents/limits';
import type { DocumentPlace } from './places';
import type { DocumentFile, DocumentWorker, LibraryProblem } from './types';
import { messageOf } from '../core/text/messageOf';

/** Files the editor finds and reads: in virtual and remote workspaces, and in a browser. */
export interface ClientDocuments {
  /** URIs of the files an entry of `zhangfa.documents` names. */
  find(folder: string, entry: string, limit: number): Promise<readonly string[]>;
  /** The bytes of a file, or why it cannot be read. */
  read(uri: string): Promise<Uint8Array | LibraryProblem>;
}

/** The files that may hold documents, and what could not be looked into. */
export interface FoundDocuments {
  readonly files: readonly DocumentFile[];
  readonly problems: readonly LibraryProblem[];
  /** Whether looking failed altogether in some place: files that are not among them may still be there. */
  readonly incomplete: boolean;
}

/** Looks all places up. Never rejects. A default place that is not there, or has nothing, is no problem. */
export async function findDocuments(
  places: readonly DocumentPlace[],
  worker: DocumentWorker,
  client: ClientDocuments | undefined,
): Promise<FoundDocuments> {
  const files = new Map<string, DocumentFile>();
  const problems: LibraryProblem[] = [];
  let incomplete = false;
  const failed = ({ uri }: DocumentPlace, error: unknown): void => {
    incomplete = true;
    problems.push({ uri, kind: 'failed', detail: messageOf(error) });
  };
  const disk = places.filter((place) => place.on === 'disk');
  const [first] = disk;
  if (first) {
    try {
      const found = await worker.find(disk.map(({ input }) => input));
      for (const file of found.files) files.set(file.uri, file);
      const quiet = new Set(disk.filter(({ isDefault }) => isDefault).map(({ uri }) => uri));
      const isNothing = ({ kind }: LibraryProblem): boolean => kind === 'gone' || kind === 'no-match';
      problems.push(...found.problems.filter((problem) => !isNothing(problem) || !quiet.has(problem.uri)));
    } catch (error) {
      failed(first, error);
    }
  }
  for (const place of places) {
    if (place.on !== 'client' || !client) continue;
    try {
      const found = await client.find(place.folder, place.entry, LIMITS.files);
      if (found.length === 0 && !place.isDefault) problems.push({ uri: place.uri, kind: 'no-match' });
      for (const uri of found) if (!files.has(uri)) files.set(uri, { uri });
    } catch (error) {
      failed(place, error);
    }
  }
  return { files: [...files.values()], problems, incomplete };
}

/** A version for a file of which nothing is known but its bytes. */
export function versionOf(bytes: Uint8Array): string {
  let low = 0x811c9dc5;
  let high = 0x41c6ce57;
  for (const byte of bytes) {
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x85ebca6b);
  }
  return `${bytes.length}-${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
