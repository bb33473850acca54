import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import { type Extension, startExtension, type TestApi } from './activate';

let extension: Extension | undefined;

/** Entry on the desktop and on remote machines: the server is a Node process of its own. */
export function activate(context: ExtensionContext): TestApi {
  extension = startExtension(context, {
    loadServer: async () => {
      const { nodeServer } = await import('./nodeServer.js');
      const { scheme, fsPath } = context.globalStorageUri;
      return nodeServer(
        (file) => context.asAbsolutePath(`dist/${file}`),
        scheme === 'file' ? fsPath : undefined,
      );
    },
    home: Uri.file(homedir()),
  });
  return extension.api;
}

/** Waits for the server to end, so that no process is left behind. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
