import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  type CodeAction,
  CodeActionRequest,
  type CodeLens,
  CodeLensRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeResult,
  MessageType,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CoverageParams } from '../../server/src/lsp/protocol';
import { FULL } from './clients';
import { type ClientOptions, RecordingClient } from './recordingClient';
import { assertGone, type Exit, exitOf, spawnServer } from './serverProcess';
import { TempFolder } from './tempFolder';

/** A test with a server of its own, which is ended in order afterwards, and at once when the test fails. */
export function withServer(
  options: ClientOptions,
  body: (server: TestServer) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const server = await TestServer.start(options);
    try {
      await body(server);
      await server.stop();
    } finally {
      await server.dispose();
    }
  };
}

/** A built server over stdio, and an editor that records what it says. */
export class TestServer extends RecordingClient {
  readonly root: TempFolder;
  readonly process: ChildProcessWithoutNullStreams;
  readonly exit: Promise<Exit>;
  readonly #documents = new Map<string, TextDocument>();
  #stderr = '';
  #initialized: InitializeResult | undefined;
  #sentinels = 0;

  private constructor(options: ClientOptions, child: ChildProcessWithoutNullStreams) {
    super(
      createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      options,
    );
    this.root = new TempFolder(options.files);
    this.process = child;
    child.stderr.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()));
    this.exit = exitOf(child);
    void this.exit.then(({ code, signal }) =>
      this.end(new Error(`the server has ended (${String(code ?? signal)}): ${this.#stderr}`)),
    );
    // Writing to a server that has gone fails here too; its end says more.
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  /** Starts a server and initializes it. */
  static async start(options: ClientOptions = {}): Promise<TestServer> {
    const server = new TestServer(options, spawnServer(options.program));
    const {
      capabilities = FULL,
      initializationOptions,
      locale,
      folders = options.files ? [''] : [],
    } = options;
    server.#initialized = await server.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...(locale === undefined ? {} : { locale }),
      // Told last of a version, so that the tests know when it has been checked.
      initializationOptions: { coverage: true, ...initializationOptions },
      workspaceFolders: folders.map((path) => ({ uri: server.root.uri(path), name: path })),
      ...options.initialize?.(server.root),
    });
    await server.connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  get initialized(): InitializeResult {
    assert(this.#initialized);
    return this.#initialized;
  }

  /** Opens a document and waits until it has been checked. */
  async open(
    uri: string,
    text: string,
    languageId = 'markdown',
    version = 1,
  ): Promise<PublishDiagnosticsParams> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    const checked = this.diagnostics.next((params) => params.uri === uri && params.version === version);
    const covered =
      languageId === 'markdown' &&
      this.coverage.next((params) => params.uri === uri && params.version === version);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
    await covered;
    return checked;
  }

  /** Sends edits, each in the coordinates of the text before it, and does not wait. */
  async send(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const document = this.document(uri);
    const version = document.version + 1;
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  /** Sends edits and waits for the diagnostics of the new version. */
  async change(
    uri: string,
    ...contentChanges: TextDocumentContentChangeEvent[]
  ): Promise<PublishDiagnosticsParams> {
    const version = await this.send(uri, contentChanges);
    const covers = (params: CoverageParams): boolean => params.uri === uri && params.version === version;
    if (this.document(uri).languageId === 'markdown') await this.coverage.first(covers);
    return this.diagnosticsFor(uri, version);
  }

  /** Replaces the first occurrence of a text as an editor would. */
  async replace(uri: string, old: string, text: string): Promise<PublishDiagnosticsParams> {
    return this.change(uri, { range: this.rangeOf(uri, old), text });
  }

  /** Applies an edit the server proposed, as an editor would. */
  async apply(uri: string, edit: WorkspaceEdit): Promise<PublishDiagnosticsParams> {
    const document = this.document(uri);
    const [versioned] = edit.documentChanges ?? [];
    if (versioned && 'textDocument' in versioned)
      assert.deepEqual(versioned.textDocument, { uri, version: document.version });
    const edits = versioned && 'edits' in versioned ? versioned.edits : edit.changes?.[uri];
    assert(edits, 'an edit of this document');
    // From the end to the start, so that every range still means what the server meant.
    const ordered = [...edits].sort(
      (a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start),
    );
    return this.change(
      uri,
      ...ordered.map((change) => ({ range: change.range, text: 'newText' in change ? change.newText : '' })),
    );
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Changes the settings and says so, as the client's way of answering demands. */
  async configure(configuration: unknown): Promise<void> {
    this.configuration = configuration;
    const pulls = (this.options.capabilities ?? FULL).workspace?.configuration === true;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: pulls ? null : { zhangfa: configuration },
    });
  }

  /** Diagnostics of exactly this version, past or future. */
  diagnosticsFor(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    return this.diagnostics.first((params) => params.uri === uri && params.version === version);
  }

  /** The next diagnostics of a document from now on. */
  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams> {
    return this.diagnostics.next((params) => params.uri === uri);
  }

  /** Waits until all that was sent before has been handled: a document opened now is checked after it. */
  async settled(): Promise<void> {
    const uri = `untitled:sentinel-${++this.#sentinels}`;
    await this.open(uri, '');
    await this.close(uri);
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    assert(document, `${uri} is open`);
    return document;
  }

  rangeOf(uri: string, text: string): Range {
    const document = this.document(uri);
    const at = document.getText().indexOf(text);
    assert(at >= 0, `${text} is in ${uri}`);
    return { start: document.positionAt(at), end: document.positionAt(at + text.length) };
  }

  async hover(uri: string, at: Position | string): Promise<Hover | null> {
    const position = typeof at === 'string' ? this.rangeOf(uri, at).start : at;
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async actions(uri: string, at: Range | string, only?: string[]): Promise<CodeAction[]> {
    const range = typeof at === 'string' ? this.rangeOf(uri, at) : at;
    const found = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
    return (found ?? []) as CodeAction[];
  }

  async lenses(uri: string): Promise<CodeLens[]> {
    return (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  }

  async symbols(uri: string): Promise<DocumentSymbol[]> {
    return ((await this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ??
      []) as DocumentSymbol[];
  }

  /** Ends the server as an editor does, and sees that it went in order. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const ended = await this.exit;
    assert.deepEqual({ ...ended, stderr: this.#stderr }, { code: 0, signal: null, stderr: '' });
    assertGone(this.process);
    const errors = this.logs.all.filter(({ type }) => type === MessageType.Error);
    if (!this.options.mayLogErrors) assert.deepEqual(errors, [], 'errors in the log');
  }

  /** Leaves nothing behind, whatever has happened. */
  async dispose(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exit;
    this.root.remove();
  }
}
