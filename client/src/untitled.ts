import { Range, type TextDocument, workspace, WorkspaceEdit } from 'vscode';

/**
 * Makes a Markdown document that is in no file.
 * @param content with `\n` at the end of its lines
 */
export async function newUntitled(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  // VS Code names it as one closed a moment ago, and may give it the backup of that one, not deleted yet.
  if (document.getText().replaceAll('\r\n', '\n') !== content) {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), content);
    await workspace.applyEdit(edit);
  }
  return document;
}
