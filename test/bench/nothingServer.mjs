/** A language server that does nothing: it keeps the documents, as every server must, and finds nothing in them. */
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
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider: {} },
}));
documents.onDidChangeContent(({ document: { uri, version } }) =>
  connection.sendDiagnostics({ uri, version, diagnostics: [] }),
);
connection.onCompletion(() => []);
documents.listen(connection);
connection.listen();
