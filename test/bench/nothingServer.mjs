/**
 * A language server that does nothing: it keeps the documents and publishes diagnostics for every version, as every
 * server must, and finds nothing in them. Told what to publish (`bench/publish`), it publishes that instead: what the
 * same answer costs when nothing is done for it.
 */
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../package.json', import.meta.url));
const {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} = require('vscode-languageserver/node');
const { TextDocument } = require('vscode-languageserver-textdocument');

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let diagnostics = [];
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider: {} },
}));
documents.onDidChangeContent(({ document: { uri, version } }) =>
  connection.sendDiagnostics({ uri, version, diagnostics }),
);
connection.onNotification('bench/publish', (params) => {
  diagnostics = params.diagnostics;
});
connection.onCompletion(() => []);
documents.listen(connection);
connection.listen();
