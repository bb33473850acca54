import { workspace } from 'vscode';

/** Also the section of the settings in which the client library looks for `trace.server`. */
export const CLIENT_ID = 'zhangfa';
export const CLIENT_NAME = '章法';

/** Where writing happens; views of older versions (`git:`), notebook cells and our own reports are none of it. */
const WRITING_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** Schemes of the documents the server is told about: the usual ones, and those of the workspace's own folders. */
export function documentSchemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set([...WRITING_SCHEMES, ...folders])];
}
