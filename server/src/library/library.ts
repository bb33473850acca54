import type { Locale } from '../core/messages/messages';
import { bankDocument } from '../core/phrases/load';
import { PhraseIndex } from '../core/phrases/index';
import { ReferenceLibrary } from '../core/references/library';
import type { References } from '../core/references/types';
import { Catalogue } from './catalogue';
import { findDocuments, type FoundDocuments, versionOf } from './finding';
import type { LibraryHost, LibraryState } from './libraryHost';
import { loadCatalogue, saveCatalogue, storePath } from './persistence';
import { documentPlaces, type DocumentPlace, mayName } from './places';
import { tagOf } from './tag';
import type {
  DocumentFacts,
  DocumentFile,
  DocumentView,
  DocumentWorker,
  LibraryProblem,
  ReadingSetup,
  ReadOutcome,
} from './types';

/** How long an editor is kept waiting at its end for what was read to be kept, milliseconds. */
const PATIENCE = 1500;

/** Keeps the reference documents of the window up to date, behind the edits the server answers. */
export class DocumentLibrary {
  #known: Catalogue | undefined;
  #worker: DocumentWorker | undefined;
  #setup: { readonly setup: ReadingSetup; readonly tag: string } | undefined;
  #places: readonly DocumentPlace[] = [];
  #folders: readonly string[] = [];
  #problems: readonly LibraryProblem[] = [];
  readonly #changed = new Set<string>();
  #wanted = false;
  #running: Promise<void> | undefined;
  #stopped = false;
  #disposed = false;
  /** Whether something is not on disk as it is in memory. */
  #unsaved = false;
  #progress = { state: 'reading' as LibraryState['state'], done: 0, total: 0 };

  constructor(private readonly host: LibraryHost) {}

  /** Begun when it is first needed, not while a start waits for it. */
  get #catalogue(): Catalogue {
    return (this.#known ??= this.#empty());
  }

  get references(): References {
    return this.#catalogue.references;
  }

