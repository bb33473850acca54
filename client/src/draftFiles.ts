import { l10n, type TextDocument, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { draftName } from './draftName';
import { folderInUse } from './places';
import { newUntitled } from './untitled';

/** Where new drafts go, below the workspace folder. */
const FOLDER = 'drafts';
/** So many drafts of one name are told apart by a number. */
const MOST_OF_A_NAME = 99;

/**
 * Makes a new draft: a file in `drafts/` of the workspace folder, named after the question; an untitled document
 * where there is no folder, or none that can be written to.
 */
export async function createDraft(question: string, content: string): Promise<TextDocument> {
  const folder = folderInUse();
  if (folder && workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false) {
    const uri = await freePlace(folder, draftName(question) || l10n.t('draft'));
    const isWritten =
      uri !== undefined &&
      (await workspace.fs.writeFile(uri, new TextEncoder().encode(content)).then(
        () => true,
        () => false,
      ));
    if (isWritten) return workspace.openTextDocument(uri);
  }
  return newUntitled(content);
}

async function freePlace({ uri: folder }: WorkspaceFolder, name: string): Promise<Uri | undefined> {
  for (let number = 1; number <= MOST_OF_A_NAME; number++) {
    const uri = Uri.joinPath(folder, FOLDER, `${name}${number === 1 ? '' : `-${number}`}.md`);
    const isTaken = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isTaken) return uri;
  }
  return undefined;
}
