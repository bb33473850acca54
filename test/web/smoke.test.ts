import * as vscode from 'vscode';
import { eventually } from '../vscode/events';

/** Node's assert is not in the browser. */
function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

suite('VS Code for the web', () => {
  test('opening a draft activates the browser build, which reports findings', async () => {
    check(vscode.env.uiKind === vscode.UIKind.Web, 'runs in a browser');
    const folder = vscode.workspace.workspaceFolders?.[0];
    check(folder, 'a folder is open');
    const draft = vscode.Uri.joinPath(folder.uri, 'draft.md');
    await vscode.window.showTextDocument(draft);
    await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const diagnostics = vscode.languages.getDiagnostics(draft);
      return diagnostics.length > 0 ? diagnostics : undefined;
    });

    const extension = vscode.extensions.getExtension('zhangfa.zhangfa');
    check(extension, 'zhangfa.zhangfa is there');
    check(extension.isActive, 'zhangfa.zhangfa is active');
    check(extension.extensionUri.scheme === 'http', 'it comes from the web');
  });
});
