import type { ModelData } from '../../../server/src/core/analysis/model';
import { LIMITS } from '../../../server/src/documents/limits';
import { DocumentLibrary } from '../../../server/src/library/library';
import type { LibraryHost, LibraryState } from '../../../server/src/library/libraryHost';
import type { DocumentEntries } from '../../../server/src/library/places';
import type {
  DocumentFile,
  DocumentWorker,
  LibraryProblem,
  ReadingSetup,
  ReadOutcome,
  StoredLibrary,
  StoreDamage,
} from '../../../server/src/library/types';

/** A setup that nothing is read with; the fake worker below does not look at it. */
export const SETUP: ReadingSetup = {
  frameworks: [],
  deny: [],
  allowed: [],
  model: {} as ModelData,
  limits: LIMITS,
};

/** A document of one paragraph as a worker would have read it. */
export function record({ uri, version = '' }: DocumentFile, text: string): ReadOutcome {
  return {
    reference: {
      id: uri,
      version,
      name: uri.slice(uri.lastIndexOf('/') + 1),
      opensAsText: true,
      lineStarts: Uint32Array.of(0),
      paragraphs: [{ text, anchors: [{ at: 0, from: 0, line: 0 }] }],
    },
    phrases: {
      id: uri,
      version,
      origin: 'documents',
      entries: [{ text, slots: [], line: 0, from: 0, to: text.length }],
    },
    facts: { format: 'text', sentences: 1, phrases: 1, dropped: 0, warnings: [] },
  };
}

/** A disk with texts by URI, and a worker that reads it and remembers what it was asked. */
export class FakeWorker implements DocumentWorker {
  readonly hasDisk = true;
  readonly files = new Map<string, string>();
  problems: LibraryProblem[] = [];
  readonly asked: string[] = [];
  stored: StoredLibrary | StoreDamage = 'none';
  /** Runs before a file is read. */
  beforeRead: (uri: string) => void | Promise<void> = () => undefined;

  find(): ReturnType<DocumentWorker['find']> {
    this.asked.push('find');
    const files = [...this.files].map(([uri, text]) => ({ uri, version: text }));
    return Promise.resolve({ files, problems: this.problems });
  }

  async read(file: DocumentFile): Promise<ReadOutcome> {
    this.asked.push(`read ${file.uri}`);
    await this.beforeRead(file.uri);
    const text = this.files.get(file.uri);
    return text === undefined ? { uri: file.uri, kind: 'gone' } : record(file, text);
  }

  view(): ReturnType<DocumentWorker['view']> {
    return Promise.resolve({ text: 'text', cleaned: 'cleaned', summary: [] });
  }

  load(): ReturnType<DocumentWorker['load']> {
    return Promise.resolve(this.stored);
  }

  keep(): void {
    this.asked.push('keep');
  }

  save(): Promise<void> {
    this.asked.push('save');
    return Promise.resolve();
  }

  rest(): void {
    this.asked.push('rest');
  }

  dispose(): void {
    this.asked.push('dispose');
  }

  /** What was asked since the last time. */
  taken(): string[] {
    return this.asked.splice(0);
  }
}

/** A library on a fake worker, with everything it said. */
export function fakeLibrary(more: Partial<LibraryHost> = {}) {
  const worker = new FakeWorker();
  const states: LibraryState[] = [];
  const said: string[] = [];
  const entries: DocumentEntries[] = [{ folder: 'file:///w', entries: ['documents/'] }];
  const library = new DocumentLibrary({
    startWorker: () => worker,
    home: '/home/me',
    mayReadDisk: true,
    client: undefined,
    storage: undefined,
    version: '1',
    banks: () => [],
    defer: (work) => setImmediate(work),
    entries: () => Promise.resolve(entries),
    setup: () => Promise.resolve(SETUP),
    onState: (state) => states.push(state),
    onReady: () => said.push('ready'),
    onRebuilt: (damage) => said.push(damage),
    onNotKept: (error) => said.push(`not kept: ${String(error)}`),
    onError: (error) => said.push(`error: ${String(error)}`),
    ...more,
  });
  return { library, worker, states, said, entries };
}
