import builtin from 'zhangfa:builtin';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { documentReaders } from './documents/readers';
import { inlineWorker } from './library/inlineWorker';
import { noteShutdown } from './lsp/afterShutdown';
import { startServer } from './lsp/server';
import { VERSION } from './version';

/** The worker's own message channel, as much of it as is used here; Node's types do not know it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  noteShutdown(),
);
// A macrotask: messages already posted to the worker are handled first.
const defer = (work: () => void): unknown => setTimeout(work, 0);
startServer(connection, {
  builtin,
  version: VERSION,
  defer,
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  startWorker: inlineWorker(
    // Character maps are only for pdf, which the web build does not read.
    { readers: documentReaders(() => Promise.resolve(undefined)), now: () => performance.now() },
    () => new Promise((resolve) => defer(() => resolve())),
  ),
});
