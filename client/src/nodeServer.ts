import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME } from './client';
import { orderServer } from './languageClient';
import type { ServerFactory } from './serverHandle';

/**
 * The server as a Node process of its own.
 * @param module its program
 */
export function nodeServer(module: string): ServerFactory {
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
  };
  return (order) =>
    orderServer(order, (options) => {
      const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, server, options);
      // After an orderly stop the client has no process any more.
      return { client, release: () => client.serverProcess?.kill() };
    });
}
