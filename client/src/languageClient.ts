/**
 * What needs the library of the language client. That is the greater part of the code of the extension, so it is
 * loaded only when a server is to be started.
 */
import { env, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type DocumentSelector,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { CLIENT_ID, documentSchemes } from './client';
import type { RestartBudget } from './restartBudget';
import type { ConnectionState, ServerHandle, ServerOrder } from './serverHandle';

/** Malformed messages in a row after which the connection is given up. */
const MAX_ERRORS = 3;

const STATES: Readonly<Record<State, ConnectionState>> = {
  [State.Starting]: 'starting',
  [State.StartFailed]: 'stopped',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
};

/**
 * Makes a client as it is ordered.
 * @param make makes the platform's client, and says how to take its server away by force
 */
export function orderServer(
  order: ServerOrder,
  make: (options: LanguageClientOptions) => Pick<ServerHandle, 'client' | 'release'>,
): ServerHandle {
  const { client, release } = make(clientOptions(order));
  tame(client);
  return {
    client,
    release,
    get state() {
      return STATES[client.state];
    },
    onDidChangeState: (listener) => client.onDidChangeState(({ newState }) => listener(STATES[newState])),
    onProgress: (token, listener) =>
      client.onProgress(WorkDoneProgress.type, token, (value) => {
        if (value.kind !== 'end') listener(value);
      }),
  };
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

/** Options of a new language client. */
function clientOptions({ output, hasRun, budget, middleware, storage }: ServerOrder): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    locale: env.language,
    fileAccess: true,
    commands: true,
    coverage: true,
    virtualDocuments: true,
    trusted: workspace.isTrusted,
    ...(storage === undefined ? {} : { storage }),
  };
  return {
    documentSelector: documentSelector(documentSchemes()),
    diagnosticCollectionName: CLIENT_ID,
    outputChannel: output,
    // Failures are told by us, in the writer's language and with a way out.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    initializationFailedHandler: () => false,
    errorHandler: errorHandler(hasRun, budget),
    ...(middleware && { middleware }),
  };
}

function documentSelector(schemes: readonly string[]): DocumentSelector {
  return schemes.flatMap((scheme) => [
    { scheme, language: 'markdown' },
    // Rubrics being written, so that their faults show before they are saved.
    { scheme, language: 'yaml', pattern: '**/.zhangfa/rubrics/**' },
  ]);
}

function errorHandler(hasRun: () => boolean, budget: RestartBudget): ErrorHandler {
  return {
    error: (_error, _message, count = 0) => ({
      action: count <= MAX_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => ({
      action: hasRun() && budget.allow(Date.now()) ? CloseAction.Restart : CloseAction.DoNotRestart,
      handled: true,
    }),
  };
}
