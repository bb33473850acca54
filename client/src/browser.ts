/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Extension, startExtension, type TestApi } from './activate';
import { CLIENT_ID, CLIENT_NAME } from './client';
import { orderServer } from './languageClient';
import type { ServerFactory } from './serverHandle';

let extension: Extension | undefined;

/** Entry in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): TestApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  const factory: ServerFactory = (order) => {
    let worker: Worker | undefined;
    // Not the worker itself: in VS Code's extension host it is not an instance of `Worker`, which the client expects.
    const connect = (): Promise<MessageTransports> => {
      // Called again when the client restarts the server by itself.
      worker?.terminate();
      worker = new Worker(script);
      // A worker whose script cannot be loaded never answers; nothing but this event tells.
      worker.addEventListener('error', ({ message }) =>
        order.onFatal(new Error(message || 'The worker could not be started.')),
      );
      return Promise.resolve({
        reader: new BrowserMessageReader(worker),
        writer: new BrowserMessageWriter(worker),
      });
    };
    return orderServer(order, (options) => ({
      client: new LanguageClient(CLIENT_ID, CLIENT_NAME, connect, options),
      release: () => worker?.terminate(),
    }));
  };
  extension = startExtension(context, { loadServer: () => Promise.resolve(factory) });
  return extension.api;
}

/** Ends the worker. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
