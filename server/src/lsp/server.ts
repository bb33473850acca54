import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { messages, toLocale } from '../core/messages/messages';
import type { References } from '../core/references/types';
import type { FileAccess } from '../files/fileAccess';
import type { DocumentLibrary } from '../library/library';
import { RubricStore } from '../rubrics/rubricStore';
import { followChanges, urisOf } from './changes';
import { clientFiles } from './clientFiles';
import type { Host, ServerContext } from './context';
import { shows } from './convert';
import { startDocuments } from './documents';
import { answerDraftRequests } from './draftRequests';
import { refuseLate } from './afterShutdown';
import { answerFeatures, OFFERED_KINDS } from './features';
import { OpenDocuments } from './openDocuments';
import { answerPhraseRequests, COMPLETION_TRIGGERS } from './phraseFeatures';
import type { InitializationOptions } from './protocol';
import { Publisher } from './publisher';
import { answerQuestionRequests } from './questionRequests';
import { locator } from './referenceLinks';
import { answerReportRequests } from './reportRequests';
import { Session } from './session';
import { SettingsStore } from './settings';
import { answerTreeRequests } from './treeRequests';
import { answerToolRequests } from './toolRequests';

const NO_FILES: FileAccess = { find: () => Promise.resolve([]), read: () => Promise.resolve(null) };

/** What the server can do, whatever the client can. */
const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  codeActionProvider: { codeActionKinds: OFFERED_KINDS },
  hoverProvider: true,
  documentSymbolProvider: { label: '章法' },
  codeLensProvider: {},
  foldingRangeProvider: true,
  completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
  definitionProvider: true,
  workspaceSymbolProvider: true,
  inlayHintProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Wires the language features to a connection and starts listening. */
export function startServer(connection: Connection, host: Host): void {
  let initialized = false;
  connection.onInitialize((params) => {
    if (initialized) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize came twice');
    const result = initialize(connection, host, params);
    initialized = true;
    return result;
  });
  refuseLate(connection);
  // Asked when nobody else answers: for any request before `initialize`, for an unknown one afterwards.
  connection.onRequest((method) =>
    initialized
      ? new ResponseError(ErrorCodes.MethodNotFound, `Unknown request ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize`),
  );
  connection.listen();
}

function initialize(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const { capabilities } = params;
  const { workspace } = capabilities;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const locale = toLocale(options.locale ?? params.locale);
  const folders = new Set(workspaceFolders(params));
  const files = options.fileAccess ? clientFiles(connection) : (host.files ?? NO_FILES);
  const documents = new OpenDocuments();
  const settings = new SettingsStore(connection, workspace?.configuration === true, options.zhangfa, (key) =>
    connection.console.warn(messages(locale).settingRefused(key)),
  );
  const rubrics = new RubricStore(host, files);
  // Read while the client makes something of the answer.
  host.defer(() => rubrics.builtin);
  const session = new Session(
    documents,
    settings,
    rubrics,
    () => [...folders],
    locale,
    (message) => connection.console.error(message),
  );
  const references = (): References => library.references;
  const locate = locator(references, options.virtualDocuments === true);
  const shown = shows(capabilities, locate);
  const publisher = new Publisher(connection, session, host, shown, options.coverage === true);
  const context: ServerContext = {
    connection,
    host,
    options,
    capabilities,
    locale,
    folders,
    files,
    settings,
    rubrics,
    session,
    publisher,
  };
  const library: DocumentLibrary = startDocuments(context);
  followChanges(context, folders, library);
  connection.onShutdown(() => library.close());
  answerFeatures(context, references, shown);
  answerPhraseRequests(context, references, locate);
  answerDraftRequests(context);
  answerQuestionRequests(context);
  answerTreeRequests(context);
  answerReportRequests(context, locate);
  answerToolRequests(context, references);

  return { serverInfo: { name: 'zhangfa', version: host.version }, capabilities: { ...CAPABILITIES } };
}

/** The folders a client works in; older clients know only a root. */
function workspaceFolders(params: InitializeParams): string[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { workspaceFolders, rootUri } = params;
  return workspaceFolders ? urisOf(workspaceFolders) : urisOf([{ uri: rootUri }]);
}
