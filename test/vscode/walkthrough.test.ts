import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { answer, takeBack } from './dialogues';
import {
  checked,
  codes,
  diagnostics,
  editorInUse,
  extensionApi,
  finding,
  noEditorInUse,
  noFinding,
  restore,
  tabOpenedBy,
} from './support';

/** The sample, as soon as it is in front. */
async function openSample(isOther: (uri: string) => boolean = () => true): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('zhangfa.openSample');
  const { document } = await editorInUse(
    ({ document: { isUntitled, uri } }) => isUntitled && isOther(uri.toString()),
  );
  return document;
}

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
    const document = await openSample();
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
    // The command does not wait for the page; the tab is there before it, and is told of apart from the editor.
    const page = async (): Promise<void> => {
      await tabOpenedBy(
        () =>
          vscode.commands.executeCommand('workbench.action.openWalkthrough', 'zhangfa.zhangfa#start', false),
        /Walkthrough|Welcome/,
      );
      await noEditorInUse();
    };
    const sampleIsShown = async (): Promise<unknown> =>
      editorInUse((editor) => editor.document.uri.toString() === document.uri.toString());
    const document = await openSample();
    await finding(document.uri, 'section.missing');

    await page();
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => items[0]);
    await vscode.commands.executeCommand('zhangfa.insertSection');
    await sampleIsShown();
    await noFinding(document.uri, 'section.missing');

    await page();
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), /^检查报告：/);
    await sampleIsShown();
  });

  test('the sample can be opened again: another copy', async () => {
    await extensionApi();
    const first = await openSample();
    const second = await openSample((uri) => uri !== first.uri.toString());
    assert.strictEqual(second.getText(), first.getText());
  });

  test('the sample is itself, also when VS Code gives it the backup of another text of its name', async () => {
    const sample = (await openSample()).getText();
    await restore();
    const open = vscode.workspace.openTextDocument;
    const replace = (value: unknown): void =>
      assert.ok(Reflect.set(vscode.workspace, 'openTextDocument', value));
    replace(async (options: object) =>
      open.call(vscode.workspace, { ...options, content: `${sample}\n写过的。\n` }),
    );
    try {
      assert.strictEqual((await openSample()).getText(), sample);
    } finally {
      replace(open);
    }
  });
});
