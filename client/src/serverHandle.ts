import type { LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import type { RestartBudget } from './restartBudget';

/** As the client library says it. */
export type ConnectionState = 'starting' | 'running' | 'stopped';

/** Ends what was begun. */
export interface Ending {
  dispose(): void;
}

/** What of a client is decided where it is put to use. */
export interface ClientParts {
  readonly middleware?: Middleware;
  /** Folder, as a `file:` URI, where the server may keep what it has built. */
  readonly storage?: string;
}

/** What a new client is made for. */
export interface ServerOrder extends ClientParts {
  /** Where the client and the server log; not disposed by the client. */
  readonly output: LogOutputChannel;
  /** Whether this client's server has ever answered: one that fails at once would only fail again. */
  readonly hasRun: () => boolean;
  /** Shared by all clients of the window. */
  readonly budget: RestartBudget;
  /** Tells of a server that cannot be started where the client does not. */
  readonly onFatal: (error: Error) => void;
}

/** How far a long request is. */
export interface Progress {
  /** 0 to 100. */
  readonly percentage?: number;
  readonly message?: string;
}

/** A client, and how to take its server away by force: called last, when there may be none any more. */
export interface ServerHandle {
  readonly client: BaseLanguageClient;
  readonly release: () => void;
  readonly state: ConnectionState;
  readonly onDidChangeState: (listener: (state: ConnectionState) => void) => Ending;
  /** Listens to the progress of the request that carries `token`. */
  readonly onProgress: (token: string, listener: (progress: Progress) => void) => Ending;
}

/** Makes a client for the platform. */
export type ServerFactory = (order: ServerOrder) => ServerHandle;
