import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { TestClock } from '../support/testClock';
import { answer, deleteDrafts, nextMessage, takeBack } from './dialogues';
import { eventually } from './events';
import { extensionApi, openDraft, restore } from './support';

suite('Practice', () => {
  let clock: TestClock;

  setup(async () => {
    clock = new TestClock();
    (await extensionApi()).practice.clock = clock;
  });

  teardown(async () => {
    const { practice } = await extensionApi();
    if (practice.status) {
      answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => items.at(-1));
      await vscode.commands.executeCommand('zhangfa.practiceMenu');
    }
    takeBack();
    await restore();
    await deleteDrafts();
  });

  /** Takes the question whose label matches, and the minutes given, or those proposed. */
  const practise = async (label: RegExp, minutes?: string): Promise<{ prompt: string; proposed: string }> => {
    let asked = { prompt: '', proposed: '' };
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      const found = items.find(
        (item) => label.test(item.label) && item.kind !== vscode.QuickPickItemKind.Separator,
      );
      assert.ok(found, items.map((item) => item.label).join('\n'));
      return found;
    });
    answer('showInputBox', ({ prompt = '', value = '' }: vscode.InputBoxOptions) => {
      asked = { prompt, proposed: value };
      return minutes ?? value;
    });
    await vscode.commands.executeCommand('zhangfa.practice');
    return asked;
  };
  const status = async () => (await extensionApi()).practice.status;

  test('a question of the bank: an empty draft with its minutes, and the clock', async () => {
    const { prompt, proposed } = await practise(/^你在便民大厅值班/);
    assert.match(prompt, /^应急应变，一般 3 分钟。/);
    assert.strictEqual(proposed, '3');
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.match(vscode.workspace.asRelativePath(document.uri), /^drafts\/你在便民大厅值班.*\.md$/);
    assert.match(document.getText(), /^---\nquestion: "你在便民大厅值班.*\nminutes: 3\n---\n\n$/);
    assert.strictEqual(selection.active.line, document.lineCount - 1);
    assert.deepStrictEqual(await status(), {
      text: '$(watch) 3:00',
      label: '练习：大约还剩 3 分钟',
      warns: false,
    });
    clock.pass(61);
    assert.strictEqual((await status())?.text, '$(watch) 1:59');
    assert.strictEqual((await status())?.label, '练习：大约还剩 2 分钟');
  });

  test('the last half minute has another colour and is said once', async () => {
    await practise(/^你在便民大厅值班/, '１'); // an input method's digit
    clock.pass(29);
    assert.strictEqual((await status())?.warns, false);
    const labels = new Set<string>();
    for (let second = 0; second < 30; second++) {
      clock.pass(1);
      const now = await status();
      assert.strictEqual(now?.warns, true, now?.text);
      labels.add(now.label);
    }
    assert.deepStrictEqual([...labels], ['练习：还剩不到 30 秒']);
  });

  test('the question of the draft in the editor: its own text, compared with the limit at the end', async () => {
    const { document } = await openDraft('路灯.md');
    const before = document.getText();
    const message = nextMessage();
    await practise(/这篇草稿的题目$/, '1');
    assert.strictEqual(vscode.window.activeTextEditor?.document, document);
    clock.pass(60);
    const { text, buttons } = await message;
    assert.match(text, /^时间到。写了 \d+ 字，说完约 1 分 \d+ 秒，时限 1 分钟，超出 \d+ 秒。$/);
    assert.deepStrictEqual(buttons, ['提交前检查']);
    assert.strictEqual(await status(), undefined);
    assert.strictEqual(document.getText(), before);
  });

  test('a click pauses; going on goes on', async () => {
    await practise(/^你在便民大厅值班/);
    clock.pass(10);
    let title = '';
    answer('showQuickPick', (_items: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      title = options.title ?? '';
      return undefined;
    });
    await vscode.commands.executeCommand('zhangfa.practiceMenu');
    assert.strictEqual(title, '限时练习：还剩 2:50，已暂停');
    clock.pass(300);
    assert.deepStrictEqual(await status(), {
      text: '$(debug-pause) 2:50',
      label: '练习已暂停',
      warns: false,
    });
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => items[0]);
    await vscode.commands.executeCommand('zhangfa.practiceMenu');
    clock.pass(5);
    assert.strictEqual((await status())?.text, '$(watch) 2:45');
  });

  test('finished early, with nothing written', async () => {
    await practise(/^你在便民大厅值班/);
    clock.pass(65);
    const message = nextMessage();
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => items[1]);
    await vscode.commands.executeCommand('zhangfa.practiceMenu');
    assert.deepStrictEqual(await message, { text: '用时 1 分 5 秒。什么都没有写。', buttons: [] });
    clock.pass(300);
    assert.strictEqual(clock.tickers, 0);
  });

  test('another exercise takes the place of the one under way', async () => {
    await practise(/^你在便民大厅值班/);
    clock.pass(30);
    await practise(/^同事老周/, '2');
    assert.strictEqual((await status())?.text, '$(watch) 2:00');
    assert.strictEqual(clock.tickers, 1);
  });

  test('given up at any question: nothing begins', async () => {
    answer('showQuickPick', () => undefined);
    await vscode.commands.executeCommand('zhangfa.practice');
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      items.find(({ label }) => /粘贴/.test(label)),
    );
    answer('showInputBox', () => '  ');
    await vscode.commands.executeCommand('zhangfa.practice');
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      items.find(({ label }) => /随便/.test(label)),
    );
    answer('showInputBox', () => undefined);
    await vscode.commands.executeCommand('zhangfa.practice');
    assert.strictEqual(await status(), undefined);
    assert.strictEqual(clock.tickers, 0);
  });

  test('its draft is checked like any other', async () => {
    await practise(/^你在便民大厅值班/);
    const { document } = vscode.window.activeTextEditor!;
    const { coverage, onDidChangeCoverage } = await extensionApi();
    const known = await eventually(onDidChangeCoverage, () => coverage(document.uri.toString()));
    assert.strictEqual(known.isDraft, true);
  });
});
