/** Runs in a window in which nothing has been opened yet. */
import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { serverProcesses } from './processes';
import { checked, extensionApi, fileUri, finding, openDraft, restore } from './support';

/** Types at the end of an editor, key by key as VS Code sees it. */
async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  for (const key of text) await vscode.commands.executeCommand('type', { text: key });
}

/** What VS Code has asked of all extensions by the time it answers. */
async function settled(uri: vscode.Uri): Promise<void> {
  for (const command of ['vscode.executeDocumentSymbolProvider', 'vscode.executeFoldingRangeProvider'])
    await vscode.commands.executeCommand(command, uri);
}

suite('Other Markdown', () => {
  teardown(restore);

  test('is written without a server', async function () {
    if (process.platform !== 'linux') this.skip();
    await extensionApi();
    const editor = await vscode.window.showTextDocument(fileUri('值班笔记.md'));
    await settled(editor.document.uri);
    assert.deepStrictEqual(serverProcesses(), []);
    await type(editor, '\n这是主要问题。\n');
    await settled(editor.document.uri);
    assert.deepStrictEqual(serverProcesses(), []);
    assert.deepStrictEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
  });

  test('that becomes a draft gets one', async () => {
    await extensionApi();
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# 会议\n' });
    const editor = await vscode.window.showTextDocument(document);
    await settled(document.uri);
    assert.deepStrictEqual(serverProcesses(), []);
    await type(editor, '\n题目：路灯坏了，居民有意见，你怎么办？\n\n## 作答\n\n我会高度重视。\n');
    await finding(document.uri, 'section.missing');
    if (process.platform === 'linux') assert.strictEqual(serverProcesses().length, 1);
  });

  test('beside a draft is no draft, and a command checks it all the same', async () => {
    await openDraft('路灯.md');
    const { document } = await openDraft('值班笔记.md');
    const { coverage } = await extensionApi();
    assert.strictEqual(coverage(document.uri.toString())?.isDraft, false);
    await vscode.commands.executeCommand('zhangfa.check');
    await checked(document);
    assert.strictEqual(coverage(document.uri.toString())?.isDraft, true);
  });
});
