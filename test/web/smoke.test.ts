import * as vscode from 'vscode';
import { eventually } from '../vscode/events';
import {
  checked,
  codes,
  diagnostics,
  diagnosticsThat,
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
  take,
} from '../vscode/support';

/** Node's assert is not in the browser. */
function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(is === should, `${is}\nshould be\n${should}`);
}

/** What is offered at a place, with its documentation. */
async function completions(uri: vscode.Uri, at: vscode.Position): Promise<vscode.CompletionItem[]> {
  const ask = 'vscode.executeCompletionItemProvider';
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(ask, uri, at, undefined, 50);
  return items;
}

function words(text: string | { readonly label: string } | vscode.MarkdownString | undefined): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return 'label' in text ? text.label : text.value;
}

suite('VS Code for the web', () => {
  teardown(restore);

  test('opening a draft activates the browser build, which reports findings', async () => {
    check(vscode.env.uiKind === vscode.UIKind.Web, 'runs in a browser');
    const draft = fileUri('路灯.md');
    check(draft.scheme !== 'file', 'the folder is a virtual one');
    await vscode.window.showTextDocument(draft);
    await diagnosticsThat(draft, ({ length }) => length > 0);

    const extension = vscode.extensions.getExtension('zhangfa.zhangfa');
    check(extension, 'zhangfa.zhangfa is there');
    check(extension.isActive, 'zhangfa.zhangfa is active');
    check(extension.extensionUri.scheme === 'http', 'it comes from the web');
  });

  test('the findings of a draft, and none in a complete one or in other Markdown', async () => {
    const { uri } = (await openDraft('路灯.md')).document;
    await finding(uri, 'section.missing');
    same(codes(diagnostics(uri)), ['section.missing', 'promise.beyond-authority', 'section.weak']);
    for (const name of ['公示.md', '值班笔记.md'])
      same(codes(diagnostics((await openDraft(name)).document.uri)), []);
  });

  test('a missing section is inserted, which settles its finding; one undo takes it back', async () => {
    const { document } = await openDraft('路灯.md');
    const before = document.getText();
    const actions = await quickFixes(document.uri, await finding(document.uri, 'section.missing'));
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    check(preferred, 'a remedy is offered');
    await take(actions, preferred.title);
    check(document.getText().includes('## 三、长效'), 'the section has its heading');
    await noFinding(document.uri, 'section.missing');
    await vscode.commands.executeCommand('undo');
    same(document.getText(), before);
    await finding(document.uri, 'section.missing');
  });

  test('an untitled draft; the report', async () => {
    const { document } = await openUntitled('题目：有人质疑停车费涨价，你怎么办？\n\n我会高度重视。\n');
    await finding(document.uri, 'section.missing');
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), /Untitled-1/);
  });

  test('the report: a click leads to the line, what is missing is inserted', async () => {
    // run.mjs clicks, from outside.
    const { document } = await openDraft('路灯.md');
    const before = document.getText();
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), /路灯\.md/);
    await eventually(vscode.window.onDidChangeTextEditorSelection, () =>
      vscode.window.visibleTextEditors.find(
        (editor) => editor.document === document && editor.selection.start.line > 0,
      ),
    );
    await eventually(
      vscode.workspace.onDidChangeTextDocument,
      () => document.getText().includes('## 三、长效') || undefined,
    );
    await vscode.commands.executeCommand('undo');
    same(document.getText(), before);
  });

  test('completion: phrases out of the documents of the virtual folder; by the initials of pinyin', async () => {
    const api = await extensionApi();
    const { document } = await openDraft('路灯.md');
    await eventually(api.onDidChangeDocuments, () => {
      const state = api.documents();
      return state?.state === 'ready' && state.documents === 2 ? state : undefined;
    });
    const at = document.positionAt(document.getText().indexOf('根据调查结果'));
    const found = (await completions(document.uri, at)).find(({ label }) =>
      words(label).includes('核查小组'),
    );
    check(found, 'a phrase of the section');
    check(words(found.documentation).includes('回应质疑.txt'), 'its source');

    const initials = await openUntitled('题目：有人质疑停车费涨价，你怎么办？\n\n我会牢记qzly');
    const offered = await completions(initials.document.uri, initials.document.lineAt(2).range.end);
    check(
      offered.some(({ label }) => words(label).includes('群众利益')),
      offered.map(({ label }) => words(label)).join(),
    );
  });

  test('preview: the sections stand where they begin', async () => {
    const { document } = await openDraft('路灯.md');
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    same(
      [...html.matchAll(/aria-hidden="true">(.)<\/span> ([^<]*)</g)].map(
        ([, mark, title]) => `${mark} ${title}`,
      ),
      ['✓ Attitude', '◐ Action', '✓ Closing thought', '✗ Long-term'],
    );
  });

  test('practice: a question of the bank, its draft and the clock', async () => {
    const { window } = vscode;
    const { showQuickPick, showInputBox } = window;
    const reply = (name: 'showQuickPick' | 'showInputBox', answer: unknown): void =>
      check(Reflect.set(window, name, answer), name);
    reply('showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => label.startsWith('你在便民大厅值班'))),
    );
    reply('showInputBox', ({ value }: vscode.InputBoxOptions) => Promise.resolve(value));
    try {
      await vscode.commands.executeCommand('zhangfa.practice');
      const { practice } = await extensionApi();
      check(/^\$\(watch\) [23]:\d\d$/.test(practice.status?.text ?? ''), practice.status?.text ?? 'no clock');
      check(
        window.activeTextEditor?.document.getText().includes('minutes: 3'),
        'the draft names the minutes',
      );
      reply('showQuickPick', (items: readonly vscode.QuickPickItem[]) => Promise.resolve(items.at(-1)));
      await vscode.commands.executeCommand('zhangfa.practiceMenu');
      same(practice.status, undefined);
    } finally {
      reply('showQuickPick', showQuickPick);
      reply('showInputBox', showInputBox);
    }
  });

  test('settings take effect', async () => {
    const { uri } = (await openDraft('路灯.md')).document;
    await finding(uri, 'section.weak');
    await setting('severity', { 'section.weak': 'off' });
    await noFinding(uri, 'section.weak');
  });

  test('the worker, restarted by command: the findings come back', async () => {
    const { document } = await openDraft('路灯.md');
    await finding(document.uri, 'section.missing');
    await vscode.commands.executeCommand('zhangfa.restartServer');
    await checked(document);
    await finding(document.uri, 'section.missing');
  });

  test('a rubric of one’s own in the virtual folder: its fault at its line, in use once mended', async () => {
    const rubric = fileUri('.zhangfa/rubrics/own.yaml');
    const write = async (need: string): Promise<void> =>
      vscode.workspace.fs.writeFile(
        rubric,
        new TextEncoder().encode(
          `id: own\ntitle: 自己的\nsections:\n  - { id: one, title: 第一步, need: ${need}, why: 为什么, scaffold: 我【做】。 }\n`,
        ),
      );
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(rubric, '..'));
    await write('sometimes');
    await vscode.commands.executeCommand('zhangfa.restartServer');
    const { document } = await openUntitled('---\nframework: own\n---\n\n我先听大家讲。\n');
    await finding(document.uri, 'draft.front-matter');
    await openDraft('路灯.md');
    const { range } = await finding(rubric, 'rubric.invalid');
    same(range.start.line, 3);
    await write('required');
    await diagnosticsThat(rubric, ({ length }) => length === 0);
    const draft = await openDraft('窗口.md');
    await draft.edit((edit) => edit.insert(new vscode.Position(0, 0), '---\nframework: own\n---\n\n'));
    await checked(draft.document);
    const state = (await extensionApi()).coverage(draft.document.uri.toString());
    same(
      state?.sections?.map(({ title }) => title),
      ['第一步'],
    );
  });
});
