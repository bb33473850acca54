import { CodeLensRefreshRequest, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { TextChange } from '../core/draft/draft';
import type { DocumentLibrary } from '../library/library';
import type { ServerContext } from './context';
import { CursorNotification, PauseNotification } from './protocol';

/** After how long documents are looked for though no draft was opened, in milliseconds. */
const UNASKED = 100;

/**
 * Keeps in step with the client: the settings, folders and files of the workspace, the documents that are open, and
 * what the writer does in them.
 * @param folders those of the context, kept up to date here
 */
export function followChanges(context: ServerContext, folders: Set<string>, library: DocumentLibrary): void {
  const { connection, rubrics, session, publisher } = context;
  /** What drafts are checked with may be other than before. */
  const reload = (): void => {
    rubrics.reload();
    session.invalidate();
    publisher.scheduleAll();
    library.refresh();
  };
  connection.onInitialized(() => {
    followFolders(context, folders, reload);
    // The first diagnostics do not wait for documents; where no draft is open, nobody waits.
    const read = once(() => library.refresh());
    publisher.afterNext(read);
    context.host.later(read, UNASKED);
  });
  followFiles(context, library, reload);
  followDocuments(context, library, reload);
  connection.onNotification(CursorNotification, ({ uri, line }) => publisher.cursor(uri, line));
  connection.onNotification(PauseNotification, ({ paused }) => {
    publisher.pause(paused);
    refreshLenses(context);
  });
}

function followFolders(context: ServerContext, folders: Set<string>, reload: () => void): void {
  const { connection, capabilities } = context;
  const { didChangeConfiguration, workspaceFolders } = capabilities.workspace ?? {};
  if (didChangeConfiguration?.dynamicRegistration) {
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'zhangfa' })
      .catch(refused(context));
  }
  if (workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const uri of urisOf(removed)) folders.delete(uri);
      for (const uri of urisOf(added)) folders.add(uri);
      reload();
    });
  }
}

function followFiles(context: ServerContext, library: DocumentLibrary, reload: () => void): void {
  const { connection, settings } = context;
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    reload();
    refreshLenses(context);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => /\.ya?ml$/i.test(uri))) reload();
    library.filesChanged(changes.map(({ uri }) => uri));
  });
}

function followDocuments(
  { connection, session, settings, publisher }: ServerContext,
  library: DocumentLibrary,
  reload: () => void,
): void {
  const { documents } = session;
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
    if (documents.document(uri)?.languageId === 'yaml') reload();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    session.forget(uri);
    publisher.clear(uri);
  });
}

function refreshLenses(context: ServerContext): void {
  if (context.capabilities.workspace?.codeLens?.refreshSupport)
    context.connection.sendRequest(CodeLensRefreshRequest.type).catch(refused(context));
}

/** A client may refuse what it has announced; the server goes on without. */
function refused({ connection }: ServerContext): (error: unknown) => void {
  return (error) => connection.console.warn(String(error));
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}

/** Clients are of many makers: what is no URI is no folder, and does not take the others with it. */
export function urisOf(folders: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(folders) ? folders : [];
  return all.flatMap((folder) => {
    const uri = typeof folder === 'object' && folder !== null && 'uri' in folder ? folder.uri : undefined;
    return typeof uri === 'string' && uri !== '' ? [uri] : [];
  });
}
