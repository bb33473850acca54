import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  CodeActionKind,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { parseDraft } from '../core/draft/draft';
import { codeActions } from '../core/features/codeActions';
import { codeLenses } from '../core/features/codeLens';
import { foldingRanges } from '../core/features/folding';
import { setFramework } from '../core/features/frontMatterEdits';
import { hover } from '../core/features/hover';
import { insertSection } from '../core/features/insertSection';
import { newDraft, questionOnly } from '../core/features/newDraft';
import { outline } from '../core/features/outline';
import { reportMarkdown } from '../core/features/report';
import { toLocale } from '../core/messages/messages';
import type { Builtin } from '../builtin';
import type { FileAccess } from '../files/fileAccess';
import { clientFiles } from './clientFiles';
import { toCodeAction, toCodeLens, toDocumentSymbol, toHover, toTextEdits } from './convert';
import { OpenDocuments } from './openDocuments';
import * as protocol from './protocol';
import { Publisher } from './publisher';
import { RubricStore } from '../rubrics/rubricStore';
import { Session } from './session';
import { SettingsStore } from './settings';
import { workspaceReport } from './workspaceReport';

/** What the place the server runs in provides. */
export interface Host {
  readonly builtin: Builtin;
  readonly version: string;
  /** Used when the client does not offer its own file access; absent in a browser. */
  readonly files?: FileAccess;
  /** Runs work after the messages already received have been handled. */
  readonly defer: (work: () => void) => void;
}

const NO_FILES: FileAccess = { find: () => Promise.resolve([]), read: () => Promise.resolve(null) };

/** Wires the language features to a connection and starts listening. */
export function startServer(connection: Connection, host: Host): void {
  let initialized = false;
  connection.onInitialize((params) => {
    if (initialized) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize came twice');
    initialized = true;
    return initialize(connection, host, params);
  });
  // Asked when nobody else answers: for any request before `initialize`, for an unknown one afterwards.
  connection.onRequest((method) =>
    initialized
      ? new ResponseError(ErrorCodes.MethodNotFound, `Unknown request ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize`),
  );
  connection.listen();
}

