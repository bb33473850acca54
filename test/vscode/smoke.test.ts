import * as assert from 'node:assert';
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { diagnosticsThat, fileUri, finding, noFinding, quickFixes, restore, take } from './support';

const EXTENSION = 'zhangfa.zhangfa';

/** Also run on the installed package, which can differ from the development folder in being incomplete. */
suite('VS Code', () => {
  teardown(restore);

  test('is the real one, with a folder open', () => {
    assert.match(vscode.version, /^1\.\d+\.\d+/);
    assert.strictEqual(vscode.workspace.workspaceFolders?.length, 1);
  });

  test('opening a draft activates the extension, which reports findings', async () => {
    const draft = fileUri('路灯.md');
    await vscode.window.showTextDocument(draft);
    await diagnosticsThat(draft, ({ length }) => length > 0);

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

  test('a missing section is inserted, which settles its finding; one undo takes it back', async () => {
    const draft = fileUri('路灯.md');
    const { document } = await vscode.window.showTextDocument(draft);
    const before = document.getText();
    await take(await quickFixes(draft, await finding(draft, 'section.missing')), '插入“长效”环节的提纲');
    await noFinding(draft, 'section.missing');
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
    await finding(draft, 'section.missing');
  });
});
