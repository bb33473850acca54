import { type Disposable, type Event, EventEmitter, type LogOutputChannel } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  type NotificationType,
  type ProtocolNotificationType,
  State,
} from 'vscode-languageclient';
import { type ClientParts, clientOptions } from './client';
import { RestartBudget } from './restartBudget';

/** `stopped` before the first start; `failed` when the server could not be started or is not restarted any more. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** A client, and how to take its server away by force: called last, when there may be none any more. */
export interface ServerHandle {
  readonly client: BaseLanguageClient;
  readonly release: () => void;
}

/** Makes a client for the platform; `onFatal` tells of a server that cannot be started where the client does not. */
export type ServerFactory = (options: LanguageClientOptions, onFatal: (error: Error) => void) => ServerHandle;

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
  readonly #factory: ServerFactory;
  readonly #output: LogOutputChannel;
  readonly #parts: SessionParts;
  readonly #budget = new RestartBudget();
  readonly #changed = new EventEmitter<ServerState>();
  #state: ServerState = 'stopped';
  #handle: ServerHandle | undefined;
  #ending: Promise<void> = Promise.resolve();

  readonly onDidChangeState: Event<ServerState> = this.#changed.event;

  constructor(factory: ServerFactory, output: LogOutputChannel, parts: SessionParts) {
    this.#factory = factory;
    this.#output = output;
    this.#parts = parts;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server unless that has been done. Never rejects: the outcome is the state. */
  async start(): Promise<void> {
    await this.#ending;
    if (this.#handle) return;
    let hasRun = false;
    const isCurrent = (): boolean => this.#handle === handle;
    const options = clientOptions(this.#output, () => hasRun && isCurrent(), this.#budget, this.#parts);
    const handle = this.#factory(options, (error) => {
      this.#output.error(error);
      if (isCurrent() && this.#state === 'starting') this.#setState('failed');
    });
    this.#handle = handle;
    const { client } = handle;
    tame(client);
    this.#parts.connect(client);
    client.onDidChangeState(({ newState }) => {
      if (!isCurrent()) return;
      if (newState === State.Starting) this.#setState('starting');
      else if (newState === State.Running) {
        // Announced before the open documents are sent; the promise of the start is fulfilled after that.
        const started = (): void => {
          hasRun = true;
          if (isCurrent() && client.isRunning()) this.#setState('running');
        };
        void client.start().then(started, () => undefined);
      } else {
        // The library passes through here on its way to a restart, and is starting again by then.
        queueMicrotask(() => {
          if (isCurrent() && client.state !== State.Starting) this.#setState('failed');
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

  /** Ends the server, also one that has not answered yet. Never rejects. */
  async stop(): Promise<void> {
    const handle = this.#handle;
    if (handle) {
      this.#handle = undefined;
      this.#setState('stopped');
      this.#ending = end(handle, this.#output);
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
  notify<P>(type: NotificationType<P> | ProtocolNotificationType<P, unknown>, params: P): void {
    if (this.#state !== 'running' || !this.#handle) return;
    this.#handle.client
      .sendNotification(type.method, params)
      .catch((error: unknown) => this.#output.warn(String(error)));
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

/**
 * Keeps the library from doing two things when a server fails: showing messages, in English, that belong in the
 * log, and stopping a client that does not run, which it does itself and then leaves the rejection unhandled.
 */
function tame(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  client.error = (message, data): void => log(message, data, false);
  const stop = client.stop.bind(client);
  client.stop = async (timeout): Promise<void> => {
    if (client.isRunning()) await stop(timeout);
  };
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
