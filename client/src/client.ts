import { env, type LogOutputChannel, workspace } from 'vscode';
import {
  CloseAction,
  type DocumentSelector,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import type { RestartBudget } from './restartBudget';

/** Also the section of the settings in which the client library looks for `trace.server`. */
export const CLIENT_ID = 'zhangfa';
export const CLIENT_NAME = '章法';

/** Malformed messages in a row after which the connection is given up. */
const MAX_ERRORS = 3;

/** Where writing happens; views of older versions (`git:`), notebook cells and our own reports are none of it. */
const WRITING_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** Schemes of the documents the server is told about: the usual ones, and those of the workspace's own folders. */
export function documentSchemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set([...WRITING_SCHEMES, ...folders])];
}

/** What of a client is decided where it is put to use. */
export interface ClientParts {
  readonly middleware?: Middleware;
  /** Folder, as a `file:` URI, where the server may keep what it has built. */
  readonly storage?: string;
}

/**
 * Options of a new language client.
 * @param output where the client and the server log; not disposed by the client
 * @param hasRun whether this client's server has ever answered: one that fails at once would only fail again
 * @param budget shared by all clients of the window
 */
export function clientOptions(
  output: LogOutputChannel,
  hasRun: () => boolean,
  budget: RestartBudget,
  { middleware, storage }: ClientParts = {},
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    locale: env.language,
    fileAccess: true,
    commands: true,
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
