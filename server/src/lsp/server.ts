import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { TextChange } from '../core/draft/draft';
import { messages, toLocale } from '../core/messages/messages';
import type { References } from '../core/references/types';
import type { FileAccess } from '../files/fileAccess';
import type { DocumentLibrary } from '../library/library';
import { RubricStore } from '../rubrics/rubricStore';
import { clientFiles } from './clientFiles';
import type { Host, ServerContext } from './context';
import { shows } from './convert';
import { startDocuments } from './documents';
import { answerDraftRequests } from './draftRequests';
import { refuseLate } from './afterShutdown';
import { answerFeatures, OFFERED_KINDS } from './features';
import { OpenDocuments } from './openDocuments';
import { answerPhraseRequests, COMPLETION_TRIGGERS } from './phraseFeatures';
import { CursorNotification, type InitializationOptions, PauseNotification } from './protocol';
import { Publisher } from './publisher';
import { locator } from './referenceLinks';
import { answerReportRequests } from './reportRequests';
import { Session } from './session';
import { SettingsStore } from './settings';
import { answerTreeRequests } from './treeRequests';
import { answerToolRequests } from './toolRequests';

const NO_FILES: FileAccess = { find: () => Promise.resolve([]), read: () => Promise.resolve(null) };

/** After how long documents are looked for though no draft was opened, in milliseconds. */
const UNASKED = 100;

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
  // A client may refuse what it has announced; the server goes on without.
  const refused = (error: unknown): void => connection.console.warn(String(error));
  const refreshLenses = (): void => {
    if (workspace?.codeLens?.refreshSupport)
      connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
  };

  const reload = (): void => {
    session.invalidate();
    publisher.scheduleAll();
    library.refresh();
  };

  connection.onInitialized(() => {
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'zhangfa' })
        .catch(refused);
    }
    if (workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const uri of urisOf(removed)) folders.delete(uri);
        for (const uri of urisOf(added)) folders.add(uri);
        rubrics.reload();
        reload();
      });
    }
    // The first diagnostics do not wait for documents; where no draft is open, nobody waits.
    const read = once(() => library.refresh());
    publisher.afterNext(read);
    host.later(read, UNASKED);
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    rubrics.reload();
    reload();
    refreshLenses();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => /\.ya?ml$/i.test(uri))) {
      rubrics.reload();
      reload();
    }
    library.filesChanged(changes.map(({ uri }) => uri));
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
    // Asked for now, the settings are there when the draft has been read.
    if (languageId === 'markdown') void settings.for(uri);
    publisher.schedule(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const changes: (TextChange | undefined)[] = [];
    if (documents.change(uri, version, contentChanges, (change) => changes.push(change)))
      publisher.edited(uri, changes);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // For editors that do not watch files.
    library.filesChanged([uri]);
    publisher.saved(uri);
    if (documents.document(uri)?.languageId !== 'yaml') return;
    rubrics.reload();
    reload();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    session.forget(uri);
    publisher.clear(uri);
  });
  connection.onNotification(CursorNotification, ({ uri, line }) => publisher.cursor(uri, line));
  connection.onNotification(PauseNotification, ({ paused }) => {
    publisher.pause(paused);
    refreshLenses();
  });
  connection.onShutdown(() => library.close());

  answerFeatures(context, references, shown);
  answerPhraseRequests(context, references, locate);
  answerDraftRequests(context);
  answerTreeRequests(context);
  answerReportRequests(context, locate);
  answerToolRequests(context, references);

  return {
    serverInfo: { name: 'zhangfa', version: host.version },
    capabilities: {
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
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}

/** The folders a client works in; older clients know only a root. */
function workspaceFolders(params: InitializeParams): string[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { workspaceFolders, rootUri } = params;
  return workspaceFolders ? urisOf(workspaceFolders) : urisOf([{ uri: rootUri }]);
}

/** Clients are of many makers: what is no URI is no folder, and does not take the others with it. */
function urisOf(folders: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(folders) ? folders : [];
  return all.flatMap((folder) => {
    const uri = typeof folder === 'object' && folder !== null && 'uri' in folder ? folder.uri : undefined;
    return typeof uri === 'string' && uri !== '' ? [uri] : [];
  });
}
