import { type Disposable, type Event, EventEmitter, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, NotificationType } from 'vscode-languageclient';
import { RestartBudget } from './restartBudget';
import type { ClientParts, Ending, Progress, ServerFactory, ServerHandle } from './serverHandle';

/** `stopped` before the first start; `failed` when the server could not be started or is not restarted any more. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** What a session adds to each new client. */
export interface SessionParts extends ClientParts {
  /** Called before the client starts, to add what it answers and listens to. */
  readonly connect: (client: BaseLanguageClient) => void;
}

/** There is no server to ask. */
export class ServerUnavailableError extends Error {
  override readonly name = 'ServerUnavailableError';
}

/**
 * The life of the language server in this window: start, restart, end. A client that has failed once cannot be
 * started again, so every restart makes a new one.
 */
export class Session implements Disposable {
  readonly #load: () => Promise<ServerFactory>;
  readonly #output: LogOutputChannel;
  readonly #parts: SessionParts;
  readonly #budget = new RestartBudget();
  readonly #changed = new EventEmitter<ServerState>();
  #state: ServerState = 'stopped';
  #handle: ServerHandle | undefined;
  /** The start under way or done; undefined when there is to be no server. */
  #start: object | undefined;
  #ending: Promise<void> = Promise.resolve();

  readonly onDidChangeState: Event<ServerState> = this.#changed.event;

  /** @param load what makes a client, which is a lot of code: called at every start */
  constructor(load: () => Promise<ServerFactory>, output: LogOutputChannel, parts: SessionParts) {
    this.#load = load;
    this.#output = output;
    this.#parts = parts;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server unless that has been done. Never rejects: the outcome is the state. */
  async start(): Promise<void> {
    if (this.#start) return;
    const start = (this.#start = {});
    await this.#ending;
    const factory = await this.#load().catch((error: unknown) => {
      this.#output.error(error instanceof Error ? error : String(error));
      return undefined;
    });
    if (start !== this.#start) return;
    if (factory) await this.#run(factory);
    else this.#setState('failed');
  }

  async #run(factory: ServerFactory): Promise<void> {
    let hasRun = false;
    const isCurrent = (): boolean => this.#handle === handle;
    const handle = factory({
      output: this.#output,
      hasRun: () => hasRun && isCurrent(),
      budget: this.#budget,
      onFatal: (error) => {
        this.#output.error(error);
        if (isCurrent() && this.#state === 'starting') this.#setState('failed');
      },
      ...this.#parts,
    });
    this.#handle = handle;
    const { client } = handle;
    this.#parts.connect(client);
    handle.onDidChangeState((state) => {
      if (!isCurrent()) return;
      if (state === 'starting') this.#setState('starting');
      else if (state === 'running') {
        // Announced before the open documents are sent; the promise of the start is fulfilled after that.
        const started = (): void => {
          hasRun = true;
          if (isCurrent() && client.isRunning()) this.#setState('running');
        };
        void client.start().then(started, () => undefined);
      } else {
        // The library passes through here on its way to a restart, and is starting again by then.
        queueMicrotask(() => {
          if (isCurrent() && handle.state !== 'starting') this.#setState('failed');
        });
      }
    });
    // The client logs why it could not start.
    await client.start().catch(() => {
      if (isCurrent()) this.#setState('failed');
    });
  }

  /** Ends the server and starts a new one. Never rejects. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Has a new server take the place of the one there is, if there is one. Never rejects. */
  async renew(): Promise<void> {
    if (this.#start) await this.restart();
  }

  /** Ends the server, also one that has not answered yet. Never rejects. */
  async stop(): Promise<void> {
    this.#start = undefined;
    const handle = this.#handle;
    if (handle) {
      this.#handle = undefined;
      // First, since whoever hears of the new state may want a server again, which then waits for this one to end.
      this.#ending = end(handle, this.#output);
      this.#setState('stopped');
    }
    await this.#ending;
  }

  /**
   * The client of a running server; starts it if need be and waits for it.
   * @throws ServerUnavailableError when there is none
   */
  async ready(): Promise<BaseLanguageClient> {
    if (this.#state === 'stopped') void this.start();
    while (this.#state === 'stopped' || this.#state === 'starting') await this.#nextState();
    if (this.#state !== 'running' || !this.#handle) throw new ServerUnavailableError();
    return this.#handle.client;
  }

  /** Sends a notification if the server is running; else there is nobody to whom it would matter. */
  notify<P>(type: NotificationType<P>, params: P): void {
    if (this.#state !== 'running' || !this.#handle) return;
    this.#handle.client
      .sendNotification(type.method, params)
      .catch((error: unknown) => this.#output.warn(String(error)));
  }

  /** Listens to the progress of a request that carries `token`, for as long as there is a server. */
  onProgress(token: string, listener: (progress: Progress) => void): Ending {
    return this.#handle?.onProgress(token, listener) ?? { dispose: () => undefined };
  }

  dispose(): void {
    void this.stop().finally(() => this.#changed.dispose());
  }

  async #nextState(): Promise<void> {
    return new Promise((resolve) => {
      const listener = this.onDidChangeState(() => {
        listener.dispose();
        resolve();
      });
    });
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#output.info(`Server: ${state}`);
    this.#changed.fire(state);
  }
}

async function end({ client, release }: ServerHandle, output: LogOutputChannel): Promise<void> {
  try {
    // Does nothing to a client that is starting: taking the server away from it ends it.
    await client.stop();
  } catch (error) {
    output.warn(`Server did not end in order: ${String(error)}`);
  } finally {
    release();
  }
}
