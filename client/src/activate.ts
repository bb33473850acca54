import { type Event, type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CoverageNotification, type CoverageParams } from '../../server/src/lsp/protocol';
import { CLIENT_NAME, documentSchemes } from './client';
import { registerCommands } from './commands/register';
import { Drafts } from './drafts';
import { answerFileRequests } from './files';
import { tellFailure } from './notices';
import { Reports } from './reports';
import { RubricWatcher } from './rubrics';
import { ServerStatus } from './serverStatus';
import { type ServerFactory, Session } from './session';
import { StatusItem } from './status';

/** For tests in VS Code: what the status bar shows cannot be read through VS Code's own API. */
export interface TestApi {
  readonly onDidChangeCoverage: Event<void>;
  /** The last analysis of a document; undefined before it. */
  readonly coverage: (uri: string) => CoverageParams | undefined;
}

/** A running extension. */
export interface Extension {
  readonly api: TestApi;
  /** Ends the server; never rejects. */
  readonly stop: () => Promise<void>;
}

/** Sets everything up and starts the server, without waiting for it: nothing in the editor depends on it. */
export function startExtension(context: ExtensionContext, factory: ServerFactory): Extension {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const drafts = new Drafts();
  const session = new Session(factory, output, (client: BaseLanguageClient) => {
    client.onNotification(CoverageNotification, (params) => drafts.update(params));
    answerFileRequests(client);
  });
  const reports = new Reports();
  let schemes = documentSchemes();

  context.subscriptions.push(
    output,
    drafts,
    reports,
    session,
    session.onDidChangeState((state) => {
      if (state === 'running') return;
      drafts.clear();
      if (state === 'failed') tellFailure(output);
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      // A client knows the schemes it was made with; a folder on another file system needs a new one.
      const now = documentSchemes();
      if (now.every((scheme) => schemes.includes(scheme))) return;
      schemes = now;
      void session.restart();
    }),
    new StatusItem(drafts),
    new ServerStatus(session),
    new RubricWatcher(session),
    ...registerCommands({ session, drafts, reports, output }),
  );
  void session.start();

  return {
    api: { onDidChangeCoverage: drafts.onDidChange, coverage: (uri) => drafts.get(Uri.parse(uri)) },
    stop: async () => session.stop(),
  };
}
