import { access } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import type { Answer, Calls, Method } from './messages';
import type { DocumentWorker, KeptDocument, ReadingSetup, StartWorker } from './types';

/** What a thread may take, so that no file can take the server's memory or time. */
export interface ThreadLimits {
  /** Memory for what is read, in MB. */
  readonly megabytes: number;
  /** What a thread is given beyond the time limit for one file, to say itself that the time is up; milliseconds. */
  readonly grace: number;
}

const THREAD_LIMITS: ThreadLimits = { megabytes: 768, grace: 5_000 };

/**
 * Reads documents in a thread, so that edits are answered meanwhile. The thread is started when it is first needed,
 * given back when it rests, and replaced when it dies or takes too long.
 * @param script path of the bundle whose entry is `documentsWorker.ts`
 */
export function threadWorker(script: string, limits: ThreadLimits = THREAD_LIMITS): StartWorker {
  return (setup) => new ThreadWorker(script, setup, limits);
}

/** Why a call has no answer. */
class Ended extends Error {
  constructor(
    readonly kind: 'timeout' | 'memory' | 'failed',
    readonly detail?: string,
  ) {
    super(detail ?? kind);
  }
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
  readonly part: ((part: KeptDocument) => void) | undefined;
  readonly timer: NodeJS.Timeout | undefined;
}

class ThreadWorker implements DocumentWorker {
  readonly hasDisk = true;
  #thread: Worker | undefined;
  #resting = false;
  #id = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(
    private readonly script: string,
    private readonly setup: ReadingSetup,
    private readonly limits: ThreadLimits,
  ) {}

  find: DocumentWorker['find'] = async (inputs) => {
    // Most writers have no documents yet: they need no thread to be told so.
    const there = await Promise.all(
      inputs.map(async (input) => picomatch.scan(input).isGlob || (await exists(input))),
    );
    if (there.includes(true)) return this.#call('find', { inputs });
    return {
      files: [],
      problems: inputs.map((input) => ({ uri: URI.file(input).toString(), kind: 'gone' as const })),
    };
  };

  read: DocumentWorker['read'] = (file, bytes) =>
    this.#call('read', { file, bytes }, { limited: true }).catch((error: unknown) =>
      problemOf(file.uri, error),
    );

  view: DocumentWorker['view'] = (uri, locale, bytes) =>
    this.#call('view', { uri, locale, bytes }, { limited: true }).catch((error: unknown) =>
      problemOf(uri, error),
    );

  load: DocumentWorker['load'] = async (path, tag) => {
    if (!(await exists(path))) return 'none';
    const documents: KeptDocument[] = [];
    const index = await this.#call('load', { path, tag }, { part: (document) => documents.push(document) });
    return typeof index === 'string' ? index : { index, documents };
  };

  keep: DocumentWorker['keep'] = (document) => {
    // When the thread dies the save that follows fails, and says so.
    this.#call('keep', { document }).catch(() => undefined);
  };

  save: DocumentWorker['save'] = async (path, tag, index, documents) => {
    await this.#call('save', { path, tag, index, documents }, { transfer: [index] });
  };

  rest(): void {
    this.#resting = true;
    this.#restIfIdle();
  }

  dispose(): void {
    this.#end(new Ended('failed', 'stopped'));
  }

  #call<M extends Method>(
    method: M,
    params: Calls[M]['params'],
    options: {
      readonly limited?: boolean;
      readonly part?: (part: KeptDocument) => void;
      readonly transfer?: readonly ArrayBuffer[];
    } = {},
  ): Promise<Calls[M]['result']> {
    if (method !== 'view') this.#resting = false;
    const thread = (this.#thread ??= this.#start());
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      const { milliseconds } = this.setup.limits;
      const timer = options.limited
        ? setTimeout(
            () => this.#end(new Ended('timeout', String(Math.round(milliseconds / 1000)))),
            milliseconds + this.limits.grace,
          ).unref()
        : undefined;
      this.#waiting.set(id, { resolve, reject, part: options.part, timer });
      thread.postMessage({ id, method, params }, options.transfer);
    });
  }

  #start(): Worker {
    const thread = new Worker(this.script, {
      workerData: this.setup,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes },
      // Messages of libraries must not get into the protocol on standard output.
      stdout: true,
      stderr: true,
    });
    const ended = (reason: Ended): void => {
      if (this.#thread === thread) this.#end(reason);
    };
    thread.on('message', (answer: Answer) => {
      if (this.#thread === thread) this.#answered(answer);
    });
    thread.on('error', (error: Error & { readonly code?: string }) =>
      ended(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Ended('memory') : new Ended('failed', error.message),
      ),
    );
    thread.on('exit', (code) => ended(new Ended('failed', `exit ${code}`)));
    thread.stdout.resume();
    thread.stderr.resume();
    // The process ends with its connection, whatever is still being read.
    thread.unref();
    return thread;
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if ('part' in answer) {
      waiting.part?.(answer.part);
      return;
    }
    this.#waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if ('error' in answer) waiting.reject(new Ended('failed', answer.error));
    else waiting.resolve(answer.result as never);
    this.#restIfIdle();
  }

  #restIfIdle(): void {
    if (this.#resting && this.#waiting.size === 0) this.#end(new Ended('failed', 'at rest'));
  }

  /** Ends the thread; the next call starts another. */
  #end(reason: Ended): void {
    const thread = this.#thread;
    this.#thread = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, timer } of waiting) {
      clearTimeout(timer);
      reject(reason);
    }
    void thread?.terminate();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: unknown) =>
      !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')),
  );
}

function problemOf(uri: string, error: unknown): { uri: string; kind: Ended['kind']; detail?: string } {
  if (!(error instanceof Ended)) return { uri, kind: 'failed', detail: String(error) };
  return { uri, kind: error.kind, ...(error.detail === undefined ? {} : { detail: error.detail }) };
}
