import { type Event, type ExtensionContext, Uri, window, workspace } from 'vscode';
import {
  CoverageNotification,
  type CoverageParams,
  type DocumentsParams,
} from '../../server/src/lsp/protocol';
import { CLIENT_NAME, documentSchemes } from './client';
import { registerCommands } from './commands/register';
import { CursorTeller } from './cursorTeller';
import { DocumentViews } from './documentViews';
import { Drafts } from './drafts';
import { answerFileRequests } from './files';
import { tellFailure } from './notices';
import { Pause } from './pause';
import { Places } from './places';
import { PlaceWatcher } from './placeWatcher';
import { References } from './references';
import { Practice, type PracticeStatus } from './practice/practice';
import type { Clock } from './practice/countdown';
import { PreviewBadges } from './preview/preview';
import type { MarkdownIt } from './preview/plugin';
import { ReferenceStatus } from './referenceStatus';
import { Reports } from './reports';
import { Sidebar } from './sidebar/sidebar';
import { ServerStatus } from './serverStatus';
import type { ServerFactory } from './serverHandle';
import { Session } from './session';
import { Starter } from './starter';
import { StatusItem } from './status';
import { registerTools } from './tools/tools';
import { Typing } from './typing';

/** For tests in VS Code: what the status bar shows cannot be read through VS Code's own API. */
export interface TestApi {
  readonly onDidChangeCoverage: Event<void>;
  /** The last analysis of a document; undefined before it. */
  readonly coverage: (uri: string) => CoverageParams | undefined;
  readonly onDidChangeDocuments: Event<unknown>;
  /** What the server last said of the reference documents. */
  readonly documents: () => DocumentsParams | undefined;
  /** What the views of the side bar show. */
  readonly sidebar: Pick<Sidebar, 'sections' | 'methods' | 'documents' | 'phrases'>;
  /** What the status bar says of the draft in use; undefined when it says nothing. */
  readonly status: () => string | undefined;
  /** The exercise in the status bar, and its clock. */
  readonly practice: { readonly status: PracticeStatus | undefined; clock: Clock };
  /** For VS Code's preview of Markdown, which asks for it by this name. */
  readonly extendMarkdownIt: <M extends MarkdownIt>(markdown: M) => M;
}

/** A running extension. */
export interface Extension {
  readonly api: TestApi;
  /** Ends the server; never rejects. */
  readonly stop: () => Promise<void>;
}

/** What differs between the places an extension runs in. */
export interface Platform {
  /** What makes a client; a lot of code, fetched when a server is first needed. */
  readonly loadServer: () => Promise<ServerFactory>;
  /** The home folder of the machine, where there is one. */
  readonly home?: Uri;
}

/** Sets everything up. The server starts when there is a draft, and nothing in the editor waits for it. */
export function startExtension(context: ExtensionContext, { loadServer, home }: Platform): Extension {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const drafts = new Drafts();
  const references = new References();
  const places = new Places(home);
  const typing = new Typing(drafts);
  const session = new Session(loadServer, output, {
    connect: (client) => {
      client.onNotification(CoverageNotification, (params) => drafts.update(params));
      references.connect(client);
      typing.connect(client);
      answerFileRequests(client, places);
    },
    middleware: typing.middleware,
    ...storageOf(context),
  });
  const reports = new Reports(output, context.workspaceState, context.globalStorageUri);
  const practice = new Practice(session);
  const preview = new PreviewBadges(drafts);
  const pause = new Pause(session);
  const services = {
    session,
    drafts,
    places,
    references,
    reports,
    practice,
    pause,
    output,
    extensionUri: context.extensionUri,
  };
  const sidebar = new Sidebar(services);
  const status = new StatusItem(drafts, references, pause);
  let schemes = documentSchemes();

  context.subscriptions.push(
    output,
    drafts,
    reports,
    practice,
    preview,
    session,
    session.onDidChangeState((state) => {
      if (state === 'running') return;
      drafts.clear();
      references.clear();
      if (state === 'failed') tellFailure(output);
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      // A client knows the schemes it was made with; a folder on another file system needs a new one.
      const now = documentSchemes();
      if (now.every((scheme) => schemes.includes(scheme))) return;
      schemes = now;
      void session.renew();
    }),
    // What the server may read is settled when it starts.
    workspace.onDidGrantWorkspaceTrust(() => void session.renew()),
    references,
    typing,
    pause,
    new CursorTeller(session, drafts),
    status,
    new ServerStatus(session),
    new ReferenceStatus(references, drafts),
    new DocumentViews(session, references),
    new PlaceWatcher(session, places, 'rubrics'),
    new PlaceWatcher(session, places, 'documents'),
    sidebar,
    ...registerCommands(services),
    ...registerTools(session, drafts),
    new Starter(session),
  );
  return {
    api: {
      onDidChangeCoverage: drafts.onDidChange,
      coverage: (uri) => drafts.get(Uri.parse(uri)),
      onDidChangeDocuments: references.onDidChange,
      documents: () => references.state,
      practice,
      sidebar,
      status: () => status.text,
      extendMarkdownIt: preview.extendMarkdownIt,
    },
    stop: async () => session.stop(),
  };
}

/** Where the server may keep what it has built; only a file system of the machine is of use to it. */
function storageOf({ storageUri, globalStorageUri }: ExtensionContext): { readonly storage?: string } {
  const storage = storageUri ?? globalStorageUri;
  return storage.scheme === 'file' ? { storage: storage.toString() } : {};
}
