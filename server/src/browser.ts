import builtin from 'zhangfa:builtin';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server';
import { VERSION } from './version';

/** The worker's own message channel, as much of it as is used here; Node's types do not know it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
// A macrotask: messages already posted to the worker are handled first.
startServer(connection, { builtin, version: VERSION, defer: (work) => setTimeout(work, 0) });
