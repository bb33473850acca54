import type { PhraseBank } from '../core/phrases/types';
import type { ClientDocuments } from './finding';
import type { DocumentEntries } from './places';
import type { LibraryProblem, ReadingSetup, StartWorker, StoreDamage } from './types';

/** How far the reading has come. */
export interface LibraryState {
  readonly state: 'reading' | 'ready';
  readonly done: number;
  readonly total: number;
  readonly documents: number;
  /** Of the documents, without those of the banks. */
  readonly phrases: number;
  readonly problems: readonly LibraryProblem[];
}

/** What the library needs of the server around it. */
export interface LibraryHost {
  readonly startWorker: StartWorker;
  /** The home folder, where the worker reads the disk. */
  readonly home: string;
  /** Whether the worker may read the disk itself, where it can; otherwise every file comes from the client. */
  readonly mayReadDisk: boolean;
  /** Files that are not on the local disk. */
  readonly client: ClientDocuments | undefined;
  /** URI of the folder in which to keep what was built; undefined for none. */
  readonly storage: string | undefined;
  readonly version: string;
  readonly banks: () => readonly PhraseBank[];
  /** Runs work after the messages already received have been handled. */
  readonly defer: (work: () => void) => void;
  /** What the settings name now. */
  readonly entries: () => Promise<readonly DocumentEntries[]>;
  /** What is read with now; the same object as long as it is the same. */
  readonly setup: () => Promise<ReadingSetup>;
  /** Somebody asked for reading, and waits to be told that it is done, also when nothing is other than before. */
  readonly onAsked?: () => void;
  /** The state has changed. */
  readonly onState: (state: LibraryState) => void;
  /** All that was to be read has been: what depends on the documents may be found anew. */
  readonly onReady: () => void;
  /** What was kept cannot be used and is built anew. */
  readonly onRebuilt: (damage: Exclude<StoreDamage, 'none'>) => void;
  /** What was read could not be kept on disk. */
  readonly onNotKept: (error: unknown) => void;
  readonly onError: (error: unknown) => void;
}
