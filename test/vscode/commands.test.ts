import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { answer, deleteDrafts, takeBack } from './dialogues';
import {
  checked,
  diagnostics,
  extensionApi,
  fileUri,
  finding,
  noFinding,
  openDraft,
  openUntitled,
  quickFixes,
  restore,
  setting,
  tabOpenedBy,
} from './support';

/** A text of the manifest as VS Code hands it out once it is translated. */
type Text = string | { readonly value: string };

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: Text;
      readonly category?: Text;
    }[];
  };
}

const shown = (text: Text): string => (typeof text === 'string' ? text : text.value);

suite('Commands', () => {
  teardown(async () => {
    takeBack();
    await restore();
    await deleteDrafts();
  });

  test('are in the palette under 章法, each of them registered', async () => {
    await extensionApi();
    const { contributes } = vscode.extensions.getExtension('zhangfa.zhangfa')!.packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(contributes.commands.length >= 7);
    for (const { command, title, category } of contributes.commands) {
      assert.ok(registered.has(command), command);
      assert.strictEqual(shown(category ?? ''), '章法', command);
      assert.match(shown(title), /^\p{Script=Han}+$/u, command);
    }
  });

  test('check: the report beside the draft, one tab however often it is asked for', async () => {
    await openDraft('路灯.md');
    const label = /^检查报告：路灯\.md$/;
    const tab = await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), label);
    assert.strictEqual(tab.group.viewColumn, vscode.ViewColumn.Two);
    await vscode.commands.executeCommand('zhangfa.check');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.strictEqual(tabs.filter((one) => label.test(one.label)).length, 1);
  });

  test('check the workspace: a report of all drafts', async () => {
    await extensionApi();
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.checkWorkspace'), /^检查报告：工作区$/);
  });

  test('insert a section, named by the lens: the first blank is selected, one undo takes it back', async () => {
    const { document } = await openDraft('路灯.md');
    const before = document.getText();
    await vscode.commands.executeCommand('zhangfa.insertSection', document.uri.toString(), 'long-term');
    const editor = vscode.window.activeTextEditor!;
    assert.match(document.getText(editor.selection), /^【[^】]+】$/);
    assert.ok(editor.selection.start.line > 10, 'a blank of what was inserted');
    await noFinding(document.uri, 'section.missing');
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
  });

  test('insert a section, chosen from a list: missing before weak before complete', async () => {
    const { document } = await openDraft('路灯.md');
    let offered: string[] = [];
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      offered = items.map(({ label, description }) => `${label} ${description ?? ''}`);
      return items[0];
    });
    await vscode.commands.executeCommand('zhangfa.insertSection');
    assert.deepStrictEqual(offered, ['✗ 长效 缺失', '◐ 行动 薄弱', '✓ 态度 完整', '✓ 升华 完整，加分项']);
    assert.match(document.getText(), /^## 三、长效$/m);
  });

  test('choose the framework: named in the front matter, which is begun where there is none', async () => {
    const { document } = await openDraft('窗口.md');
    const before = document.getText();
    let offered: string[] = [];
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      offered = items.map(({ description }) => description ?? '');
      return items.find(({ description }) => description === 'visit-reception');
    });
    await vscode.commands.executeCommand('zhangfa.chooseFramework');
    assert.ok(offered.length >= 5, offered.join(' '));
    assert.strictEqual(document.getText(), `---\nframework: visit-reception\n---\n\n${before}`);
    await checked(document);
    const { coverage } = await extensionApi();
    assert.strictEqual(coverage(document.uri.toString())?.framework?.id, 'visit-reception');
    assert.strictEqual(coverage(document.uri.toString())?.framework?.chosenBy, 'front-matter');

    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      items.find(({ description }) => description === 'public-doubt'),
    );
    await vscode.commands.executeCommand('zhangfa.chooseFramework');
    assert.strictEqual(document.getText(), `---\nframework: public-doubt\n---\n\n${before}`);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
  });

  test('choose the framework, and think better of it: nothing changes', async () => {
    const { document } = await openDraft('窗口.md');
    answer('showQuickPick', () => undefined);
    await vscode.commands.executeCommand('zhangfa.chooseFramework');
    assert.strictEqual(document.isDirty, false);
  });

  test('new draft: question and framework asked for, outlines of all sections, the first blank selected', async () => {
    await extensionApi();
    const question = '有居民质疑“加装电梯”的选址，你怎么办？';
    answer('showInputBox', () => `  ${question}\n`);
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      items.find(({ label }) => label === '群众质疑工作'),
    );
    await vscode.commands.executeCommand('zhangfa.newDraft');
    const editor = vscode.window.activeTextEditor!;
    const { document } = editor;
    assert.strictEqual(vscode.workspace.asRelativePath(document.uri), 'drafts/有居民质疑加装电梯的选址.md');
    assert.strictEqual(document.isDirty, false);
    assert.strictEqual(document.languageId, 'markdown');
    const text = document.getText();
    assert.match(text, /^---\nquestion: .*加装电梯.*\nframework: public-doubt\n---\n\n## 态度\n/);
    assert.deepStrictEqual(text.match(/^## .*$/gm), ['## 态度', '## 行动', '## 长效', '## 升华']);
    assert.match(document.getText(editor.selection), /^【[^】]+】$/);
    await checked(document);
    const state = (await extensionApi()).coverage(document.uri.toString());
    assert.strictEqual(state?.framework?.id, 'public-doubt');
    // Outlines are no answer yet.
    await finding(document.uri, 'section.weak');
  });

  test('new draft, given up at either question: nothing is opened', async () => {
    await extensionApi();
    const open = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
    answer('showInputBox', () => undefined);
    await vscode.commands.executeCommand('zhangfa.newDraft');
    answer('showInputBox', () => '');
    answer('showQuickPick', () => undefined);
    await vscode.commands.executeCommand('zhangfa.newDraft');
    assert.strictEqual(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, open);
  });

  test('set the severity of a rule', async () => {
    const { document } = await openDraft('路灯.md');
    const uri = document.uri.toString();
    await finding(document.uri, 'section.weak');
    await setting('severity', undefined); // brought back by teardown
    await vscode.commands.executeCommand('zhangfa.setSeverity', uri, 'section.weak', 'off');
    await noFinding(document.uri, 'section.weak');
    await vscode.commands.executeCommand('zhangfa.setSeverity', uri, 'section.weak', 'error');
    const { severity } = await finding(document.uri, 'section.weak');
    assert.strictEqual(severity, vscode.DiagnosticSeverity.Error);
  });

  test('a verdict that is wrong is noted in the workspace, with the text it was made on', async () => {
    const { document } = await openDraft('路灯.md');
    const actions = await quickFixes(document.uri, await finding(document.uri, 'section.missing'));
    const given = actions.find(({ title }) => title === '“长效”判得不对，记下来')?.command;
    assert.ok(given);
    const file = fileUri('.zhangfa/verdicts.jsonl');
    try {
      for (let count = 0; count < 2; count++)
        await vscode.commands.executeCommand(given.command, ...((given.arguments ?? []) as unknown[]));
      const lines = Buffer.from(await vscode.workspace.fs.readFile(file))
        .toString()
        .split('\n');
      assert.strictEqual(lines.length, 3);
      assert.deepStrictEqual(JSON.parse(lines[1] ?? ''), {
        version: 1,
        draft: '路灯.md',
        code: 'section.missing',
        framework: 'public-doubt',
        section: 'long-term',
        said: 'absent',
        text: document.getText(),
      });
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  test('none of them fails where it makes no sense', async () => {
    await extensionApi();
    for (const command of ['zhangfa.check', 'zhangfa.insertSection', 'zhangfa.chooseFramework'])
      await vscode.commands.executeCommand(command);
    const { document } = await openUntitled('# 随手记\n');
    for (const command of ['zhangfa.insertSection', 'zhangfa.chooseFramework', 'zhangfa.showOutput'])
      await vscode.commands.executeCommand(command);
    await vscode.commands.executeCommand('zhangfa.insertSection', document.uri.toString(), 'no-such-section');
    assert.strictEqual(document.getText(), '# 随手记\n');
    assert.deepStrictEqual(diagnostics(document.uri), []);
  });
});