function initialize(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const { workspace, textDocument } = params.capabilities;
  const options = (params.initializationOptions ?? {}) as protocol.InitializationOptions;
  const locale = toLocale(options.locale ?? params.locale);
  const folders = new Set(workspaceFolders(params));
  const files = options.fileAccess ? clientFiles(connection) : (host.files ?? NO_FILES);
  const documents = new OpenDocuments();
  const settings = new SettingsStore(connection, workspace?.configuration === true);
  const rubrics = new RubricStore(host.builtin, files);
  const session = new Session(
    documents,
    settings,
    rubrics,
    () => [...folders],
    locale,
    (message) => connection.console.error(message),
  );
  const publisher = new Publisher(connection, session, host.defer);
  const action = {
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    commands: options.commands === true,
  };
  // A client may refuse what it has announced; the server goes on without.
  const refused = (error: unknown): void => connection.console.warn(String(error));
  const refreshLenses = (): void => {
    if (workspace?.codeLens?.refreshSupport)
      connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
  };

  const reload = (): void => {
    session.invalidate();
    publisher.scheduleAll();
  };

  connection.onInitialized(() => {
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'zhangfa' })
        .catch(refused);
    }
    if (workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        rubrics.reload();
        reload();
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    rubrics.reload();
    reload();
    refreshLenses();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(({ uri }) => /\.ya?ml$/i.test(uri))) return;
    rubrics.reload();
    reload();
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
    publisher.schedule(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (documents.change(uri, version, contentChanges)) publisher.schedule(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (documents.document(uri)?.languageId !== 'yaml') return;
    rubrics.reload();
    reload();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    session.forget(uri);
    publisher.clear(uri);
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    if (
      context.only &&
      !context.only.some(
        (kind) =>
          kind === '' || kind === CodeActionKind.QuickFix || kind.startsWith(`${CodeActionKind.QuickFix}.`),
      )
    )
      return [];
    const checked = await session.check(uri);
    if (!checked?.analysis) return [];
    const { document, analysis, findings } = checked;
    const span = { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
    return codeActions(analysis, findings, span, locale).flatMap(
      (found) => toCodeAction(document, found, action) ?? [],
    );
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, analysis, findings } = checked;
    const found = hover(analysis, findings, document.offsetAt(position), locale);
    return found ? toHover(document, found, textDocument?.hover?.contentFormat) : null;
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return [];
    const { document, analysis } = checked;
    return outline(analysis, locale).map((symbol) => toDocumentSymbol(document, symbol));
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis || !checked.settings.codeLens || !action.commands) return [];
    return codeLenses(checked.analysis, locale).map((lens) => toCodeLens(checked.document, lens));
  });
  connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return [];
    const { document, analysis } = checked;
    return foldingRanges(analysis)
      .map(({ from, to }) => ({
        startLine: document.positionAt(from).line,
        endLine: document.positionAt(to).line,
      }))
      .filter(({ startLine, endLine }) => endLine > startLine);
  });

  connection.onNotification(protocol.TreatAsDraftNotification, ({ uri }) => {
    session.treatAsDraft(uri);
    publisher.schedule(uri);
  });
  connection.onRequest(protocol.FrameworksRequest, async ({ uri, question }) => {
    const checked = uri === undefined ? undefined : await session.check(uri);
    const folder = uri === undefined ? [...folders][0] : session.rubricFolderOf(uri);
    const inForce = checked?.rubrics ?? (await rubrics.for(folder, (await settings.for(folder)).rubrics));
    const asked =
      question === undefined ? undefined : inForce.analyzer.analyse(parseDraft(questionOnly(question)));
    const choice = checked?.analysis?.choice ?? asked?.choice;
    const ordered = choice
      ? [choice.framework, ...choice.alternatives.map(({ framework }) => framework)]
      : inForce.analyzer.rubrics.frameworks;
    return ordered.map(({ id, title, sections, origin }) => ({
      id,
      title: title[locale],
      sections: sections.map((section) => section.title[locale]),
      origin,
    }));
  });
  connection.onRequest(protocol.ReportRequest, async ({ uri }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const name = Utils.basename(URI.parse(uri)) || uri;
    return {
      markdown: reportMarkdown(
        checked.analysis,
        checked.findings,
        name,
        locale,
        (line, column) => `${uri}#L${line},${column}`,
      ),
    };
  });
  connection.onRequest(protocol.WorkspaceReportRequest, ({ workDoneToken }, token) =>
    workspaceReport(session, files, [...folders], attachWorkDone(connection, workDoneToken), token),
  );
  connection.onRequest(protocol.NewDraftRequest, async ({ framework: id, question }) => {
    const folder = [...folders][0];
    const { analyzer } = await rubrics.for(folder, (await settings.for(folder)).rubrics);
    const framework = analyzer.rubrics.frameworks.find((candidate) => candidate.id === id);
    return framework ? { text: newDraft(framework, question) } : null;
  });
  connection.onRequest(protocol.InsertSectionRequest, async ({ uri, section }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const edits = insertSection(checked.analysis, section);
    return edits.length === 0
      ? null
      : { version: checked.document.version, edits: toTextEdits(checked.document, edits) };
  });
  connection.onRequest(protocol.SetFrameworkRequest, async ({ uri, framework }) => {
    const checked = await session.check(uri);
    if (!checked?.rubrics.analyzer.rubrics.frameworks.some(({ id }) => id === framework)) return null;
    return {
      version: checked.document.version,
      edits: toTextEdits(checked.document, setFramework(checked.draft, framework)),
    };
  });

  return {
    serverInfo: { name: 'zhangfa', version: host.version },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      hoverProvider: true,
      documentSymbolProvider: { label: '章法' },
      codeLensProvider: {},
      foldingRangeProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** The folders a client works in; older clients know only a root. */
function workspaceFolders(params: InitializeParams): string[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { workspaceFolders, rootUri } = params;
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** Reports progress to the token the client gave; a client that gave none sees none. */
function attachWorkDone(connection: Connection, workDoneToken: string | undefined): WorkDoneProgressReporter {
  return connection.window.attachWorkDoneProgress(workDoneToken);
}
