import type { ClientCapabilities } from 'vscode-languageserver-protocol';

/** What an editor with nothing but the basics announces. */
export const MINIMAL: ClientCapabilities = {
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: {},
    hover: { contentFormat: ['plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** What VS Code announces, as far as this server looks at it. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    ...MINIMAL.textDocument,
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    foldingRange: { lineFoldingOnly: true },
    codeLens: {},
  },
  window: { workDoneProgress: true },
};
