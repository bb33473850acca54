import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME } from './client';
import { orderServer } from './languageClient';
import type { ServerFactory } from './serverHandle';

/**
 * The server as a Node process of its own.
 * @param program the path of a program of the build
 * @param storage folder where what makes it start faster may be kept
 */
export function nodeServer(program: (file: string) => string, storage: string | undefined): ServerFactory {
  const module = program('server.js');
  const run = storage === undefined ? { module } : { module: program('startServer.js'), args: [storage] };
  const server: ServerOptions = {
    run: { ...run, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
  };
  return (order) =>
    orderServer(order, (options) => {
      const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, server, options);
      // After an orderly stop the client has no process any more.
      return { client, release: () => client.serverProcess?.kill() };
    });
}
