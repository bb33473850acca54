import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { answer, takeBack } from './dialogues';
import {
  checked,
  codes,
  diagnostics,
  extensionApi,
  finding,
  noFinding,
  restore,
  tabOpenedBy,
} from './support';

interface Step {
  readonly id: string;
  readonly title: string | { readonly value: string };
  readonly completionEvents: readonly string[];
}

suite('First five minutes', () => {
  teardown(async () => {
    takeBack();
    await restore();
  });

  test('the walkthrough is in Get Started', async () => {
    await extensionApi();
    const tab = await tabOpenedBy(
      () =>
        vscode.commands.executeCommand('workbench.action.openWalkthrough', 'zhangfa.zhangfa#start', false),
      /./,
    );
    assert.match(tab.label, /Walkthrough|章法/);
  });

  test('every step is done by a command that is there', async () => {
    await extensionApi();
    const { contributes } = vscode.extensions.getExtension('zhangfa.zhangfa')!.packageJSON as {
      contributes: { walkthroughs: readonly { readonly steps: readonly Step[] }[] };
    };
    const registered = new Set(await vscode.commands.getCommands());
    const steps = contributes.walkthroughs.flatMap((one) => one.steps);
    assert.deepStrictEqual(
      steps.map(({ id }) => id),
      ['sample', 'missing', 'insert', 'phrase', 'check', 'documents', 'own'],
    );
    for (const { completionEvents, title } of steps) {
      assert.match(typeof title === 'string' ? title : title.value, /^\p{Script=Han}+$/u);
      for (const event of completionEvents) {
        const command = event.replace('onCommand:', '');
        assert.ok(registered.has(command), command);
      }
    }
  });

  test('the sample: in no file, with faults to be found, and mended by inserting what is missing', async () => {
    await extensionApi();
    await vscode.commands.executeCommand('zhangfa.openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert.strictEqual(document.uri.scheme, 'untitled');
    assert.strictEqual(document.languageId, 'markdown');
    await checked(document);
    await finding(document.uri, 'section.missing');
    const found = codes(diagnostics(document.uri));
    for (const code of ['section.weak', 'promise.beyond-authority']) assert.ok(found.includes(code), code);
    await vscode.commands.executeCommand('zhangfa.insertSection', document.uri.toString(), 'long-term');
    await noFinding(document.uri, 'section.missing');
  });

  test('its later steps find the sample behind the page', async () => {
    await extensionApi();
    const page = async (): Promise<vscode.Tab> =>
      tabOpenedBy(
        () =>
          vscode.commands.executeCommand('workbench.action.openWalkthrough', 'zhangfa.zhangfa#start', false),
        /Walkthrough|Welcome/,
      );
    const sampleIsShown = (): boolean =>
      vscode.window.activeTextEditor?.document.uri.toString() === document.uri.toString();
    await vscode.commands.executeCommand('zhangfa.openSample');
    const { document } = vscode.window.activeTextEditor!;
    await finding(document.uri, 'section.missing');

    assert.ok((await page()).isActive, 'the page is in front');
    assert.strictEqual(vscode.window.activeTextEditor, undefined);
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => items[0]);
    await vscode.commands.executeCommand('zhangfa.insertSection');
    assert.ok(sampleIsShown());
    await noFinding(document.uri, 'section.missing');

    await page();
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), /^检查报告：/);
    assert.ok(sampleIsShown());
  });

  test('the sample can be opened again: another copy', async () => {
    await extensionApi();
    await vscode.commands.executeCommand('zhangfa.openSample');
    const first = vscode.window.activeTextEditor!.document;
    await vscode.commands.executeCommand('zhangfa.openSample');
    const second = vscode.window.activeTextEditor!.document;
    assert.notStrictEqual(second.uri.toString(), first.uri.toString());
    assert.strictEqual(second.getText(), first.getText());
  });
});
