import { FileType, Uri, workspace } from 'vscode';

/** Whether a symbolic link lies on the way from a folder, itself not counted, to something in it. */
export async function hasLink(folder: Uri, target: Uri): Promise<boolean> {
  let at = folder;
  for (const name of target.path.slice(folder.path.length).split('/').filter(Boolean)) {
    at = Uri.joinPath(at, name);
    try {
      if (((await workspace.fs.stat(at)).type & FileType.SymbolicLink) !== 0) return true;
    } catch {
      // Not there, so nothing can be read through it.
      return false;
    }
  }
  return false;
}
