import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from './events';
import {
  checked,
  codes,
  diagnostics,
  diagnosticsThat,
  extensionApi,
  finding,
  openDraft,
  openUntitled,
  restore,
  setting,
} from './support';

const DRAFT = `---
question: 路灯坏了好几天，居民很有意见，你是社区工作人员，怎么办？
framework: public-doubt
---

我先到现场看灯，记下灯杆的编号。

我给维修队打电话，约好今天下午来修。
`;

/** The cursor goes right after a text, as a click there puts it. */
function goTo({ document }: vscode.TextEditor, text: string): void {
  const at = document.positionAt(document.getText().indexOf(text) + text.length);
  const shown = vscode.window.activeTextEditor;
  assert.ok(shown?.document === document, 'the draft is in front');
  shown.selection = new vscode.Selection(at, at);
}

async function type(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

const shirks = (found: readonly vscode.Diagnostic[]): boolean => codes(found).includes('role.shirk');

suite('Calm while writing', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('zhangfa.resume');
    await restore();
  });

  test('a paragraph is flagged when the cursor has left it', async () => {
    const editor = await openUntitled(DRAFT);
    const { document } = editor;
    goTo(editor, '记下灯杆的编号');
    await type('，这事不归我管');
    await checked(document);
    assert.ok(!shirks(diagnostics(document.uri)), codes(diagnostics(document.uri)).join());
    goTo(editor, '约好今天');
    await diagnosticsThat(document.uri, shirks);
    goTo(editor, '不归我管');
    await type('了');
    await checked(document);
    assert.ok(shirks(diagnostics(document.uri)), 'what was flagged stays');
  });

  test('also when another editor comes to the front', async () => {
    const editor = await openUntitled(DRAFT);
    goTo(editor, '记下灯杆的编号');
    await type('，这事不归我管');
    await checked(editor.document);
    assert.ok(!shirks(diagnostics(editor.document.uri)));
    await openDraft('公示.md');
    await diagnosticsThat(editor.document.uri, shirks);
  });

  test('a check shows what is held back', async () => {
    const editor = await openUntitled(DRAFT);
    goTo(editor, '记下灯杆的编号');
    await type('，这事不归我管');
    await checked(editor.document);
    assert.ok(!shirks(diagnostics(editor.document.uri)));
    await vscode.commands.executeCommand('zhangfa.check');
    await diagnosticsThat(editor.document.uri, shirks);
  });

  test('off by a setting', async () => {
    await setting('calmWhileTyping', false);
    const editor = await openUntitled(DRAFT);
    goTo(editor, '记下灯杆的编号');
    await type('，这事不归我管');
    await checked(editor.document);
    assert.ok(shirks(diagnostics(editor.document.uri)));
  });

  test('on save only: what is flagged waits for it', async () => {
    await setting('run', 'onSave');
    const { document } = await openDraft('窗口.md');
    const before = codes(diagnostics(document.uri));
    const original = document.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\n这事不归我管。\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', document.uri);
    assert.deepStrictEqual(codes(diagnostics(document.uri)), before);
    try {
      await document.save();
      await diagnosticsThat(document.uri, shirks);
    } finally {
      await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(original));
    }
  });

  test('manually: nothing is flagged until a check is asked for, which shows all', async () => {
    await setting('run', 'manual');
    const { document } = await openDraft('路灯.md');
    await document.save();
    await vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', document.uri);
    assert.deepStrictEqual(codes(diagnostics(document.uri)), []);
    await vscode.commands.executeCommand('zhangfa.check');
    const found = await diagnosticsThat(document.uri, ({ length }) => length > 0);
    assert.deepStrictEqual(codes(found), ['section.missing', 'promise.beyond-authority', 'section.weak']);
  });

  test('saving asks for no code action of ours, whatever is to be done on saving', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    const key = 'codeActionsOnSave';
    await editor.update(
      key,
      { 'source.fixAll': 'always', source: 'always' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const { document } = await openDraft('窗口.md');
      const original = document.getText();
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\n这事不归我管。\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const written = document.getText();
      await document.save();
      assert.strictEqual(document.getText(), written, 'nothing is mended silently');
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
        'source',
      );
      // VS Code's own Markdown has one.
      assert.deepStrictEqual(
        offered.map(({ title }) => title).filter((title) => /\p{Script=Han}/u.test(title)),
        [],
      );
      await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(original));
    } finally {
      await editor.update(key, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('paused: nothing is flagged, the status bar says so; resumed, all is back', async () => {
    const { status, onDidChangeCoverage } = await extensionApi();
    const { document } = await openDraft('路灯.md');
    await finding(document.uri, 'section.missing');
    const before = codes(diagnostics(document.uri));
    await vscode.commands.executeCommand('zhangfa.pause');
    await diagnosticsThat(document.uri, ({ length }) => length === 0);
    assert.strictEqual(status(), '$(bell-slash) 章法 已暂停');
    await vscode.commands.executeCommand('zhangfa.restartServer');
    await eventually(onDidChangeCoverage, () => status());
    assert.strictEqual(status(), '$(bell-slash) 章法 已暂停');
    await diagnosticsThat(document.uri, ({ length }) => length === 0);
    await vscode.commands.executeCommand('zhangfa.resume');
    const after = await diagnosticsThat(document.uri, ({ length }) => length === before.length);
    assert.deepStrictEqual(codes(after), before);
    assert.match(status() ?? '', /^章法 群众质疑工作/);
  });
});
