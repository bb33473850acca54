import { FileType, Uri, workspace } from 'vscode';
import { hasLink } from '../links';
import { isWithin } from '../location';
import { ToolInputError } from './input';

/** A text to be checked, and where it is from. */
export interface DraftText {
  readonly text: string;
  readonly path: string;
  readonly uri: string;
}

/**
 * The text of a draft an assistant names. It acts on texts of others, which may tell it to fetch what is none of its
 * business: only Markdown in the workspace is read, and nothing through a symbolic link.
 * @param path of a file, relative to a workspace folder or absolute
 * @throws ToolInputError when it is not there or lies elsewhere
 */
export async function readDraft(path: string): Promise<DraftText> {
  for (const { uri: folder } of workspace.workspaceFolders ?? []) {
    const uri = /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path)
      ? folder.with({ path: Uri.file(path).path })
      : Uri.joinPath(folder, path);
    if (!isWithin(Uri.joinPath(uri, '.'), folder) || (await hasLink(folder, uri))) continue;
    const found = await workspace.fs.stat(uri).then(undefined, () => undefined);
    if (found?.type !== FileType.File || !/\.(?:md|markdown)$/i.test(uri.path)) continue;
    const document = await workspace.openTextDocument(uri);
    return { text: document.getText(), path: workspace.asRelativePath(uri), uri: uri.toString() };
  }
  throw new ToolInputError(
    `工作区里没有 Markdown 文件“${path}” / no Markdown file “${path}” in the workspace`,
  );
}
