/** Runs in a window on a folder with nothing in it. */
import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { answer, deleteDrafts, takeBack } from './dialogues';
import { checked, diagnostics, extensionApi, restore, tabOpenedBy } from './support';

/** What a new writer may have to do, at most. */
const MOST_ACTIONS = 6;

suite('From an empty folder to a checked draft', () => {
  const actions: string[] = [];
  const act = (what: string): void => void actions.push(what);

  teardown(async () => {
    takeBack();
    await restore();
    await deleteDrafts();
    actions.length = 0;
  });

  /** An entry of the palette is one action. */
  const command = async (id: string): Promise<void> => {
    act(id);
    await vscode.commands.executeCommand(id);
  };

  test(`at most ${MOST_ACTIONS} actions`, async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    assert.deepStrictEqual(await vscode.workspace.fs.readDirectory(folder), []);
    answer('showInputBox', () => {
      act('paste the question, Enter');
      return '题目：暴雨夜里山体滑坡，\n  几户村民不愿撤离，你怎么办？\n';
    });
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      act('take the first framework');
      const first = items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
      assert.match(
        `${first?.label ?? ''} · ${first?.description ?? ''}`,
        /^应急处置 · 应急应变 · 因为题目里有“暴雨”“不愿撤离”“滑坡”$/,
      );
      return first;
    });
    await command('zhangfa.newDraft');
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.strictEqual(vscode.workspace.asRelativePath(document.uri), 'drafts/暴雨夜里山体滑坡.md');
    assert.match(document.getText(selection), /^【[^】]+】$/);
    assert.match(
      document.getText(),
      /^---\nquestion: 暴雨夜里山体滑坡，几户村民不愿撤离，你怎么办？\nframework: emergency\n---\n\n## 控局面\n/,
    );

    act('write into the first blank');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, selection, '两条巷子');
    await vscode.workspace.applyEdit(edit);
    act('save');
    await document.save();

    const tab = await tabOpenedBy(() => command('zhangfa.check'), /^检查报告：/);
    assert.ok(tab.input instanceof vscode.TabInputWebview);
    await checked(document);
    assert.ok(diagnostics(document.uri).length > 0, 'the other blanks are left');
    const { coverage } = await extensionApi();
    assert.strictEqual(coverage(document.uri.toString())?.framework?.id, 'emergency');
    assert.ok(actions.length <= MOST_ACTIONS, actions.join(' → '));
    console.log(`[mocha]       ${actions.length} actions: ${actions.join(' → ')}`);
  });

  test('a second draft on the same question gets a file of its own', async () => {
    answer('showInputBox', () => '谈谈你对“枝叶总关情”的理解。');
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator),
    );
    const made: string[] = [];
    for (let round = 0; round < 2; round++) {
      await vscode.commands.executeCommand('zhangfa.newDraft');
      made.push(vscode.workspace.asRelativePath(vscode.window.activeTextEditor!.document.uri));
    }
    assert.deepStrictEqual(made, [
      'drafts/谈谈你对枝叶总关情的理解.md',
      'drafts/谈谈你对枝叶总关情的理解-2.md',
    ]);
  });
});