  get state(): LibraryState {
    const documents = this.#catalogue.references.phrases.documents;
    let phrases = 0;
    for (const uri of this.#catalogue.references.documents.keys())
      phrases += documents.get(uri)?.phrases ?? 0;
    return {
      ...this.#progress,
      documents: this.#catalogue.size,
      phrases,
      problems: [...this.#problems, ...this.#catalogue.unread],
    };
  }

  facts(uri: string): DocumentFacts | undefined {
    return this.#catalogue.facts(uri);
  }

  /** Looks for documents, and reads what has changed since; soon. */
  refresh(): void {
    this.host.onAsked?.();
    this.#look();
  }

  #look(): void {
    this.#wanted = true;
    this.#stopped = false;
    if (this.#running || this.#disposed) return;
    this.#running = this.#pause().then(() => this.#run());
  }

  /** Files have changed, come or gone; those that are no documents are passed over. */
  filesChanged(uris: readonly string[]): void {
    const ours = uris.filter((uri) => this.#places.some((place) => mayName(place, uri)));
    if (ours.length === 0) return;
    for (const uri of ours) this.#changed.add(uri);
    this.#look();
  }

  /** Reads everything again. */
  reread(): void {
    this.#catalogue.forgetVersions();
    this.refresh();
  }

  /** Stops reading; what was read stays, the rest is read when something changes. */
  stop(): void {
    this.#stopped = true;
  }

  /** When nothing is being read or kept any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** A document as it was read; undefined for what is no document of the library. */
  async view(uri: string, locale: Locale): Promise<DocumentView | undefined> {
    if (!this.#worker || this.facts(uri) === undefined) return undefined;
    const bytes = this.#isOnDisk(uri) ? undefined : await this.#fromClient(uri);
    if (bytes !== undefined && !(bytes instanceof Uint8Array)) return undefined;
    const view = await this.#worker.view(uri, locale, bytes);
    return 'text' in view ? view : undefined;
  }

  /** Ends reading, and waits a little for what was read to be kept. */
  async close(): Promise<void> {
    this.stop();
    const running = this.#running;
    if (running) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)));
      await Promise.race([running, patience]);
      clearTimeout(timer);
    }
    this.#disposed = true;
    this.#worker?.dispose();
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#disposed) {
      this.#wanted = false;
      try {
        await this.#update();
      } catch (error) {
        this.host.onError(error);
        this.#tell('ready', 0, 0);
      }
    }
    this.#worker?.rest();
    // At once, so that no refresh falls between the end of the loop and the end of the promise.
    this.#running = undefined;
  }

  async #update(): Promise<void> {
    const entries = await this.host.entries();
    this.#folders = entries.flatMap(({ folder }) => folder ?? []);
    const worker = await this.#prepare();
    this.#places = documentPlaces(entries, this.#readsDisk ? { home: this.host.home } : undefined);
    const found = await findDocuments(this.#places, worker, this.host.client);
    const stale = this.#compare(found);
    const complete = await this.#readAll(stale, worker);
    if (this.#wanted || this.#disposed || !complete) return;
    this.host.onReady();
    await this.#settle();
    // Before, phrases are found more slowly.
    this.#tell('ready', 0, 0);
    await this.#save(worker);
  }

  /** The worker for what is read with now. When that has changed, what is kept on disk is tried, or all begins anew. */
  async #prepare(): Promise<DocumentWorker> {
    const setup = await this.host.setup();
    if (this.#worker && this.#setup?.setup === setup) return this.#worker;
    const tag = tagOf(setup, this.host.banks(), this.host.version);
    if (this.#worker && this.#setup?.tag === tag) {
      this.#setup = { setup, tag };
      return this.#worker;
    }
    this.#worker?.dispose();
    const first = this.#worker === undefined;
    const worker = (this.#worker = this.host.startWorker(setup));
    this.#setup = { setup, tag };
    const { storage } = this.host;
    const stored =
      storage === undefined || !first
        ? 'none'
        : await loadCatalogue(worker, storePath(storage, this.#folders), tag, () => this.#pause());
    if (stored instanceof Catalogue) this.#known = stored;
    else if (first) {
      if (stored !== 'none') this.host.onRebuilt(stored);
      this.#unsaved = stored !== 'none';
    } else {
      // What was read with the old setup serves the writer until it is read with the new one.
      this.#catalogue.forgetVersions();
      this.#unsaved = true;
    }
    return worker;
  }

  /** Drops what is gone. @returns the files to read */
  #compare({ files, problems, incomplete }: FoundDocuments): DocumentFile[] {
    this.#problems = problems;
    const there = new Set(files.map(({ uri }) => uri));
    if (!incomplete) {
      for (const uri of this.#catalogue.uris) {
        if (there.has(uri)) continue;
        if (this.#catalogue.remove(uri)) this.#unsaved = true;
      }
    }
    return files.filter((file) => this.#changed.has(file.uri) || this.#catalogue.isStale(file));
  }

  /** @returns whether it came to the end of the list, or was told to end there */
  async #readAll(files: readonly DocumentFile[], worker: DocumentWorker): Promise<boolean> {
    this.#changed.clear();
    this.#tell(files.length > 0 ? 'reading' : 'ready', 0, files.length);
    const step = Math.max(1, Math.floor(files.length / 100));
    for (const [number, file] of files.entries()) {
      const outcome = await this.#read(file, worker);
      if (this.#disposed) return false;
      if (outcome && this.#catalogue.put(outcome.file, outcome.result)) this.#unsaved = true;
      const done = number + 1;
      if (done === files.length || this.#stopped) break;
      // What has changed meanwhile is looked for at once; what was read is not read again.
      if (this.#wanted) {
        for (const { uri } of files.slice(done)) this.#changed.add(uri);
        return false;
      }
      if (done % step === 0) this.#tell('reading', done, files.length);
      await this.#pause();
    }
    return true;
  }

  /** @returns undefined when the file is as it was */
  async #read(
    file: DocumentFile,
    worker: DocumentWorker,
  ): Promise<{ readonly file: DocumentFile; readonly result: ReadOutcome } | undefined> {
    if (this.#isOnDisk(file.uri)) return { file, result: await worker.read(file) };
    const bytes = await this.#fromClient(file.uri);
    if (!(bytes instanceof Uint8Array)) return { file, result: bytes };
    const version = versionOf(bytes);
    if (version === this.#catalogue.version(file.uri)) {
      this.#catalogue.confirm(file.uri);
      return undefined;
    }
    const known = { uri: file.uri, version };
    return { file: known, result: await worker.read(known, bytes) };
  }

  /** Builds the index in when enough is new, in steps between which others are answered. */
  async #settle(): Promise<void> {
    const { phrases } = this.#catalogue.references;
    if (phrases.unsettled === 0) return;
    const steps = phrases.settling();
    while (!this.#wanted && !this.#disposed && steps.next().done !== true) await this.#pause();
  }

  async #save(worker: DocumentWorker): Promise<void> {
    const { storage } = this.host;
    if (!this.#unsaved || storage === undefined || this.#wanted || this.#disposed || !this.#setup) return;
    // Reading was stopped: what is left was read with another setup than the tag would say.
    if (this.#catalogue.hasForgotten) return;
    try {
      this.#unsaved = !(await saveCatalogue(
        this.#catalogue,
        worker,
        storePath(storage, this.#folders),
        this.#setup.tag,
        () => this.#pause(),
        () => this.#wanted || this.#disposed,
      ));
    } catch (error) {
      this.#unsaved = false;
      this.host.onNotKept(error);
    }
  }

  #tell(state: LibraryState['state'], done: number, total: number): void {
    this.#progress = { state, done, total };
    this.host.onState(this.state);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => this.host.defer(resolve));
  }

  #isOnDisk(uri: string): boolean {
    return this.#readsDisk && uri.startsWith('file:');
  }

  async #fromClient(uri: string): Promise<Uint8Array | LibraryProblem> {
    return (await this.host.client?.read(uri)) ?? { uri, kind: 'failed' };
  }

  get #readsDisk(): boolean {
    return this.host.mayReadDisk && this.#worker?.hasDisk === true;
  }

  /** Without documents, with the phrases of the banks. */
  #empty(): Catalogue {
    const phrases = new PhraseIndex();
    for (const bank of this.host.banks()) phrases.add(bankDocument(bank, this.host.version));
    phrases.settle();
    return new Catalogue(new ReferenceLibrary(phrases));
  }
}
