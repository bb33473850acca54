import * as assert from 'node:assert';
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './events';

const EXTENSION = 'zhangfa.zhangfa';

suite('VS Code', () => {
  test('is the real one, with a folder open', () => {
    assert.match(vscode.version, /^1\.\d+\.\d+/);
    assert.strictEqual(vscode.workspace.workspaceFolders?.length, 1);
  });

  test('opening a draft activates the extension, which reports findings', async () => {
    const [draft] = await vscode.workspace.findFiles('draft.md');
    assert.ok(draft, 'the folder contains draft.md');
    await vscode.window.showTextDocument(draft);
    await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const diagnostics = vscode.languages.getDiagnostics(draft);
      return diagnostics.length > 0 ? diagnostics : undefined;
    });

    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is there`);
    assert.strictEqual(extension.isActive, true);
  });

  test('the extension is the one under test', () => {
    const { extensionPath } = vscode.extensions.getExtension(EXTENSION)!;
    const { ZHANGFA_INSTALLED_IN: installed, ZHANGFA_DEVELOPED_IN: developed } = process.env;
    if (installed) assert.ok(extensionPath.startsWith(installed + sep), extensionPath);
    else assert.strictEqual(realpathSync(extensionPath), realpathSync(developed ?? ''));
  });
});
