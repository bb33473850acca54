import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type Extension, startExtension, type TestApi } from './activate';
import { CLIENT_ID, CLIENT_NAME } from './client';
import type { ServerFactory } from './session';

let extension: Extension | undefined;

/** Entry on the desktop and on remote machines: the server is a Node process of its own. */
export function activate(context: ExtensionContext): TestApi {
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
  };
  const factory: ServerFactory = (options) => {
    const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, server, options);
    // After an orderly stop the client has no process any more.
    return { client, release: () => client.serverProcess?.kill() };
  };
  extension = startExtension(context, { factory, home: Uri.file(homedir()) });
  return extension.api;
}

/** Waits for the server to end, so that no process is left behind. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
