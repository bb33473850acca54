import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  type LogMessageParams,
  LogMessageNotification,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  type ShowMessageParams,
  ShowMessageRequest,
  type ProgressToken,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import {
  type CoverageParams,
  CoverageNotification,
  DocumentsNotification,
  type DocumentsParams,
  FindDocumentsRequest,
  FindFilesRequest,
  type InitializationOptions,
  ReadFileRequest,
} from '../../server/src/lsp/protocol';
import { Recorder } from './recorder';
import type { Files, TempFolder } from './tempFolder';

/** Tests want to know at once what is found where they write; those of calm writing set this themselves. */
export const SAYS_ALL = { calmWhileTyping: false };

/** What was told of a piece of work. */
interface Told {
  readonly token: ProgressToken;
  readonly value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;
}

/** The client a test plays. */
export interface ClientOptions {
  /** What is started: a script in dist/ and its arguments. */
  readonly program?: readonly [string, ...string[]];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  readonly locale?: string;
  /** Written to a folder of the test's own before the server starts. */
  readonly files?: Files;
  /** Workspace folders, as paths below that folder; the folder itself when there are files. */
  readonly folders?: readonly string[];
  /** Sent with `initialize` in preference to the above. */
  readonly initialize?: (root: TempFolder) => Record<string, unknown>;
  /** The section `zhangfa` of the settings; a function is asked for each URI, and may answer late. */
  readonly configuration?: unknown;
  /** Answers the server's questions about files. */
  readonly fileAccess?: {
    find(folder: string, globs: readonly string[]): Promise<readonly string[]>;
    /** Files an entry of `zhangfa.documents` names. */
    documents?(folder: string, entry: string): Promise<readonly string[]>;
    read(uri: string): Promise<Uint8Array | null>;
  };
  /** What the server logs as an error fails the test, unless it is expected. */
  readonly mayLogErrors?: boolean;
}

/** The client's end of a connection: answers the server and records what it says. */
export class RecordingClient {
  readonly diagnostics = new Recorder<PublishDiagnosticsParams>();
  readonly coverage = new Recorder<CoverageParams>();
  /** Messages in a window, with or without an answer. */
  readonly shown = new Recorder<ShowMessageParams>();
  readonly logs = new Recorder<LogMessageParams>();
  /** Methods registered after the start. */
  readonly registered = new Recorder<string>();
  readonly lensesRefreshed = new Recorder<true>();
  readonly documents = new Recorder<DocumentsParams>();
  /** What was told of work the server began by itself. */
  readonly progress = new Recorder<Told>();
  protected configuration: unknown;

  constructor(
    readonly connection: ProtocolConnection,
    readonly options: ClientOptions,
  ) {
    this.configuration = options.configuration ?? SAYS_ALL;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.diagnostics.add(params));
    connection.onNotification(CoverageNotification, (params) => this.coverage.add(params));
    connection.onNotification(DocumentsNotification, (params) => this.documents.add(params));
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (value) => {
        this.progress.add({ token, value });
      });
    });
    connection.onNotification(ShowMessageNotification.type, (params) => this.shown.add(params));
    connection.onNotification(LogMessageNotification.type, (params) => this.logs.add(params));
    connection.onRequest(ShowMessageRequest.type, (params) => {
      this.shown.add(params);
      return null;
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method } of registrations) this.registered.add(method);
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => this.lensesRefreshed.add(true));
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      Promise.all(items.map(({ scopeUri }) => this.#settings(scopeUri))),
    );
    if (options.fileAccess) answerFileRequests(connection, options.fileAccess);
  }

  #settings(scopeUri: string | undefined): unknown {
    const { configuration } = this;
    return typeof configuration === 'function'
      ? (configuration as (uri?: string) => unknown)(scopeUri)
      : configuration;
  }

  /** Nothing will come any more. */
  protected end(reason: Error): void {
    const recorders = [
      this.diagnostics,
      this.coverage,
      this.shown,
      this.logs,
      this.registered,
      this.lensesRefreshed,
      this.documents,
      this.progress,
    ];
    for (const recorder of recorders) recorder.end(reason);
    this.connection.dispose();
  }
}

function answerFileRequests(
  connection: ProtocolConnection,
  files: NonNullable<ClientOptions['fileAccess']>,
): void {
  connection.onRequest(FindFilesRequest, ({ folder, globs }) => files.find(folder, globs));
  connection.onRequest(FindDocumentsRequest, ({ folder, entry }) => files.documents?.(folder, entry) ?? []);
  connection.onRequest(ReadFileRequest, async ({ uri }) => {
    const bytes = await files.read(uri);
    return bytes && { base64: Buffer.from(bytes).toString('base64') };
  });
}
