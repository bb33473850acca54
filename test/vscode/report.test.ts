import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { checked, fileUri, openDraft, restore, tabOpenedBy } from './support';

const LABEL = /^检查报告：路灯\.md$/;

/** Exports a report to a file, which is gone again afterwards. */
async function exported(format: string, name: string): Promise<string> {
  const target = fileUri(name);
  const original = vscode.window.showSaveDialog;
  const replace = (value: unknown): void => assert.ok(Reflect.set(vscode.window, 'showSaveDialog', value));
  let offered: vscode.Uri | undefined;
  replace((options: vscode.SaveDialogOptions) => {
    offered = options.defaultUri;
    return Promise.resolve(target);
  });
  try {
    await vscode.commands.executeCommand('zhangfa.exportReport', undefined, format);
    assert.match(offered?.path ?? '', /\/路灯-检查报告\.(md|html)$/);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
  } finally {
    replace(original);
    await vscode.workspace.fs.delete(target);
  }
}

suite('The report', () => {
  teardown(restore);

  test('opens beside the draft, and leaves the cursor where it is', async () => {
    const { document } = await openDraft('路灯.md');
    const tab = await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), LABEL);
    assert.strictEqual(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.ok(tab.input instanceof vscode.TabInputWebview);
    assert.strictEqual(vscode.window.activeTextEditor?.document, document);
  });

  test('exported as Markdown beside the draft: its links name the draft and no folder', async () => {
    const { document } = await openDraft('路灯.md');
    const text = await exported('markdown', '报告.md');
    assert.ok(text.startsWith('# 章法 · 检查报告 · 路灯.md\n'), text);
    assert.ok(text.includes(`](${encodeURIComponent('路灯.md')}#L`), text);
    assert.ok(!text.includes(document.uri.path), 'no path');
  });

  test('exported as a web page: whole in itself, nothing to run, nothing to fetch', async () => {
    await openDraft('路灯.md');
    const text = await exported('html', '报告.html');
    assert.match(text, /<html lang="zh-CN">/);
    assert.ok(text.includes('先改这几处'));
    assert.doesNotMatch(text, /<script|<button|https?:|<img|<link/);
  });

  test('of a text that is written on: the new check says what the text says then', async () => {
    const { document } = await openDraft('路灯.md');
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), LABEL);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      document.positionAt(document.getText().length),
      '\n## 四、长效\n\n每月回访。\n',
    );
    await vscode.workspace.applyEdit(edit);
    await checked(document);
    await vscode.commands.executeCommand('zhangfa.check');
    const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    assert.strictEqual(labels.filter((label) => LABEL.test(label)).length, 1);
  });
});
